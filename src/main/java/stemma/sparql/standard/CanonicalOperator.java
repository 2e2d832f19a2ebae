package stemma.sparql.standard;

import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalTypeException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * An operator of SPARQL's <a href="https://www.w3.org/TR/sparql11-query/#OperatorMapping">table of operators</a>: none of the
 * arithmetic ones takes strings, and what they compute comes in canonical form.
 */
final class CanonicalOperator extends ExprFunction2 {
    private final ExprFunction2 operator;

    CanonicalOperator(ExprFunction2 operator, Expr left, Expr right) {
        super(left, right, operator.getFunctionSymbol().getSymbol(), operator.getOpName());
        this.operator = operator;
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
        if (operator instanceof E_Add && (left.isString() || right.isString())) {
            throw new ExprEvalTypeException("'+' adds no strings");
        }
        return Canonical.computed(operator.eval(left, right));
    }

    @Override
    public Expr copy(Expr left, Expr right) {
        return new CanonicalOperator(operator, left, right);
    }
}
