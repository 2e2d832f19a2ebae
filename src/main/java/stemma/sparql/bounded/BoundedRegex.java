package stemma.sparql.bounded;

import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import stemma.store.Budget;

/** {@code REGEX}, which ends with its query however long it would take. */
final class BoundedRegex extends ExprFunctionN {
    private final Budget budget;
    private final BoundedPattern pattern;

    BoundedRegex(Budget budget, ExprList arguments) {
        super("regex", arguments);
        this.budget = budget;
        this.pattern = new BoundedPattern("REGEX", budget);
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        String text = pattern.text(values.get(0));
        // ARQ takes patterns and flags without a language only.
        if (values.stream().skip(1).anyMatch(value -> !value.isString())) {
            throw new ExprEvalException("REGEX: a pattern is a string");
        }
        Optional<NodeValue> flags = values.stream().skip(2).findFirst();
        return NodeValue.booleanReturn(
                pattern.matcher(text, values.get(1), flags).find());
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedRegex(budget, arguments);
    }
}
