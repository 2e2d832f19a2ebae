package stemma.sparql.bounded;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import stemma.store.Budget;

/** {@code CONCAT}, which knows beforehand how long its text will be. */
final class BoundedConcat extends ExprFunctionN {
    private final Budget budget;
    private final Kind kind;

    /** SPARQL's joins texts, XPath's anything. */
    enum Kind {
        OF_TEXTS,
        OF_ANYTHING
    }

    BoundedConcat(Budget budget, Kind kind, ExprList arguments) {
        super("concat", arguments);
        this.budget = budget;
        this.kind = kind;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        budget.allowValue(
                values.stream().mapToLong(value -> value.asString().length()).sum());
        return kind == Kind.OF_TEXTS ? XSDFuncOp.strConcat(values) : XSDFuncOp.fnConcat(values);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(budget, kind, arguments);
    }
}
