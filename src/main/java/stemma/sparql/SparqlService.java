package stemma.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.TDB2;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.store.GraphStore;
import stemma.store.Snapshot;

/**
 * Answers SPARQL queries of any kind from a store. Everything that can be refused (syntax, policy, format, a limit reached
 * before the first row) is refused before the answer is opened; solutions are then streamed inside the transaction. Runs
 * on the calling thread.
 */
public final class SparqlService {
    private static final Pattern PLACE = Pattern.compile(" at line (\\d{1,9}), column (\\d{1,9})");
    private static final String NARROWER = "Ask for less, or bind more of the patterns and paths.";

    private final GraphStore store;
    private final Duration timeout;

    /**
     * A service.
     *
     * @param timeout how long a query may take, from its start to its last byte
     */
    public SparqlService(GraphStore store, Duration timeout) {
        this.store = store;
        this.timeout = timeout;
    }

    /**
     * Answers a query.
     *
     * @throws stemma.problem.ProblemException when nothing was opened yet
     * @throws BrokenAnswerException when the answer was opened and cannot be brought to its end
     * @throws IOException when the client is gone
     */
    public void answer(SparqlRequest request, AnswerSink sink) throws IOException {
        Query query = parse(request);
        SparqlPolicy.check(query);
        boolean results = query.isSelectType() || query.isAskType();
        Format format = Format.choose(request.accept(), results ? Format.ofResults() : Format.ofGraphs());
        Duration limit = request.timeout().compareTo(timeout) < 0 ? request.timeout() : timeout;
        store.<Void, IOException>read(snapshot -> {
            SparqlPolicy.checkGraphs(query, snapshot.dataset());
            run(query, format, limit, snapshot, new OnceSink(sink));
            return null;
        });
    }

    private static Query parse(SparqlRequest request) {
        try {
            // ARQ's own syntax has more: CALL runs what code a string names, JSON is no kind of query of the protocol.
            Query query = QueryFactory.create(request.query(), Syntax.syntaxSPARQL_12);
            if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
                // The protocol's dataset takes the place of the query's own.
                query.getGraphURIs().clear();
                query.getNamedGraphURIs().clear();
                request.defaultGraphs().forEach(query::addGraphURI);
                request.namedGraphs().forEach(query::addNamedGraphURI);
            }
            return query;
        } catch (QueryParseException e) {
            throw syntaxError(e.getMessage(), e.getLine(), e.getColumn()).exception();
        } catch (QueryException | RiotException e) {
            throw syntaxError(e.getMessage(), 0, 0).exception();
        }
    }

    /**
     * The parser's own words about the query's text; they tell nothing about the server. Where they name the place, it is
     * that of what could not be read, while the exception has that of what was read last.
     */
    private static Problem.SyntaxError syntaxError(String message, int line, int column) {
        String reason = message.lines().findFirst().orElse("not a query").replaceFirst("^Line \\d+, column \\d+: ", "");
        Matcher place = PLACE.matcher(reason);
        return place.find()
                ? new Problem.SyntaxError(
                        Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), place.replaceFirst(""))
                : new Problem.SyntaxError(line, column, reason);
    }

    private static void run(Query query, Format format, Duration limit, Snapshot snapshot, OnceSink sink)
            throws IOException {
        try (QueryExec exec = QueryExec.dataset(snapshot.dataset())
                .query(query)
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .set(ARQ.httpServiceAllowed, false)
                .set(ARQ.enablePropertyFunctions, false)
                // Else the union would stand also in place of the graphs that the query names.
                .set(TDB2.symUnionDefaultGraph, !query.hasDatasetDescription())
                .build()) {
            if (query.isSelectType()) {
                select(exec, format, sink);
            } else if (query.isAskType()) {
                boolean answer = exec.ask();
                format.write(answer, sink.open(format.contentType()));
            } else {
                graph(query, exec, format, snapshot.dataset(), sink);
            }
        } catch (QueryCancelledException e) {
            throw sink.failed(new Problem.LimitReached("timeout", limit.toMillis() / 1000.0 + " s", NARROWER), e);
        } catch (StackOverflowError e) {
            throw sink.failed(new Problem.LimitReached("depth", "reached", NARROWER), e);
        } catch (QueryBuildException e) {
            throw sink.failed(syntaxError(e.getMessage(), 0, 0), e);
        } catch (ProblemException e) {
            throw e;
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
        format.write(rows, sink.open(format.contentType()));
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
