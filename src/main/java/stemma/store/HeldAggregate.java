package stemma.store;

import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.binding.BindingProjectNamed;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/**
 * An aggregate whose groups, and whatever it keeps for each, are taken from a budget.
 *
 * @param aggregator what it computes
 * @param keeps what it keeps besides
 */
record HeldAggregate(Aggregator aggregator, Keeps keeps, Budget budget) implements Aggregator {
    /** Begins with what no variable of a query can begin with. */
    private static final Var NOTHING = Var.alloc("/nothing");

    /** What an aggregate keeps for each group. */
    enum Keeps {
        A_VALUE,
        DIFFERENT_VALUES,
        ALL_VALUES,
        A_TEXT
    }

    /** An aggregate as it is, but held. */
    static ExprAggregator of(ExprAggregator aggregate, Budget budget) {
        Aggregator aggregator = aggregate.getAggregator();
        return new ExprAggregator(aggregate.getVar(), new HeldAggregate(aggregator, keeps(aggregator), budget));
    }

    /** Where groups are made and nothing is computed. */
    static ExprAggregator ofNothing(Budget budget) {
        return new ExprAggregator(NOTHING, new HeldAggregate(new AggCount(), Keeps.A_VALUE, budget));
    }

    private static Keeps keeps(Aggregator aggregator) {
        return switch (aggregator.getName()) {
            case "GROUP_CONCAT" -> Keeps.A_TEXT;
            case "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE" ->
                isDistinct(aggregator) ? Keeps.DIFFERENT_VALUES : Keeps.A_VALUE;
            default -> Keeps.ALL_VALUES;
        };
    }

    private static boolean isDistinct(Aggregator aggregator) {
        String name = aggregator.getName().toLowerCase(Locale.ROOT);
        return aggregator.toPrefixString().startsWith("(" + name + " distinct");
    }

    private static String separator(Aggregator aggregator) {
        return Objects.requireNonNullElse(
                switch (aggregator) {
                    case AggGroupConcat concat -> concat.getSeparator();
                    case AggGroupConcatDistinct concat -> concat.getSeparator();
                    default -> null;
                },
                " ");
    }

    @Override
    public Accumulator createAccumulator() {
        budget.hold(BindingFactory.empty());
        Accumulator accumulator = aggregator.createAccumulator();
        return switch (keeps) {
            case A_VALUE -> accumulator;
            case DIFFERENT_VALUES -> new Different(accumulator, getExprList(), budget, new HashSet<>());
            case ALL_VALUES -> new All(accumulator, budget);
            case A_TEXT ->
                new Text(
                        accumulator,
                        getExprList().get(0),
                        separator(aggregator).length(),
                        isDistinct(aggregator) ? Optional.of(new HashSet<>()) : Optional.empty(),
                        budget);
        };
    }

    /** Knows the values by their hashes alone: all that is asked is how many there are, to within chance. */
    private record Different(Accumulator accumulator, ExprList expressions, Budget budget, Set<Integer> seen)
            implements Accumulator {
        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            if (expressions == null) {
                if (seen.add(new BindingProjectNamed(row).hashCode())) {
                    budget.hold(row);
                }
            } else {
                NodeValue value = ExprLib.evalOrNull(expressions.get(0), row, environment);
                if (value != null && seen.add(value.hashCode())) {
                    budget.hold(value.asNode());
                }
            }
            accumulator.accumulate(row, environment);
        }

        @Override
        public NodeValue getValue() {
            return accumulator.getValue();
        }
    }

    private record All(Accumulator accumulator, Budget budget) implements Accumulator {
        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            budget.hold(row);
            accumulator.accumulate(row, environment);
        }

        @Override
        public NodeValue getValue() {
            return accumulator.getValue();
        }
    }

    /** What is joined to a text, where each value stands once or, without a set of those seen, whenever it comes. */
    private static final class Text implements Accumulator {
        private final Accumulator accumulator;
        private final Expr expression;
        private final int separator;
        private final Optional<Set<Integer>> seen;
        private final Budget budget;
        private long length;

        Text(Accumulator accumulator, Expr expression, int separator, Optional<Set<Integer>> seen, Budget budget) {
            this.accumulator = accumulator;
            this.expression = expression;
            this.separator = separator;
            this.seen = seen;
            this.budget = budget;
        }

        @Override
        public void accumulate(Binding row, FunctionEnv environment) {
            NodeValue value = ExprLib.evalOrNull(expression, row, environment);
            if (value != null && (seen.isEmpty() || seen.get().add(value.hashCode()))) {
                length += value.asString().length() + separator;
                budget.allowValue(length);
            }
            accumulator.accumulate(row, environment);
        }

        @Override
        public NodeValue getValue() {
            return accumulator.getValue();
        }
    }

    @Override
    public Node getValueEmpty() {
        return aggregator.getValueEmpty();
    }

    @Override
    public String toPrefixString() {
        return aggregator.toPrefixString();
    }

    @Override
    public String key() {
        return aggregator.key();
    }

    @Override
    public String getName() {
        return aggregator.getName();
    }

    @Override
    public ExprList getExprList() {
        return aggregator.getExprList();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new HeldAggregate(aggregator.copy(expressions), keeps, budget);
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new HeldAggregate(aggregator.copyTransform(transform), keeps, budget);
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof HeldAggregate held && aggregator.equals(held.aggregator, bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return aggregator.asSparqlExpr(context);
    }
}
