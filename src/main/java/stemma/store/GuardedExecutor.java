package stemma.store;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterFilterExpr;
import org.apache.jena.sparql.engine.iterator.QueryIterGroup;
import org.apache.jena.sparql.engine.iterator.QueryIterMinus;
import org.apache.jena.sparql.engine.iterator.QueryIterProcessBinding;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * TDB2's way to run a query, where every row that has to be held is taken from the query's {@link Budget}, and property paths
 * are walked within it.
 *
 * <p>It also has an end where nothing came in. Without it, Jena 6.0.0 fails on every query whose
 * pattern of two or more triples follows one that has no solution
 * (<a href="https://github.com/apache/jena/issues/3751">apache/jena 3751</a>, mended in 6.1.0).
 */
final class GuardedExecutor extends OpExecutorTDB2 {
    /**
     * TDB2 finds the best order of triple patterns in time that grows with the square of their number, and does not ask for
     * leave meanwhile. What is longer is put in order part by part.
     */
    private static final int ORDERED_AT_ONCE = 100;

    private final Budget budget;

    GuardedExecutor(ExecutionContext context) {
        super(context);
        this.budget = Budget.of(context.getContext());
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        boolean held = budget.takesAnswer();
        QueryIterator rows = super.exec(op, input);
        return held ? held(rows) : rows;
    }

    @Override
    protected QueryIterator execute(OpBGP pattern, QueryIterator input) {
        return inParts(pattern.getPattern(), input, (part, rows) -> super.execute(new OpBGP(part), rows));
    }

    @Override
    protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
        Node graph = pattern.getGraphNode();
        return inParts(
                pattern.getBasicPattern(), input, (part, rows) -> super.execute(new OpQuadPattern(graph, part), rows));
    }

    private QueryIterator inParts(
            BasicPattern pattern, QueryIterator input, BiFunction<BasicPattern, QueryIterator, QueryIterator> solve) {
        List<Triple> triples = pattern.getList();
        QueryIterator rows = input;
        int from = 0;
        do {
            budget.check();
            if (!rows.hasNext()) {
                return rows;
            }
            int to = Math.min(from + ORDERED_AT_ONCE, triples.size());
            rows = solve.apply(BasicPattern.wrap(triples.subList(from, to)), rows);
            from = to;
        } while (from < triples.size());
        return rows;
    }

    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        if (!input.hasNext()) {
            return input;
        }
        if (!isLong(filter.getSubOp())) {
            return super.execute(filter, input);
        }
        QueryIterator rows = exec(filter.getSubOp(), input);
        for (Expr condition : filter.getExprs()) {
            rows = new QueryIterFilterExpr(rows, condition, execCxt);
        }
        return rows;
    }

    private static boolean isLong(Op op) {
        return switch (op) {
            case OpBGP pattern -> pattern.getPattern().size() > ORDERED_AT_ONCE;
            case OpQuadPattern pattern -> pattern.getBasicPattern().size() > ORDERED_AT_ONCE;
            default -> false;
        };
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        return PathWalk.canWalk(path.getTriplePath().getPath())
                ? new PathSolutions(path.getTriplePath(), input, execCxt, budget)
                : super.execute(path, input);
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        Comparator<Binding> comparator = new BindingComparator(order.getConditions(), execCxt);
        Comparator<Binding> watched = (one, other) -> {
            budget.step();
            return comparator.compare(one, other);
        };
        return new QueryIterSort(held(exec(order.getSubOp(), input)), watched, execCxt);
    }

    /** Each row that is given has been kept, to be known again. */
    @Override
    protected QueryIterator execute(OpDistinct distinct, QueryIterator input) {
        return held(super.execute(distinct, input));
    }

    @Override
    protected QueryIterator execute(OpGroup group, QueryIterator input) {
        List<ExprAggregator> aggregates = group.getAggregators().isEmpty()
                ? List.of(HeldAggregate.ofNothing(budget))
                : group.getAggregators().stream()
                        .map(aggregate -> HeldAggregate.of(aggregate, budget))
                        .toList();
        return new QueryIterGroup(exec(group.getSubOp(), input), group.getGroupVars(), aggregates, execCxt);
    }

    @Override
    protected QueryIterator execute(OpJoin join, QueryIterator input) {
        return Join.join(held(exec(join.getLeft(), input)), exec(join.getRight(), root()), execCxt);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin join, QueryIterator input) {
        return Join.leftJoin(
                exec(join.getLeft(), input), held(exec(join.getRight(), root())), join.getExprs(), execCxt);
    }

    @Override
    protected QueryIterator execute(OpMinus minus, QueryIterator input) {
        QueryIterator left = exec(minus.getLeft(), input);
        QueryIterator right = held(exec(minus.getRight(), root()));
        var common = OpVars.visibleVars(minus.getLeft());
        common.retainAll(OpVars.visibleVars(minus.getRight()));
        return QueryIterMinus.create(left, right, common, execCxt);
    }

    @Override
    protected QueryIterator execute(OpTable table, QueryIterator input) {
        return table.isJoinIdentity() || input.isJoinIdentity()
                ? super.execute(table, input)
                : super.execute(table, held(input));
    }

    private QueryIterator held(QueryIterator rows) {
        return new QueryIterProcessBinding(rows, execCxt) {
            @Override
            public Binding accept(Binding row) {
                return budget.hold(row);
            }
        };
    }
}
