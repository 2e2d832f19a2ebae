package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.ServerSocketChannel;
import org.apache.jena.atlas.web.HttpException;
import org.apache.jena.sparql.exec.http.UpdateExecHTTP;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** What a query may not do: reach another place, run code by its name, change anything. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SparqlRefusalsHttpTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String[] UPDATES = {
        "INSERT DATA { <urn:s> <urn:p> <urn:o> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL",
        "DROP GRAPH <https://w3id.org/stemma/graph/stemma>"
    };

    private static ServerSocketChannel elsewhere;

    @BeforeAll
    static void listen_elsewhere() throws IOException {
        elsewhere = ServerSocketChannel.open();
        elsewhere.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        elsewhere.configureBlocking(false);
    }

    /** Connections stand in the queue until they are accepted, so a look at the end sees all that were ever made. */
    @AfterAll
    static void nobody_has_come_elsewhere() throws IOException {
        try (ServerSocketChannel closing = elsewhere) {
            assertNull(closing.accept());
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/sparql/refused.tsv", delimiter = '\t', quoteCharacter = '\u0000', numLinesToSkip = 1)
    void a_query_is_refused(String query, StemmaClient client) throws IOException {
        String here =
                query.replace("{port}", Integer.toString(elsewhere.socket().getLocalPort()));

        assertRefused(client.get("sparql?query=" + StemmaClient.encoded(here)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"default-graph-uri", "named-graph-uri", "default-graph-uri=urn:x-arq:UnionGraph&named-graph-uri"
            })
    void a_graph_that_is_not_here_is_refused(String parameter, StemmaClient client) {
        assertRefused(client.get("sparql?query=ASK%7B%7D&" + parameter + "=file:///etc/passwd"));
        assertRefused(client.get("sparql?query=ASK%7B%7D&" + parameter + "=http://127.0.0.1:"
                + elsewhere.socket().getLocalPort() + "/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (CALL(<java:java.lang.System>, 1) AS ?x) {}",
                "SELECT (CALL(IRI(CONCAT('ja', 'va:java.lang.System')), 1) AS ?x) {}",
                "SELECT (AGG <java:java.lang.System>(1) AS ?x) {}",
                "JSON { 'a': ?s } WHERE { ?s ?p ?o }"
            })
    void what_only_arq_understands_is_a_syntax_error(String query, StemmaClient client) {
        HttpResponse<String> response = client.get("sparql?query=" + StemmaClient.encoded(query));

        assertEquals(400, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"code\":\"syntax-error\""), response.body());
    }

    @Test
    void no_other_property_is_a_function(StemmaClient client) {
        HttpResponse<String> response = client.get("sparql?query="
                + StemmaClient.encoded("ASK { ?x <http://jena.apache.org/ARQ/property#strSplit> ('a b' ' ') }"));

        assertEquals(200, response.statusCode(), response.body());
        assertTrue(response.body().contains("false"), response.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?s text:query '((('",
                "?s a ?class OPTIONAL { ?s text:query 'a AND' }",
                "(?s 1) text:query 'attention'",
                "?s text:query ()",
                "?s text:query ('a' 1 2 3 4 5)"
            })
    void what_no_text_can_be_found_by_is_a_bad_request(String pattern, StemmaClient client) {
        HttpResponse<String> response = client.get("sparql?query="
                + StemmaClient.encoded("PREFIX text: <http://jena.apache.org/text#> SELECT * { " + pattern + " }"));

        assertEquals(400, response.statusCode(), response.body());
    }

    @Test
    void updates_are_refused_in_every_form(StemmaClient client) {
        for (String update : UPDATES) {
            String encoded = StemmaClient.encoded(update);
            assertRefused(client.get("sparql?update=" + encoded));
            assertRefused(client.get("sparql?query=ASK%7B%7D&update=" + encoded));
            assertRefused(post(client, "sparql", FORM, "update=" + encoded));
            assertRefused(post(client, "sparql", FORM, "query=ASK%7B%7D&update=" + encoded));
            assertRefused(post(client, "sparql", "application/sparql-update", update));
            assertRefused(post(client, "update", FORM, "update=" + encoded));
            assertRefused(post(client, "update", "application/sparql-update; charset=utf-8", update));
        }
    }

    @Test
    void an_update_is_no_query(StemmaClient client) {
        for (String update : UPDATES) {
            assertEquals(
                    400,
                    client.get("sparql?query=" + StemmaClient.encoded(update)).statusCode(),
                    update);
            assertEquals(
                    400,
                    post(client, "sparql", "application/sparql-query", update).statusCode(),
                    update);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sparql", "update"})
    void jenas_own_client_cannot_update(String path, StemmaClient client) {
        HttpException refusal = Assertions.assertThrows(
                HttpException.class,
                () -> UpdateExecHTTP.service(client.address() + path)
                        .update("INSERT DATA { <urn:stemma:test> <urn:p> 1 }")
                        .execute());

        assertEquals(403, refusal.getStatusCode());
        assertTrue(client.get("sparql?query=" + StemmaClient.encoded("ASK { <urn:stemma:test> ?p ?o }"))
                .body()
                .contains("false"));
    }

    private static HttpResponse<String> post(StemmaClient client, String path, String type, String body) {
        return client.send(client.request(path, "Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertEquals(403, response.statusCode(), response.body());
        assertTrue(response.body().contains("\"code\":\"refused\""), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
    }
}
