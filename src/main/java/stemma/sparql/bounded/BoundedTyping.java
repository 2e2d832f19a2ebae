package stemma.sparql.bounded;

import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

/** {@code STRDT}, which makes no numbers and dates of texts that are too long to be read as such. */
final class BoundedTyping extends ExprFunction2 {
    private final E_StrDatatype function;

    BoundedTyping(E_StrDatatype function, Expr text, Expr type) {
        super(text, type, function.getFunctionSymbol().getSymbol());
        this.function = function;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue type) {
        BoundedArithmetic.checkText(text, type.isIRI() ? type.asNode().getURI() : "");
        return function.eval(text, type);
    }

    @Override
    public Expr copy(Expr text, Expr type) {
        return new BoundedTyping(function, text, type);
    }
}
