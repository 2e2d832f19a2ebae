package stemma.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import stemma.StemmaClient;

/** A plain server as a suite uses it. */
record SuiteServer(String address, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An answer whose body is bytes. */
    record Reply(
            int status,
            String contentType,
            @SuppressWarnings("ArrayRecordComponent") byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Reply query(String query, String accept) {
        return send(request("sparql", "Content-Type", "application/sparql-query", "Accept", accept)
                .POST(BodyPublishers.ofString(query)));
    }

    Reply update(String update) {
        return send(
                request("update", "Content-Type", "application/sparql-update").POST(BodyPublishers.ofString(update)));
    }

    void put(String selector, Graph graph) {
        String triples = RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
        Reply reply = send(request("data?" + selector, "Content-Type", "application/n-triples")
                .PUT(BodyPublishers.ofString(triples)));
        if (reply.status() / 100 != 2) {
            throw new AssertionError("PUT " + selector + " answers " + reply.status() + ": " + reply.text());
        }
    }

    void clear() {
        Reply reply = update("DROP ALL");
        if (reply.status() != 204) {
            throw new AssertionError("DROP ALL answers " + reply.status() + ": " + reply.text());
        }
    }

    Graph graph(String selector) {
        Reply reply = send(
                request("data?" + selector, "Accept", "application/n-triples").GET());
        if (reply.status() != 200) {
            throw new AssertionError("GET " + selector + " answers " + reply.status() + ": " + reply.text());
        }
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new ByteArrayInputStream(reply.body()))
                .lang(Lang.NTRIPLES)
                .parse(graph);
        return graph;
    }

    List<String> graphNames() {
        RowSet rows = results(
                        query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", "application/sparql-results+json"),
                        "application/sparql-results+json")
                .rowSet();
        TreeSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.add(row.get("g").getURI()));
        return new ArrayList<>(names);
    }

    static QueryExecResult results(Reply reply, String contentType) {
        Lang lang = contentType.startsWith("application/sparql-results+json")
                ? ResultSetLang.RS_JSON
                : contentType.startsWith("text/tab-separated-values")
                        ? ResultSetLang.RS_TSV
                        : contentType.startsWith("text/csv") ? ResultSetLang.RS_CSV : ResultSetLang.RS_XML;
        return RowSetReader.createReader(lang).readAny(new ByteArrayInputStream(reply.body()), null);
    }

    static String graphSelector(String iri) {
        return "graph=" + StemmaClient.encoded(iri);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .headers(headers)
                .header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
