package stemma.sparql.bounded;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import stemma.store.Budget;

/** A function by name whose number may have many digits: a rounding, a power, or a cast from text. */
final class BoundedCall extends ExprFunctionN {
    private final Budget budget;
    private final E_Function function;

    BoundedCall(Budget budget, E_Function function, ExprList arguments) {
        super(function.getFunctionIRI(), arguments);
        this.budget = budget;
        this.function = function;
    }

    @Override
    protected NodeValue evalSpecial(Binding row, FunctionEnv environment) {
        budget.step();
        List<Expr> values = new ArrayList<>();
        for (Expr argument : getArgs()) {
            values.add(argument.eval(row, environment));
        }
        if (values.size() == 1) {
            BoundedArithmetic.checkText(((NodeValue) values.getFirst()), function.getFunctionIRI());
        } else if (values.size() == 2) {
            check((NodeValue) values.get(0), (NodeValue) values.get(1));
        }
        return function.copy(new ExprList(values)).eval(row, environment);
    }

    private void check(NodeValue number, NodeValue digits) {
        if (function.getFunctionIRI().endsWith("pow")) {
            BoundedArithmetic.checkPower(number, digits);
        } else {
            BoundedArithmetic.check(number);
            var unused = BoundedArithmetic.count(digits);
        }
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        throw new UnsupportedOperationException("evaluated with its row");
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedCall(budget, function, arguments);
    }
}
