package stemma.sparql.standard;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeSeconds;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NumCeiling;
import org.apache.jena.sparql.expr.E_NumFloor;
import org.apache.jena.sparql.expr.E_NumRound;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Has ARQ compute as the standard says where it does otherwise: {@code +} does not join strings, numbers come in their
 * canonical form, {@code BNODE("x")} is one node for all of a solution, and paths of no steps stay within the graph. Put before ARQ's own optimizer, it sees the
 * algebra of every query and of every update's pattern.
 */
public final class StandardSemantics implements Rewrite {
    /** What comes before an optimizer; to be set in an execution's context, as {@code ARQConstants.sysOptimizerFactory}. */
    public static RewriteFactory before(RewriteFactory optimizer) {
        return context -> {
            Rewrite then = optimizer.create(context);
            return op -> then.rewrite(new StandardSemantics().rewrite(op));
        };
    }

    /** Begins with what no variable of a query can begin with. */
    private static final String ROW = "/row";

    private final AtomicInteger rows = new AtomicInteger();

    private StandardSemantics() {}

    @Override
    public Op rewrite(Op op) {
        return Transformer.transform(new Rows(), new Functions(), EmptyPaths.withinTheGraph(op));
    }

    private static final class Functions extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            return switch (function) {
                case E_DateTimeMonth f -> new CanonicalNumber(f, argument);
                case E_DateTimeDay f -> new CanonicalNumber(f, argument);
                case E_DateTimeHours f -> new CanonicalNumber(f, argument);
                case E_DateTimeMinutes f -> new CanonicalNumber(f, argument);
                case E_DateTimeSeconds f -> new CanonicalNumber(f, argument);
                case E_NumCeiling f -> new CanonicalNumber(f, argument);
                case E_NumFloor f -> new CanonicalNumber(f, argument);
                case E_NumRound f -> new CanonicalNumber(f, argument);
                default -> super.transform(function, argument);
            };
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            return switch (function) {
                case E_Add f -> new CanonicalOperator(f, left, right);
                case E_Subtract f -> new CanonicalOperator(f, left, right);
                case E_Multiply f -> new CanonicalOperator(f, left, right);
                case E_Divide f -> new CanonicalOperator(f, left, right);
                default -> super.transform(function, left, right);
            };
        }
    }

    /** Gives each solution in which nodes are made from labels a node of its own, from which they are made. */
    private final class Rows extends TransformCopy {
        @Override
        public Op transform(OpExtend extend, Op sub) {
            VarExprList assignments = extend.getVarExprList();
            if (assignments.getExprs().values().stream().noneMatch(Rows::makesNodes)) {
                return super.transform(extend, sub);
            }
            Optional<Var> known = OpVars.visibleVars(sub).stream()
                    .filter(variable -> variable.getName().startsWith(ROW))
                    .findFirst();
            Var row = known.orElseGet(() -> Var.alloc(ROW + rows.incrementAndGet()));
            Op numbered = known.isPresent() ? sub : OpExtend.create(sub, new VarExprList(row, E_BNode.create()));
            VarExprList made = new VarExprList();
            assignments.forEachExpr((variable, expression) ->
                    made.add(variable, ExprTransformer.transform(new Labels(row), expression)));
            return OpExtend.create(numbered, made);
        }

        @Override
        public Op transform(OpGroup group, Op sub) {
            List<ExprAggregator> aggregates = group.getAggregators().stream()
                    .map(aggregate -> new ExprAggregator(aggregate.getVar(), canonical(aggregate.getAggregator())))
                    .toList();
            return OpGroup.create(sub, group.getGroupVars(), aggregates);
        }

        private static Aggregator canonical(Aggregator aggregator) {
            return switch (aggregator) {
                case AggSum sum -> new CanonicalAggregate(sum);
                case AggSumDistinct sum -> new CanonicalAggregate(sum);
                case AggAvg average -> new CanonicalAggregate(average);
                case AggAvgDistinct average -> new CanonicalAggregate(average);
                default -> aggregator;
            };
        }

        private static boolean makesNodes(Expr expression) {
            return expression instanceof E_BNode.BNode1
                    || (expression.isFunction()
                            && List.copyOf(expression.getFunction().getArgs()).stream()
                                    .anyMatch(Rows::makesNodes));
        }
    }

    private static final class Labels extends ExprTransformCopy {
        private final Var row;

        Labels(Var row) {
            this.row = row;
        }

        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            return function instanceof E_BNode.BNode1
                    ? new LabelledNode(new ExprVar(row), argument)
                    : super.transform(function, argument);
        }
    }
}
