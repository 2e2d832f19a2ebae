package stemma.sparql.standard;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Evaluates {@code GRAPH ?g} as the
 * <a href="https://www.w3.org/TR/sparql11-query/#sparqlAlgebraEval">algebra</a> has it: the pattern in each named graph by
 * itself, with the graph's name joined to its solutions. TDB2 is faster and looks {@code ?g} up with each triple, which is
 * the same only where every solution comes from a triple; it is left to do so there, and only there.
 */
public final class GraphByGraph implements QueryEngineFactory {
    private GraphByGraph() {}

    /** The engines for a query: as for any, or ARQ's own where this one is not needed. */
    public static QueryEngineRegistry engines(Op query) {
        return isNeededFor(query) ? engines() : QueryEngineRegistry.get();
    }

    /**
     * To be set in the context of an execution, under {@code ARQConstants.registryQueryEngines}: this engine where it is
     * needed, else the dataset's own.
     */
    public static QueryEngineRegistry engines() {
        QueryEngineRegistry engines = QueryEngineRegistry.get().copy();
        engines.add(new GraphByGraph());
        return engines;
    }

    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
        return !query.hasDatasetDescription() && accept(Algebra.compile(query), dataset, context);
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
        return TDBInternal.isBackedByTDB(dataset) && isNeededFor(op);
    }

    private static boolean isNeededFor(Op op) {
        AtomicBoolean needed = new AtomicBoolean();
        OpWalker.walk(op, new OpVisitorBase() {
            @Override
            public void visit(OpGraph graph) {
                if (graph.getNode().isVariable() && !isFromTriples(graph.getSubOp())) {
                    needed.set(true);
                }
            }
        });
        return needed.get();
    }

    /** Whether each solution of a pattern holds a triple of the graph, and nothing is matched but in that graph. */
    private static boolean isFromTriples(Op op) {
        return switch (op) {
            case OpBGP bgp -> !bgp.getPattern().isEmpty();
            case OpPath path -> true;
            case OpFilter filter -> isFromTriples(filter.getSubOp());
            case OpExtend extend -> isFromTriples(extend.getSubOp());
            case OpUnion union -> isFromTriples(union.getLeft()) && isFromTriples(union.getRight());
            case OpLeftJoin join -> isFromTriples(join.getLeft()) && isFromTriples(join.getRight());
            case OpJoin join ->
                (isFromTriples(join.getLeft()) && isTable(join.getRight()))
                        || (isTable(join.getLeft()) && isFromTriples(join.getRight()))
                        || (isFromTriples(join.getLeft()) && isFromTriples(join.getRight()));
            default -> false;
        };
    }

    private static boolean isTable(Op op) {
        return op instanceof OpTable;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
        return QueryEngineMain.getFactory().create(query, seen(dataset, context), input, context);
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
        return QueryEngineMain.getFactory().create(op, seen(dataset, context), input, context);
    }

    private static DatasetGraph seen(DatasetGraph dataset, Context context) {
        DatasetGraph storage = TDBInternal.requireStorage(dataset);
        return context.isTrue(TDB2.symUnionDefaultGraph) ? new UnionAsDefault(storage) : storage;
    }

    private static final class UnionAsDefault extends DatasetGraphWrapper implements DatasetGraphWrapperView {
        UnionAsDefault(DatasetGraph dataset) {
            super(dataset);
        }

        @Override
        public Graph getDefaultGraph() {
            return getUnionGraph();
        }
    }
}
