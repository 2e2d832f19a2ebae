package stemma.sparql;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.tdb2.TDB2;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.sparql.standard.GraphByGraph;
import stemma.store.Budget;
import stemma.store.GraphStore;
import stemma.store.Snapshot;
import stemma.store.Version;

/**
 * Answers SPARQL queries of any kind from a store. Everything that can be refused (syntax, policy, format, a limit reached
 * before the first row) is refused before the answer is opened; solutions are then streamed inside the transaction. Runs
 * on the calling thread.
 */
public final class SparqlService {
    private static final String UNFIT = "The query asks for something in a form in which it cannot be had:"
            + " the score and the text of text:query, for instance, are variables.";
    private static final String NARROWER = "Ask for less, or bind more of the patterns and paths.";

    private static final int MOST_ACCEPTS = 100;

    private final GraphStore store;
    private final SparqlOptions options;
    private final SparqlParser parser;
    /** Clients say the same again and again. */
    private final LoadingCache<String, Accept> accepts = Caffeine.newBuilder()
            .maximumSize(MOST_ACCEPTS)
            .executor(Runnable::run)
            .build(Accept::new);

    public SparqlService(GraphStore store, SparqlOptions options) {
        this.store = store;
        this.options = options;
        this.parser = new SparqlParser(options);
    }

    /**
     * Answers a query.
     *
     * @param cancelled may be set by any thread, to end the query
     * @throws stemma.problem.ProblemException when nothing was opened yet
     * @throws BrokenAnswerException when the answer was opened and cannot be brought to its end
     * @throws IOException when the client is gone
     */
    public void answer(SparqlRequest request, AtomicBoolean cancelled, AnswerSink sink) throws IOException {
        Budget budget = new Budget(options.limits().within(request.timeout()), cancelled);
        Query query = parser.query(request);
        Op algebra = Algebra.compile(query);
        SparqlPolicy.check(algebra);
        Format format = Format.choose(accepts.get(request.accept()), formats(query));
        store.<Void, IOException>read(snapshot -> {
            SparqlPolicy.checkGraphs(query, snapshot.dataset(), options.defaultGraph());
            run(query, algebra, format, budget, snapshot, new OnceSink(sink, stateOf(request, snapshot), budget));
            return null;
        });
    }

    private static Optional<Version> stateOf(SparqlRequest request, Snapshot snapshot) {
        return Chance.mayBeIn(request.query()) ? Optional.empty() : Optional.of(snapshot.version());
    }

    private static List<Format> formats(Query query) {
        if (query.isSelectType() || query.isAskType()) {
            return Format.ofResults();
        }
        return query.isConstructQuad() ? Format.ofDatasets() : Format.ofGraphs();
    }

    private void run(Query query, Op algebra, Format format, Budget budget, Snapshot snapshot, OnceSink sink)
            throws IOException {
        boolean isUnion = options.defaultGraph() == DefaultGraph.UNION;
        QueryExecBuilder builder = QueryExec.dataset(snapshot.dataset());
        budget.settings().forEach(builder::set);
        try (QueryExec exec = builder.query(query)
                .set(ARQ.httpServiceAllowed, false)
                // Else the union would stand also in place of the graphs that the query names.
                .set(TDB2.symUnionDefaultGraph, isUnion && !query.hasDatasetDescription())
                .set(ARQConstants.sysOptimizerFactory, options.dialect().optimizer())
                .set(ARQConstants.registryQueryEngines, GraphByGraph.engines(algebra))
                .build()) {
            snapshot.deadlines().<Void, IOException>keep(budget, () -> {
                write(query, exec, format, budget, snapshot, sink);
                return null;
            });
        } catch (QueryCancelledException e) {
            throw sink.failed(budget.failure(NARROWER), e);
        } catch (StackOverflowError e) {
            throw sink.failed(new Problem.LimitReached("depth", "reached", NARROWER), e);
        } catch (OutOfMemoryError e) {
            throw sink.failed(new Problem.LimitReached("memory", "reached", NARROWER), e);
        } catch (QueryBuildException e) {
            throw sink.failed(SparqlParser.syntaxError(e.getMessage(), 0, 0), e);
        } catch (QueryExecException e) {
            throw sink.failed(new Problem.BadRequest(UNFIT), e);
        } catch (ProblemException e) {
            throw sink.failed(e.problem(), e);
        } catch (RuntimeException e) {
            if (sink.opened) {
                throw sink.failed(new Problem.Internal(), e);
            }
            throw e;
        }
    }

    private static void write(
            Query query, QueryExec exec, Format format, Budget budget, Snapshot snapshot, OnceSink sink)
            throws IOException {
        if (query.isSelectType()) {
            select(exec, format, budget, sink);
        } else if (query.isAskType()) {
            boolean answer = exec.ask();
            budget.requireKept();
            format.write(answer, sink.open(format.contentType()));
        } else if (query.isConstructQuad()) {
            graphs(query, exec, format, budget, sink);
        } else {
            graph(query, exec, format, new HeldGraph(budget, snapshot.dataset().prefixes()), sink);
        }
    }

    private static void select(QueryExec exec, Format format, Budget budget, OnceSink sink) throws IOException {
        RowSet rows = exec.select();
        // The first row is found before the first byte is sent, so that a failure up to there has a status.
        var unused = rows.hasNext();
        budget.requireKept();
        format.write(format == Format.CSV ? BlankNodes.labelled(rows) : rows, sink.open(format.contentType()));
        budget.requireKept();
    }

    private static void graph(Query query, QueryExec exec, Format format, HeldGraph answer, OnceSink sink)
            throws IOException {
        answer.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        if (query.isDescribeType()) {
            answer.holdRows();
            exec.describe(answer);
        } else {
            exec.constructTriples().forEachRemaining(answer::add);
        }
        answer.requireWhole();
        sink.write(format.bytes(answer), format.contentType());
    }

    private static void graphs(Query query, QueryExec exec, Format format, Budget budget, OnceSink sink)
            throws IOException {
        DatasetGraph answer = DatasetGraphFactory.create();
        query.getPrefixMapping().getNsPrefixMap().forEach(answer.prefixes()::add);
        exec.constructQuads().forEachRemaining(quad -> {
            if (!answer.contains(quad)) {
                budget.hold(quad.asTriple());
                answer.add(quad);
            }
        });
        budget.requireKept();
        sink.write(format.bytes(answer), format.contentType());
    }

    /** Knows whether the answer has begun: before, a failure is a problem; after, only a broken transfer is honest. */
    private static final class OnceSink {
        private final AnswerSink sink;
        private final Optional<Version> state;
        private final Budget budget;
        private boolean opened;

        OnceSink(AnswerSink sink, Optional<Version> state, Budget budget) {
            this.sink = sink;
            this.state = state;
            this.budget = budget;
        }

        OutputStream open(String contentType) throws IOException {
            opened = true;
            return new LimitedStream(sink.open(new AnswerHead(contentType, state)), budget);
        }

        /** A whole answer. */
        void write(byte[] bytes, String contentType) throws IOException {
            long limit = budget.limits().answer();
            if (bytes.length > limit) {
                throw LimitedStream.tooLong(limit).exception();
            }
            open(contentType).write(bytes);
        }

        IOException failed(Problem problem, Throwable cause) {
            if (!opened) {
                throw problem.exception();
            }
            return new BrokenAnswerException(problem, cause);
        }
    }
}
