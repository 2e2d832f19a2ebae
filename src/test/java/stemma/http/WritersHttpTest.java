package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.Settings;
import stemma.Stemma;
import stemma.StemmaClient;
import tools.jackson.databind.json.JsonMapper;

/** Two who write at once. */
class WritersHttpTest {
    private static final String ENDLESS = "INSERT { <http://example.org/a> <http://example.org/p> ?n } WHERE {"
            + " ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (?c + ?f + ?i + ?l = 0.5) BIND (?c AS ?n) }";

    @Test
    void the_second_waits_for_a_while_and_is_told_to_come_back_and_the_first_that_fails_changes_nothing(
            @TempDir Path store) throws Exception {
        try (Stemma stemma = Stemma.start(
                        Settings.parse(
                                "--port=0",
                                "--store=" + store,
                                "--writable=plain",
                                "--token=abc",
                                "--timeout=5",
                                "--patience=1"),
                        (step, done, total) -> {});
                HttpClient http = HttpClient.newHttpClient()) {
            StemmaClient client = new StemmaClient(stemma.address());
            String data = IntStream.range(0, 300)
                    .mapToObj(number -> "<http://example.org/s> <http://example.org/n> " + number)
                    .collect(Collectors.joining(" . "));
            assertEquals(
                    204,
                    client.send(update(client, "INSERT DATA { " + data + " }")).statusCode());

            CompletableFuture<HttpResponse<String>> first =
                    http.sendAsync(update(client, ENDLESS), BodyHandlers.ofString());
            HttpResponse<String> second;
            do {
                assertFalse(first.isDone(), "the first was writing for as long as it may, and nobody met it");
                second = client.send(update(client, "INSERT DATA { <http://example.org/b> <http://example.org/p> 1 }"));
            } while (second.statusCode() == 204);

            assertEquals(503, second.statusCode(), second.body());
            var problem = JsonMapper.shared().readTree(second.body());
            assertEquals("busy", problem.get("code").stringValue());
            assertEquals(
                    problem.get("retryAfter").asString(),
                    second.headers().firstValue("Retry-After").orElse(""));
            assertEquals(
                    200, client.get("sparql?query=ASK%7B%7D").statusCode(), "who reads does not wait for who writes");
            assertEquals(503, first.join().statusCode(), first.join().body());
            assertEquals(
                    204,
                    client.send(update(client, "DELETE DATA { <http://example.org/b> <http://example.org/p> 1 }"))
                            .statusCode());
            String left = client.get(
                            "sparql?format=csv&query=" + StemmaClient.encoded("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"))
                    .body();
            assertEquals("n\r\n300\r\n", left);
        }
    }

    private static HttpRequest update(StemmaClient client, String update) {
        return client.request("update")
                .header("Authorization", "Bearer abc")
                .header("Content-Type", "application/sparql-update")
                .POST(BodyPublishers.ofString(update))
                .build();
    }
}
