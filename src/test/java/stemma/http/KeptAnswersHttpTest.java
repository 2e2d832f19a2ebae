package stemma.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** Answers that are kept, to queries before all, and those that are not; {@code protocol/plain/kept.txt} has more. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptAnswersHttpTest {
    private static final String SMALL =
            path("SELECT ?p ?o { <https://w3id.org/stemma/llm/LSTM> ?p ?o } ORDER BY ?p ?o");
    private static final String LARGE = path("SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 3000");

    /** A query, a card, a lineage, pages, a resource, a graph, and what the endpoint says of itself. */
    private static final List<String> PATHS = List.of(
            path("ASK { ?s ?p 'nothing' }"),
            "api/v1/concepts/LSTM",
            "api/v1/lineage/BERT?depth=2",
            "",
            "demo",
            "docs",
            "id/LSTM",
            "id/LSTM.ttl",
            "data?default",
            "sparql");

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

    @ParameterizedTest
    @CsvSource({"GET, identity", "GET, gzip", "HEAD, identity", "HEAD, gzip"})
    void an_answer_that_is_kept_is_the_one_that_was_made(String method, String coding, StemmaClient client)
            throws Exception {
        for (String path : PATHS) {
            // Nobody else has asked with this header, so the first of these is made.
            HttpRequest.Builder ask = client.request(
                            path,
                            "Accept-Encoding",
                            coding,
                            "Accept-Language",
                            "en, " + method + "-" + coding + ";q=0.1")
                    .method(method, BodyPublishers.noBody());

            List<HttpResponse<byte[]>> answers = List.of(bytes(ask), bytes(ask), bytes(ask), bytes(ask));

            for (HttpResponse<byte[]> answer : answers) {
                assertEquals(headers(answers.getFirst()), headers(answer), path);
                assertEquals(answers.getFirst().statusCode(), answer.statusCode(), path);
                assertArrayEquals(answers.getFirst().body(), answer.body(), path);
                assertEquals(1, answer.headers().allValues("X-Request-Id").size());
            }
        }
    }

    @Test
    void who_has_the_answer_that_is_kept_hears_so(StemmaClient client) {
        String path = path("ASK { ?s ?p 'who has it' }");
        List<String> tags = Stream.generate(() -> client.get(path))
                .limit(3)
                .map(answer -> answer.headers().firstValue("ETag").orElseThrow())
                .toList();

        HttpResponse<String> again = client.get(path, "If-None-Match", tags.getLast());

        assertEquals(1, Set.copyOf(tags).size());
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @ParameterizedTest
    @CsvSource({"X-HTTP-Method-Override, DELETE, 400", "Content-Encoding, br, 415"})
    void what_is_refused_is_refused_also_where_the_answer_is_kept(
            String header, String value, int status, StemmaClient client) {
        for (String path : PATHS) {
            int asked = client.get(path).statusCode();
            for (int time = 0; time < 3; time++) {
                assertEquals(asked, client.get(path).statusCode(), path);
                assertEquals(status, client.get(path, header, value).statusCode(), path);
            }
        }
    }

    @Test
    void relative_names_are_those_of_the_address_that_was_asked(StemmaClient client) {
        String relative = path("SELECT (<x> AS ?x) {}");
        StemmaClient other = new StemmaClient(client.address().replace("127.0.0.1", "localhost"));

        for (StemmaClient each : List.of(client, other, client, other)) {
            assertTrue(each.get(relative).body().contains(each.address() + "x"), each.address());
        }
    }

    /** All that do not tell one answer from the next. */
    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        headers.keySet().removeAll(Set.of("x-request-id", "date"));
        return headers;
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
