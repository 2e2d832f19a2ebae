package stemma.sparql.standard;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalTypeException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/** {@code BNODE(label)}: the same node for the same label in the same solution. The solution has a node of its own. */
final class LabelledNode extends ExprFunction2 {
    LabelledNode(Expr solution, Expr label) {
        super(solution, label, "bnode");
    }

    @Override
    public NodeValue eval(NodeValue solution, NodeValue label) {
        if (!label.isString()) {
            throw new ExprEvalTypeException("A blank node's label is a simple literal");
        }
        String name = solution.asNode().getBlankNodeLabel() + " " + label.getString();
        return NodeValue.makeNode(NodeFactory.createBlankNode(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString()));
    }

    @Override
    public Expr copy(Expr solution, Expr label) {
        return new LabelledNode(solution, label);
    }
}
