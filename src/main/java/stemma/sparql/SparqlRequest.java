package stemma.sparql;

import java.time.Duration;
import java.util.List;

/**
 * A query operation of the <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol</a>.
 *
 * @param query the query's text
 * @param base what relative IRIs in it are relative to
 * @param defaultGraphs IRIs of {@code default-graph-uri}
 * @param namedGraphs IRIs of {@code named-graph-uri}
 * @param accept what the client accepts, as an Accept header says it; empty for anything
 * @param timeout how long the client wants to wait; the server's own limit holds too
 */
public record SparqlRequest(
        String query,
        String base,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        String accept,
        Duration timeout) {}
