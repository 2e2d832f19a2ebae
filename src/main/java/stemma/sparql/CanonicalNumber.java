package stemma.sparql;

import java.math.BigDecimal;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * A function whose numbers come in the <a href="https://www.w3.org/TR/xmlschema11-2/#f-decimalCanmap">canonical form</a> of
 * their type: {@code 6} for {@code 06}, {@code 3} for {@code 3.0}.
 */
final class CanonicalNumber extends ExprFunction1 {
    private final ExprFunction1 function;

    CanonicalNumber(ExprFunction1 function, Expr argument) {
        super(argument, function.getFunctionSymbol().getSymbol());
        this.function = function;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        NodeValue result = function.eval(value);
        XSDDatatype type = result.isInteger() ? XSDDatatype.XSDinteger : XSDDatatype.XSDdecimal;
        if (!type.equals(result.asNode().getLiteralDatatype())) {
            return result;
        }
        BigDecimal number = result.getDecimal().stripTrailingZeros();
        return NodeValue.makeNode(NodeFactory.createLiteralDT(number.toPlainString(), type));
    }

    @Override
    public Expr copy(Expr argument) {
        return new CanonicalNumber(function, argument);
    }
}
