package stemma.sparql.bounded;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;
import stemma.store.Budget;

/** A function that looks for one text in another, where Java may compare each place of the one with all of the other. */
final class BoundedFinding extends ExprFunction2 {
    private static final long MOST_COMPARISONS = 1L << 30;

    private final Budget budget;
    private final ExprFunction2 function;

    BoundedFinding(Budget budget, ExprFunction2 function, Expr text, Expr part) {
        super(text, part, function.getFunctionSymbol().getSymbol());
        this.budget = budget;
        this.function = function;
    }

    @Override
    public NodeValue eval(NodeValue text, NodeValue part) {
        budget.step();
        long comparisons = (long) length(text) * length(part);
        if (comparisons > MOST_COMPARISONS) {
            budget.allowValue(comparisons);
        }
        return function.eval(text, part);
    }

    private static int length(NodeValue value) {
        return value.isLiteral() ? value.asNode().getLiteralLexicalForm().length() : 0;
    }

    @Override
    public Expr copy(Expr text, Expr part) {
        return new BoundedFinding(budget, function, text, part);
    }
}
