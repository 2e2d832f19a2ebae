package stemma.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** What lets clients and caches keep an answer: entity tags, conditional requests, compression, HEAD. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CachingHttpTest {
    private static final String CARD = "api/v1/concepts/LSTM";

    @ParameterizedTest
    @ValueSource(
            strings = {
                CARD,
                "api/v1/concepts",
                "api/v1/search?q=LSTM",
                "api/v1/lineage",
                "api/v1/lineage/GPT",
                "api/v1/path?from=GPT&to=RNN",
                "api/v1/queries",
                "api/v1/queries/ancestors?concept=GPT",
                "api/v1/queries/ancestors?concept=GPT&format=csv",
                "api/v1/queries/describe?concept=GPT"
            })
    void an_answer_can_be_kept_and_asked_for_again(String path, StemmaClient client) {
        HttpResponse<String> first = client.get(path);
        String etag = header(first, "ETag");

        assertEquals(200, first.statusCode());
        assertTrue(etag.matches("\"[\\w.-]+\""), "a strong tag: " + etag);
        assertEquals("public, max-age=0, must-revalidate", header(first, "Cache-Control"));
        assertEquals("Accept, Accept-Encoding, Accept-Language", header(first, "Vary"));
        assertEquals(etag, header(client.get(path), "ETag"));

        HttpResponse<String> again = client.get(path, "If-None-Match", etag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        for (String name : List.of("ETag", "Cache-Control", "Vary", "Content-Language")) {
            assertEquals(header(first, name), header(again, name), name);
        }
    }

    @Test
    void any_tag_of_a_list_may_match_weakly_or_all(StemmaClient client) {
        String etag = header(client.get(CARD), "ETag");

        for (String matching : List.of(etag, "W/" + etag, "\"other\", " + etag, "\"a\",W/" + etag + ",\"b\"", "*")) {
            assertEquals(304, client.get(CARD, "If-None-Match", matching).statusCode(), matching);
        }
        for (String other :
                List.of("\"other\"", etag.substring(1, etag.length() - 1), "W/\"other\", \"x\"", "", "\"*\"")) {
            assertEquals(200, client.get(CARD, "If-None-Match", other).statusCode(), other);
        }
    }

    @Test
    void different_answers_have_different_tags(StemmaClient client) {
        Set<String> tags = Set.of(
                header(client.get(CARD), "ETag"),
                header(client.get(CARD + "?lang=en"), "ETag"),
                header(client.get(CARD + "?lang=zh-Hant"), "ETag"),
                header(client.get("api/v1/concepts/RNN"), "ETag"),
                header(client.get("api/v1/queries/ancestors?concept=GPT&format=csv"), "ETag"),
                header(client.get("api/v1/queries/ancestors?concept=GPT&format=tsv"), "ETag"));

        assertEquals(6, tags.size());
    }

    @Test
    void a_problem_is_not_kept(StemmaClient client) {
        HttpResponse<String> problem = client.get("api/v1/concepts/NoSuchThing", "If-None-Match", "*");

        assertEquals(404, problem.statusCode());
        assertEquals("no-store", header(problem, "Cache-Control"));
        assertEquals("", header(problem, "ETag"));
    }

    @Test
    void a_compressed_answer_is_the_same_and_has_its_own_tag(StemmaClient client) throws Exception {
        HttpResponse<byte[]> plain = bytes(client.request(CARD).build());
        HttpResponse<byte[]> compressed =
                bytes(client.request(CARD, "Accept-Encoding", "br, gzip").build());

        assertEquals("", header(plain, "Content-Encoding"));
        assertEquals("gzip", header(compressed, "Content-Encoding"));
        assertTrue(compressed.body().length < plain.body().length / 2);
        assertArrayEquals(plain.body(), unzipped(compressed.body()));
        assertNotEquals(header(plain, "ETag"), header(compressed, "ETag"));
        assertEquals(
                304,
                client.get(CARD, "Accept-Encoding", "gzip", "If-None-Match", header(compressed, "ETag"))
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip; q=0.0, *;q=0", "deflate, gzip;q=0"})
    void who_cannot_read_gzip_gets_none(String encoding, StemmaClient client) {
        HttpResponse<String> answer = client.get(CARD, "Accept-Encoding", encoding);

        assertEquals("", header(answer, "Content-Encoding"));
        assertTrue(answer.body().startsWith("{"));
    }

    @Test
    void a_short_answer_is_not_compressed(StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/search?q=xyzzy", "Accept-Encoding", "gzip");

        assertEquals("", header(answer, "Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CARD,
                "api/v1/concepts?limit=3",
                "api/v1/queries/ancestors?concept=GPT&format=csv",
                "health",
                "",
                "app.js"
            })
    void head_has_the_headers_of_get(String path, StemmaClient client) {
        HttpResponse<String> get = client.get(path);
        HttpResponse<String> head = client.send(client.request(path).HEAD().build());

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(lasting(get), lasting(head));
    }

    @Test
    void head_may_be_conditional_and_compressed(StemmaClient client) {
        HttpResponse<String> head = client.send(
                client.request(CARD, "Accept-Encoding", "gzip").HEAD().build());
        HttpResponse<String> again =
                client.send(client.request(CARD, "Accept-Encoding", "gzip", "If-None-Match", header(head, "ETag"))
                        .HEAD()
                        .build());

        assertEquals("gzip", header(head, "Content-Encoding"));
        assertEquals(304, again.statusCode());
    }

    @Test
    void health_is_never_kept(StemmaClient client) {
        assertEquals("no-store", header(client.get("health"), "Cache-Control"));
        assertEquals("up", client.json("health").get("status").stringValue());
    }

    /** The headers that two answers to the same question share. */
    private static Map<String, List<String>> lasting(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        headers.keySet().removeAll(Set.of("date", "x-request-id"));
        return headers;
    }

    private static HttpResponse<byte[]> bytes(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
