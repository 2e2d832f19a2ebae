package stemma.sparql.standard;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.serializer.SerializationContext;

/** An aggregate that computes a number, which comes in canonical form. */
record CanonicalAggregate(Aggregator aggregator) implements Aggregator {

    private record Canonically(Accumulator accumulator) implements Accumulator {
        @Override
        public void accumulate(Binding binding, FunctionEnv environment) {
            accumulator.accumulate(binding, environment);
        }

        @Override
        public NodeValue getValue() {
            NodeValue value = accumulator.getValue();
            return value == null ? null : Canonical.computed(value);
        }
    }

    @Override
    public Accumulator createAccumulator() {
        return new Canonically(aggregator.createAccumulator());
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
        return new CanonicalAggregate(aggregator.copy(expressions));
    }

    @Override
    public Aggregator copyTransform(NodeTransform transform) {
        return new CanonicalAggregate(aggregator.copyTransform(transform));
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof CanonicalAggregate canonical && aggregator.equals(canonical.aggregator, bySyntax);
    }

    @Override
    public String asSparqlExpr(SerializationContext context) {
        return aggregator.asSparqlExpr(context);
    }
}
