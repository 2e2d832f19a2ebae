package stemma.sparql.bounded;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import stemma.store.Budget;

/** Matches texts within a budget, and keeps the pattern that was used last. */
final class BoundedPattern {
    private final String function;
    private final Budget budget;
    private String expression = "";
    private String flags = "";
    private Pattern pattern = Pattern.compile("");

    BoundedPattern(String function, Budget budget) {
        this.function = function;
        this.budget = budget;
    }

    /** @throws ExprEvalException for what is no pattern, or no flags */
    Matcher matcher(String text, NodeValue expression, Optional<NodeValue> flags) {
        return pattern(text(expression), flags.map(this::text).orElse("")).matcher(new WatchedText(text, budget));
    }

    private Pattern pattern(String newExpression, String newFlags) {
        if (!newExpression.equals(expression) || !newFlags.equals(flags)) {
            pattern = RegexEngine.makePattern(function, newExpression, newFlags);
            expression = newExpression;
            flags = newFlags;
        }
        return pattern;
    }

    /** The text of a string, with a language or without. */
    String text(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }
}
