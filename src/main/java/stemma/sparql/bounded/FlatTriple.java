package stemma.sparql.bounded;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * {@code TRIPLE}, whose subject is no triple term
 * (<a href="https://www.w3.org/TR/rdf12-concepts/#section-triple-terms">RDF 1.2</a>): one of two triple terms would double
 * with each step.
 */
final class FlatTriple extends ExprFunction3 {
    private static final int DEEPEST = 100;

    private final E_TripleFn function;

    FlatTriple(Expr subject, Expr predicate, Expr object) {
        super(subject, predicate, object, "triple");
        this.function = new E_TripleFn(subject, predicate, object);
    }

    /** The same in the place of a triple term as it is written. */
    static Expr inPlaceOf(Expr expression) {
        if (expression instanceof ExprTripleTerm term && !term.getNode().isConcrete()) {
            Triple triple = term.getTriple();
            return new FlatTriple(
                    ExprLib.nodeToExpr(triple.getSubject()),
                    ExprLib.nodeToExpr(triple.getPredicate()),
                    inPlaceOf(ExprLib.nodeToExpr(triple.getObject())));
        }
        return expression;
    }

    @Override
    public NodeValue eval(NodeValue subject, NodeValue predicate, NodeValue object) {
        if (subject.isTripleTerm()) {
            throw new ExprEvalException("a triple term is no subject");
        }
        int depth = 0;
        for (var node = object.asNode();
                node.isTripleTerm();
                node = node.getTriple().getObject()) {
            if (++depth > DEEPEST) {
                throw new ExprEvalException("triple terms nested too deeply");
            }
        }
        return function.eval(subject, predicate, object);
    }

    @Override
    public Expr copy(Expr subject, Expr predicate, Expr object) {
        return new FlatTriple(subject, predicate, object);
    }
}
