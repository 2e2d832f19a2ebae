package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** Answers to queries that are kept, and those that are not; {@code protocol/plain/kept.txt} has more. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SparqlCachingHttpTest {
    private static final String SMALL =
            path("SELECT ?p ?o { <https://w3id.org/stemma/llm/LSTM> ?p ?o } ORDER BY ?p ?o");
    private static final String LARGE = path("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 3000");

    private static String path(String query) {
        return "sparql?query=" + StemmaClient.encoded(query);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (UUID() AS ?x) {}",
                "SELECT (STRUUID() AS ?x) {}",
                "SELECT (RAND() AS ?x) {}",
                "SELECT ?x { BIND (1 + rand() AS ?x) }",
                "SELECT (MAX(RAND()) AS ?x) { ?s a <https://w3id.org/stemma/ns#Model> }",
                "SELECT (\\u0055UID() AS ?x) {}",
                "CONSTRUCT { <http://example.org/> <http://example.org/> ?x } WHERE { BIND (UUID() AS ?x) }"
            })
    void what_is_drawn_by_chance_is_drawn_anew(String query, StemmaClient client) {
        HttpResponse<String> first = client.get(path(query));
        HttpResponse<String> second = client.get(path(query));

        assertEquals(200, first.statusCode(), first.body());
        assertNotEquals(first.body(), second.body());
        assertTrue(first.headers().firstValue("ETag").isEmpty());
    }

    @Test
    void compressed_and_plain_answers_do_not_mix(StemmaClient client) throws Exception {
        for (String path : List.of(SMALL, LARGE)) {
            String plain = client.get(path).body();
            for (int time = 0; time < 2; time++) {
                HttpResponse<byte[]> compressed = bytes(client.request(path, "Accept-Encoding", "gzip"));
                assertEquals(
                        "gzip",
                        compressed.headers().firstValue("Content-Encoding").orElseThrow());
                assertEquals(plain, decompressed(compressed.body()));

                HttpResponse<String> again = client.get(path);
                assertTrue(again.headers().firstValue("Content-Encoding").isEmpty());
                assertEquals(plain, again.body());
            }
        }
    }

    @Test
    void a_small_answer_tells_its_length_and_a_large_one_comes_as_it_is_made(StemmaClient client) {
        HttpResponse<String> small = client.get(SMALL);
        assertEquals(
                small.body().getBytes(StandardCharsets.UTF_8).length,
                small.headers().firstValueAsLong("Content-Length").orElseThrow());

        HttpResponse<String> large = client.get(LARGE);
        assertTrue(large.body().length() > 1 << 16);
        assertTrue(large.headers().firstValue("ETag").isEmpty());
        assertEquals("chunked", large.headers().firstValue("Transfer-Encoding").orElseThrow());
    }

    @Test
    void relative_names_are_those_of_the_address_that_was_asked(StemmaClient client) {
        String relative = path("SELECT (<x> AS ?x) {}");
        StemmaClient other = new StemmaClient(client.address().replace("127.0.0.1", "localhost"));

        for (StemmaClient each : List.of(client, other, client, other)) {
            assertTrue(each.get(relative).body().contains(each.address() + "x"), each.address());
        }
    }

    private static HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String decompressed(byte[] bytes) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
