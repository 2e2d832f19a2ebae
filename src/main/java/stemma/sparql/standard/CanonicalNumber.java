package stemma.sparql.standard;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** A function whose numbers come in canonical form. */
final class CanonicalNumber extends ExprFunction1 {
    private final ExprFunction1 function;

    CanonicalNumber(ExprFunction1 function, Expr argument) {
        super(argument, function.getFunctionSymbol().getSymbol());
        this.function = function;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        return Canonical.whole(function.eval(value));
    }

    @Override
    public Expr copy(Expr argument) {
        return new CanonicalNumber(function, argument);
    }
}
