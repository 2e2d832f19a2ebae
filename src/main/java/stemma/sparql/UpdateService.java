package stemma.sparql;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.exec.UpdateExecBuilder;
import org.apache.jena.sparql.modify.request.Target;
import org.apache.jena.sparql.modify.request.UpdateBinaryOp;
import org.apache.jena.sparql.modify.request.UpdateDropClear;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateRequest;
import stemma.problem.Problem;
import stemma.sparql.standard.GraphByGraph;
import stemma.store.Budget;
import stemma.store.GraphStore;
import stemma.store.InvalidChangeException;
import stemma.store.Upkeep;
import stemma.store.Version;

/**
 * Runs <a href="https://www.w3.org/TR/sparql11-update/">SPARQL Update</a> requests: each is read and checked whole, then
 * carried out whole, in one transaction, or not at all. Runs on the calling thread.
 */
public final class UpdateService {
    private static final String NARROWER = "Nothing was changed. Change less at a time.";

    private final Writer writer;
    private final SparqlOptions options;
    private final SparqlParser parser;

    /**
     * A service.
     *
     * @param upkeep what follows from each change, and what must hold after it
     */
    public UpdateService(GraphStore store, Upkeep upkeep, SparqlOptions options) {
        this.writer = new Writer(store, upkeep, options);
        this.options = options;
        this.parser = new SparqlParser(options);
    }

    /**
     * Carries out an update request.
     *
     * @param cancelled may be set by any thread, to end it with nothing changed
     * @return the version of the store that it made
     * @throws InvalidChangeException when it would break what must hold in the store
     * @throws stemma.problem.ProblemException when it cannot be read, is refused, or fails
     */
    public Version update(SparqlUpdate request, Precondition precondition, AtomicBoolean cancelled)
            throws InvalidChangeException {
        List<Update> operations = parser.update(request);
        operations.forEach(SparqlPolicy::check);
        if (options.defaultGraph() == DefaultGraph.UNION) {
            operations.forEach(UpdateService::refuseUnionAsAWhole);
        }
        return writer.<Void>write(precondition, dataset -> {
                    operations.forEach(operation -> run(operation, dataset, new Budget(options.limits(), cancelled)));
                    return null;
                })
                .version();
    }

    private void run(Update operation, ChangedDataset dataset, Budget budget) {
        if (operation instanceof UpdateLoad) {
            return;
        }
        dataset.keepTo(budget);
        budget.holdAnswer();
        UpdateExecBuilder builder = UpdateExec.dataset(dataset);
        budget.settings().forEach(builder::set);
        try {
            builder.update(new UpdateRequest(operation))
                    .timeout(budget.left().toMillis(), TimeUnit.MILLISECONDS)
                    .set(ARQ.httpServiceAllowed, false)
                    .set(TDB2.symUnionDefaultGraph, options.defaultGraph() == DefaultGraph.UNION)
                    .set(ARQConstants.sysOptimizerFactory, options.dialect().optimizer())
                    .set(ARQConstants.registryQueryEngines, GraphByGraph.engines())
                    .build()
                    .execute();
            budget.requireKept();
        } catch (QueryCancelledException e) {
            throw budget.failure(NARROWER).exception();
        } catch (StackOverflowError e) {
            throw new Problem.LimitReached("depth", "reached", NARROWER).exception();
        } catch (UpdateException e) {
            throw new Problem.Conflict("A graph that the update names is not there, or is there already."
                            + " Nothing was changed. SILENT passes over this.")
                    .exception();
        }
    }

    /** The union is no graph that could be emptied, replaced or moved. */
    private static void refuseUnionAsAWhole(Update operation) {
        boolean refused = switch (operation) {
            case UpdateDropClear clear -> clear.isDefault();
            case UpdateBinaryOp copy -> isDefault(copy.getSrc()) || isDefault(copy.getDest());
            default -> false;
        };
        if (refused) {
            throw new Problem.Refused("Here the default graph is the union of the named graphs,"
                            + " which cannot be cleared, copied or replaced as a whole. Name a graph.")
                    .exception();
        }
    }

    private static boolean isDefault(Target target) {
        return target.isDefault();
    }
}
