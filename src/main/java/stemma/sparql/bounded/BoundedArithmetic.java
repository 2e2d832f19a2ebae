package stemma.sparql.bounded;

import java.math.BigDecimal;
import java.util.Set;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.XSD;

/**
 * Arithmetic with numbers, dates and durations of a size at which it takes no time. With others it has no result, as
 * <a href="https://www.w3.org/TR/xpath-functions-3/#op.numeric">XPath</a> has it for an overflow.
 */
final class BoundedArithmetic extends ExprFunction2 {
    private static final int MOST_DIGITS = 10_000;
    private static final int MOST_BITS = (int) (MOST_DIGITS * Math.log(10) / Math.log(2));
    private static final int LONGEST_DATE = 100;
    private static final Set<String> TEXTS =
            Set.of(XSD.xstring.getURI(), XSD.anyURI.getURI(), XSD.base64Binary.getURI(), XSD.hexBinary.getURI());
    private static final double MOST_SECONDS = 4e11;

    private final ExprFunction2 operator;

    BoundedArithmetic(ExprFunction2 operator, Expr left, Expr right) {
        super(left, right, operator.getFunctionSymbol().getSymbol(), operator.getOpName());
        this.operator = operator;
    }

    @Override
    public NodeValue eval(NodeValue left, NodeValue right) {
        check(left);
        check(right);
        return operator.eval(left, right);
    }

    /** @throws ExprEvalException for what is too large to compute with */
    static void check(NodeValue value) {
        if (value.isInteger()) {
            require(value.getInteger().bitLength() <= MOST_BITS);
        } else if (value.isDecimal()) {
            BigDecimal number = value.getDecimal();
            require(number.unscaledValue().bitLength() <= MOST_BITS && Math.abs(number.scale()) <= MOST_DIGITS);
        } else if (value.isDuration()) {
            require(isShort(value) && isUsual(value.getDuration()));
        } else if (value.hasDateTime()) {
            require(isShort(value));
        }
    }

    /** @throws ExprEvalException for a number that has too many digits to count others by */
    static int count(NodeValue value) {
        require(value.isInteger() && value.getInteger().bitLength() < Integer.SIZE);
        int number = value.getInteger().intValue();
        require(Math.abs(number) <= MOST_DIGITS);
        return number;
    }

    /** @throws ExprEvalException for a text that is too long to be read as a number or a date: that takes ever longer */
    static void checkText(NodeValue value, String type) {
        require(!type.startsWith(XSD.NS)
                || TEXTS.contains(type)
                || value.asString().length() <= MOST_DIGITS);
    }

    /** @throws ExprEvalException for a power that has too many digits */
    static void checkPower(NodeValue base, NodeValue exponent) {
        check(base);
        check(exponent);
        if (base.isInteger() && exponent.isInteger() && base.getInteger().abs().bitLength() > 1) {
            require((long) base.getInteger().bitLength() * Math.max(0, count(exponent)) <= MOST_BITS);
        }
    }

    private static boolean isShort(NodeValue value) {
        return value.asString().length() <= LONGEST_DATE;
    }

    /** Java adds days to a date month by month. */
    private static boolean isUsual(Duration duration) {
        return seconds(duration, DatatypeConstants.DAYS, 86_400)
                        + seconds(duration, DatatypeConstants.HOURS, 3_600)
                        + seconds(duration, DatatypeConstants.MINUTES, 60)
                        + seconds(duration, DatatypeConstants.SECONDS, 1)
                <= MOST_SECONDS;
    }

    private static double seconds(Duration duration, DatatypeConstants.Field field, int each) {
        Number number = duration.getField(field);
        return number == null ? 0 : number.doubleValue() * each;
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new ExprEvalException("too large to compute with");
        }
    }

    @Override
    public Expr copy(Expr left, Expr right) {
        return new BoundedArithmetic(operator, left, right);
    }
}
