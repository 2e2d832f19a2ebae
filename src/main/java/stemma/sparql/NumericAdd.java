package stemma.sparql;

import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalTypeException;
import org.apache.jena.sparql.expr.NodeValue;

/** {@code +} as in SPARQL's <a href="https://www.w3.org/TR/sparql11-query/#OperatorMapping">table of operators</a>. */
final class NumericAdd extends E_Add {
    NumericAdd(Expr left, Expr right) {
        super(left, right);
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
        if (left.isString() || right.isString()) {
            throw new ExprEvalTypeException("'+' adds no strings");
        }
        return super.eval(left, right);
    }

    @Override
    public Expr copy(Expr left, Expr right) {
        return new NumericAdd(left, right);
    }
}
