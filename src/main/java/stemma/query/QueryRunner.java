package stemma.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.graph.GraphFactory;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.store.Budget;
import stemma.store.GraphStore;
import stemma.store.Limits;
import stemma.store.Snapshot;

/** Runs query files. Values are put in the place of variables as terms; no query text is ever put together. */
public final class QueryRunner {
    private final QueryCatalog catalog;
    private final Limits limits;

    /** A runner without limits, for those who wait at the command line. */
    public QueryRunner(QueryCatalog catalog) {
        this(catalog, Limits.NONE);
    }

    /**
     * A runner.
     *
     * @param limits how much a query may take
     */
    public QueryRunner(QueryCatalog catalog, Limits limits) {
        this.catalog = catalog;
        this.limits = limits;
    }

    public QueryCatalog catalog() {
        return catalog;
    }

    /** The rows of a SELECT query, inside the snapshot's transaction. */
    public List<Row> rows(Snapshot snapshot, QueryFile file, Map<Var, List<Node>> values) {
        return answer(snapshot, file, values, exec -> {
            List<Row> rows = new ArrayList<>();
            exec.select().forEachRemaining(binding -> rows.add(new Row(binding)));
            return rows;
        });
    }

    /**
     * The namespaces that the vocabulary gives for itself.
     *
     * @throws IllegalStateException when it gives none
     */
    public Namespaces namespaces(Snapshot snapshot) {
        return rows(snapshot, catalog.get("vocabulary"), Map.of()).stream()
                .findFirst()
                .map(row -> new Namespaces(
                        row.text("concepts").orElseThrow(), row.text("schema").orElseThrow(), prefixes(snapshot)))
                .orElseThrow(() -> new IllegalStateException("The vocabulary does not give its void:uriSpace"));
    }

    private static Map<String, String> prefixes(Snapshot snapshot) {
        Map<String, String> prefixes = new TreeMap<>();
        snapshot.dataset().prefixes().forEach(prefixes::put);
        return prefixes;
    }

    /**
     * Runs the example of every file.
     *
     * @throws InvalidQueryFileException for the first one that fails
     */
    public void checkExamples(GraphStore store) throws InvalidQueryFileException {
        store.<Void, InvalidQueryFileException>read(snapshot -> {
            Namespaces namespaces = namespaces(snapshot);
            for (QueryFile file : catalog.all()) {
                checkExample(snapshot, file, namespaces);
            }
            return null;
        });
    }

    private void checkExample(Snapshot snapshot, QueryFile file, Namespaces namespaces)
            throws InvalidQueryFileException {
        try {
            Map<Var, List<Node>> values = file.bind(file.example()::get, namespaces);
            switch (file.kind()) {
                case SELECT -> rows(snapshot, file, values);
                case ASK -> ask(snapshot, file, values);
                case GRAPH -> graph(snapshot, file, values);
            }
        } catch (ProblemException | QueryException e) {
            throw new InvalidQueryFileException(
                    Path.of(file.group(), file.name() + ".rq"), 0, "its example fails: " + e.getMessage());
        }
    }

    /** The answer to an ASK query, inside the snapshot's transaction. */
    public boolean ask(Snapshot snapshot, QueryFile file, Map<Var, List<Node>> values) {
        return answer(snapshot, file, values, QueryExec::ask);
    }

    /** The graph of a CONSTRUCT or DESCRIBE query, with the store's prefixes, inside the snapshot's transaction. */
    public Graph graph(Snapshot snapshot, QueryFile file, Map<Var, List<Node>> values) {
        return answer(snapshot, file, values, exec -> {
            Graph graph = GraphFactory.createDefaultGraph();
            snapshot.dataset().prefixes().forEach(graph.getPrefixMapping()::setNsPrefix);
            (file.query().isDescribeType() ? exec.describeTriples() : exec.constructTriples())
                    .forEachRemaining(graph::add);
            return graph;
        });
    }

    private <T> T answer(
            Snapshot snapshot, QueryFile file, Map<Var, List<Node>> values, Function<QueryExec, T> reading) {
        Budget budget = new Budget(limits, new AtomicBoolean());
        try (QueryExec exec = execution(snapshot, file, values, budget)) {
            return snapshot.deadlines().keep(budget, () -> reading.apply(exec));
        } catch (QueryCancelledException e) {
            throw budget.failure("Ask for less.").exception();
        } catch (StackOverflowError e) {
            throw new Problem.LimitReached("depth", "reached", "Ask for less.").exception();
        }
    }

    private QueryExec execution(Snapshot snapshot, QueryFile file, Map<Var, List<Node>> values, Budget budget) {
        QueryExecBuilder builder = QueryExec.dataset(snapshot.dataset());
        budget.settings().forEach(builder::set);
        return builder.query(new Substitution(values).in(file.query()))
                .set(ARQ.httpServiceAllowed, false)
                .build();
    }
}
