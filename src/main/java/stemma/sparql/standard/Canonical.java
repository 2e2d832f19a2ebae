package stemma.sparql.standard;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The <a href="https://www.w3.org/TR/xmlschema-2/#canonical-lexical-representation">canonical forms</a> of numbers: {@code 6}
 * for {@code 06}, {@code 3} for {@code 3.0}, {@code 3.21E4} for {@code 32100.0e0}.
 */
final class Canonical {
    private Canonical() {}

    /** A number that arithmetic gave. Its decimals keep their point. */
    static NodeValue computed(NodeValue value) {
        RDFDatatype type = value.isLiteral() ? value.asNode().getLiteralDatatype() : null;
        if (XSDDatatype.XSDdouble.equals(type)) {
            return of(value.getDouble(), new BigDecimal(Double.toString(finite(value.getDouble()))), type);
        }
        if (XSDDatatype.XSDfloat.equals(type)) {
            return of(value.getFloat(), new BigDecimal(Float.toString((float) finite(value.getFloat()))), type);
        }
        return value;
    }

    /** A number that is whole, or a part of a date or time. */
    static NodeValue whole(NodeValue value) {
        RDFDatatype type = value.isLiteral() ? value.asNode().getLiteralDatatype() : null;
        if (!XSDDatatype.XSDinteger.equals(type) && !XSDDatatype.XSDdecimal.equals(type)) {
            return computed(value);
        }
        return node(value.getDecimal().stripTrailingZeros().toPlainString(), type);
    }

    private static double finite(double number) {
        return Double.isFinite(number) ? number : 0;
    }

    private static NodeValue of(double number, BigDecimal shortest, RDFDatatype type) {
        if (!Double.isFinite(number)) {
            return node(Double.isNaN(number) ? "NaN" : number > 0 ? "INF" : "-INF", type);
        }
        if (number == 0) {
            return node(1 / number < 0 ? "-0.0E0" : "0.0E0", type);
        }
        BigDecimal stripped = shortest.stripTrailingZeros();
        BigInteger digits = stripped.unscaledValue().abs();
        String text = digits.toString();
        int exponent = text.length() - 1 - stripped.scale();
        String fraction = text.length() == 1 ? "0" : text.substring(1);
        return node((number < 0 ? "-" : "") + text.charAt(0) + "." + fraction + "E" + exponent, type);
    }

    private static NodeValue node(String text, RDFDatatype type) {
        return NodeValue.makeNode(NodeFactory.createLiteralDT(text, type));
    }
}
