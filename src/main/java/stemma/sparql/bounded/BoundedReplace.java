package stemma.sparql.bounded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import stemma.store.Budget;

/** {@code REPLACE}, which ends with its query, and whose text cannot grow beyond bounds while it is made. */
final class BoundedReplace extends ExprFunctionN {
    private final Budget budget;
    private final BoundedPattern pattern;

    BoundedReplace(Budget budget, ExprList arguments) {
        super("replace", arguments);
        this.budget = budget;
        this.pattern = new BoundedPattern("REPLACE", budget);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        String text = pattern.text(values.get(0));
        Optional<NodeValue> flags = values.stream().skip(3).findFirst();
        try {
            String replaced = replaced(pattern.matcher(text, values.get(1), flags), text, pattern.text(values.get(2)));
            Node node = values.get(0).asNode();
            return replaced.equals(text)
                    ? values.get(0)
                    : NodeValue.makeNode(NodeFactory.createLiteral(
                            replaced,
                            node.getLiteralLanguage(),
                            node.getLiteralBaseDirection(),
                            node.getLiteralDatatype()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: there is no such group", e);
        }
    }

    /** As ARQ has it: where something was replaced before, an empty match is passed over. */
    private String replaced(Matcher matcher, String text, String replacement) {
        StringBuilder replaced = new StringBuilder();
        boolean any = false;
        while (matcher.find()) {
            if (!any || matcher.start() < matcher.end()) {
                budget.allowValue(replaced.length() + length(replacement, matcher));
                matcher.appendReplacement(replaced, replacement);
            }
            any = true;
        }
        if (!any) {
            return text;
        }
        matcher.appendTail(replaced);
        return replaced.toString();
    }

    /** How long a replacement is with its groups, at most. */
    private static long length(String replacement, Matcher matcher) {
        long length = replacement.length();
        for (int at = replacement.indexOf('$'); at >= 0; at = replacement.indexOf('$', at + 1)) {
            int group = 0;
            int digit = at + 1;
            while (digit < replacement.length()
                    && Character.isDigit(replacement.charAt(digit))
                    && group * 10 + Character.digit(replacement.charAt(digit), 10) <= matcher.groupCount()) {
                group = group * 10 + Character.digit(replacement.charAt(digit), 10);
                digit++;
            }
            length += Math.max(0, matcher.end(group) - matcher.start(group));
        }
        return length;
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedReplace(budget, arguments);
    }
}
