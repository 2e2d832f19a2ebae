package stemma.sparql.bounded;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import stemma.store.Budget;

/** A function whose text may be a few times longer than what it is given. */
final class LongerText extends ExprFunction1 {
    private final Budget budget;
    private final ExprFunction1 function;

    LongerText(Budget budget, ExprFunction1 function, Expr argument) {
        super(argument, function.getFunctionSymbol().getSymbol());
        this.budget = budget;
        this.function = function;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        NodeValue text = function.eval(value);
        budget.allowValue(text.asNode().getLiteralLexicalForm().length());
        return text;
    }

    @Override
    public Expr copy(Expr argument) {
        return new LongerText(budget, function, argument);
    }
}
