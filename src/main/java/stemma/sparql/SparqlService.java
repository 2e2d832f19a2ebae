package stemma.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.TDB2;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.sparql.standard.GraphByGraph;
import stemma.store.GraphStore;
import stemma.store.Snapshot;

/**
 * Answers SPARQL queries of any kind from a store. Everything that can be refused (syntax, policy, format, a limit reached
 * before the first row) is refused before the answer is opened; solutions are then streamed inside the transaction. Runs
 * on the calling thread.
 */
public final class SparqlService {
    private static final String UNFIT = "The query asks for something in a form in which it cannot be had:"
            + " the score and the text of text:query, for instance, are variables.";
    private static final String NARROWER = "Ask for less, or bind more of the patterns and paths.";

    private final GraphStore store;
    private final SparqlOptions options;
    private final SparqlParser parser;

    public SparqlService(GraphStore store, SparqlOptions options) {
        this.store = store;
        this.options = options;
        this.parser = new SparqlParser(options.dialect());
    }

    /**
     * Answers a query.
     *
     * @throws stemma.problem.ProblemException when nothing was opened yet
     * @throws BrokenAnswerException when the answer was opened and cannot be brought to its end
     * @throws IOException when the client is gone
     */
    public void answer(SparqlRequest request, AnswerSink sink) throws IOException {
        Query query = parser.query(request);
        SparqlPolicy.check(query);
        Format format = Format.choose(request.accept(), formats(query));
        Duration limit = request.timeout().compareTo(options.timeout()) < 0 ? request.timeout() : options.timeout();
        store.<Void, IOException>read(snapshot -> {
            SparqlPolicy.checkGraphs(query, snapshot.dataset(), options.defaultGraph());
            run(query, format, limit, snapshot, new OnceSink(sink));
            return null;
        });
    }

    private static List<Format> formats(Query query) {
        if (query.isSelectType() || query.isAskType()) {
            return Format.ofResults();
        }
        return query.isConstructQuad() ? Format.ofDatasets() : Format.ofGraphs();
    }

    private void run(Query query, Format format, Duration limit, Snapshot snapshot, OnceSink sink) throws IOException {
        boolean isUnion = options.defaultGraph() == DefaultGraph.UNION;
        try (QueryExec exec = QueryExec.dataset(snapshot.dataset())
                .query(query)
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .set(ARQ.httpServiceAllowed, false)
                // Else the union would stand also in place of the graphs that the query names.
                .set(TDB2.symUnionDefaultGraph, isUnion && !query.hasDatasetDescription())
                .set(ARQConstants.sysOptimizerFactory, options.dialect().optimizer())
                .set(ARQConstants.registryQueryEngines, GraphByGraph.engines())
                .build()) {
            if (query.isSelectType()) {
                select(exec, format, sink);
            } else if (query.isAskType()) {
                boolean answer = exec.ask();
                format.write(answer, sink.open(format.contentType()));
            } else if (query.isConstructQuad()) {
                graphs(query, exec, format, sink);
            } else {
                graph(query, exec, format, snapshot.dataset(), sink);
            }
        } catch (QueryCancelledException e) {
            throw sink.failed(new Problem.LimitReached("timeout", limit.toMillis() / 1000.0 + " s", NARROWER), e);
        } catch (StackOverflowError e) {
            throw sink.failed(new Problem.LimitReached("depth", "reached", NARROWER), e);
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

    private static void select(QueryExec exec, Format format, OnceSink sink) throws IOException {
        RowSet rows = exec.select();
        // The first row is found before the first byte is sent, so that a failure up to there has a status.
        var unused = rows.hasNext();
        format.write(format == Format.CSV ? BlankNodes.labelled(rows) : rows, sink.open(format.contentType()));
    }

    private static void graph(Query query, QueryExec exec, Format format, DatasetGraph source, OnceSink sink)
            throws IOException {
        Graph answer = GraphFactory.createDefaultGraph();
        source.prefixes().forEach(answer.getPrefixMapping()::setNsPrefix);
        answer.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        Iterator<Triple> triples = query.isDescribeType() ? exec.describeTriples() : exec.constructTriples();
        triples.forEachRemaining(answer::add);
        byte[] bytes = format.bytes(answer);
        sink.open(format.contentType()).write(bytes);
    }

    private static void graphs(Query query, QueryExec exec, Format format, OnceSink sink) throws IOException {
        DatasetGraph answer = DatasetGraphFactory.create();
        query.getPrefixMapping().getNsPrefixMap().forEach(answer.prefixes()::add);
        exec.constructQuads().forEachRemaining(answer::add);
        byte[] bytes = format.bytes(answer);
        sink.open(format.contentType()).write(bytes);
    }

    /** Knows whether the answer has begun: before, a failure is a problem; after, only a broken transfer is honest. */
    private static final class OnceSink {
        private final AnswerSink sink;
        private boolean opened;

        OnceSink(AnswerSink sink) {
            this.sink = sink;
        }

        OutputStream open(String contentType) throws IOException {
            opened = true;
            return sink.open(contentType);
        }

        IOException failed(Problem problem, Throwable cause) {
            if (!opened) {
                throw problem.exception();
            }
            return new BrokenAnswerException(problem, cause);
        }
    }
}
