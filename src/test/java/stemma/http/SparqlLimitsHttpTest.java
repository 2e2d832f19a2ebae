package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.Settings;
import stemma.Stemma;
import stemma.StemmaClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens when a query asks for too much, or too many ask. The one server stops a query after a second; the other has a
 * single place for queries and lets one take it for longer than this test may last.
 */
@Timeout(180)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SparqlLimitsHttpTest {
    /** More rows than any machine could count. */
    private static final String PATTERN = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    private static final String ENDLESS = "sparql?query=" + StemmaClient.encoded("SELECT * " + PATTERN);
    private static final int WAITING_PLACES = 8;

    private static Stemma impatient;
    private static Stemma narrow;
    private static Stemma frugal;
    private static HttpClient http;

    @BeforeAll
    static void start() throws Exception {
        impatient = start("--timeout", "1");
        narrow = start("--timeout", "600", "--slots", "1");
        frugal = start("--rows", "1000", "--memory", "1", "--largest-answer", "1");
        http = HttpClient.newHttpClient();
    }

    private static Stemma start(String... flags) throws Exception {
        List<String> all = new ArrayList<>(List.of(flags));
        all.addAll(List.of("--port", "0", "--store"));
        all.add(Files.createTempDirectory(Path.of("target"), "store-").toString());
        return Stemma.start(Settings.parse(all.toArray(String[]::new)), (step, done, total) -> {});
    }

    @AfterAll
    static void stop() {
        http.close();
        impatient.close();
        narrow.close();
        frugal.close();
    }

    @Test
    void the_glossary_reads_itself_without_the_limits_of_queries() {
        assertEquals(
                200,
                new StemmaClient(frugal.address()).get("api/v1/concepts/LSTM").statusCode());
    }

    @Test
    void rows_and_bytes_that_a_query_would_hold_beyond_the_limit_are_a_problem() {
        String longRows = "SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 900 } BIND (\"" + "x".repeat(2000)
                + "\" AS ?x) } ORDER BY ?x";
        assertEquals("rows", limit("SELECT * { ?s ?p ?o } ORDER BY ?o"));
        assertEquals("rows", limit("SELECT DISTINCT ?s { ?s ?p ?o }"));
        assertEquals("rows", limit("SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s"));
        assertEquals("rows", limit("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"));
        assertEquals("memory", limit(longRows));
    }

    @Test
    void an_answer_beyond_the_limit_breaks_off() throws Exception {
        String everything = "sparql?query=" + StemmaClient.encoded("SELECT * { ?s ?p ?o }");
        try (InputStream body = begun(frugal, everything)) {
            assertThrows(IOException.class, () -> body.transferTo(OutputStream.nullOutputStream()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n", " HTTP/1.0\r\n\r\n"})
    void an_answer_that_is_cut_off_is_no_end_of_the_connection(String rest) throws Exception {
        URI address = URI.create(impatient.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET /" + ENDLESS + "&format=tsv" + rest).getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThrows(SocketException.class, () -> in.transferTo(OutputStream.nullOutputStream()));
        }
    }

    /** The limit that a query reaches before its answer begins. */
    private static String limit(String query) {
        HttpResponse<String> answer =
                new StemmaClient(frugal.address()).get("sparql?query=" + StemmaClient.encoded(query));
        assertEquals(503, answer.statusCode(), answer.body());
        return JsonMapper.shared().readTree(answer.body()).get("limit").stringValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) " + PATTERN,
                "SELECT * " + PATTERN + " ORDER BY ?l",
                "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (STR(?a) = CONCAT(STR(?d), STR(?g), \"x\")) }",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (STR(?a) = CONCAT(STR(?d), STR(?g), \"x\")) }",
                "CONSTRUCT { ?a ?e ?l } WHERE " + PATTERN,
                "DESCRIBE ?l WHERE " + PATTERN
            })
    void time_that_runs_out_before_the_first_byte_is_a_problem(String query) {
        HttpResponse<String> answer =
                new StemmaClient(impatient.address()).get("sparql?query=" + StemmaClient.encoded(query));

        assertEquals(503, answer.statusCode(), answer.body());
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertEquals("limit-reached", problem.get("code").stringValue());
        assertEquals("timeout", problem.get("limit").stringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void time_that_runs_out_after_the_first_byte_breaks_the_connection(String format) throws Exception {
        try (InputStream body = begun(impatient, ENDLESS + "&format=" + format)) {
            assertThrows(IOException.class, () -> body.transferTo(OutputStream.nullOutputStream()));
        }
        assertEquals(
                200,
                new StemmaClient(impatient.address())
                        .get("sparql?query=ASK%7B%7D")
                        .statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void rows_are_sent_while_others_are_still_to_come_and_a_client_that_leaves_frees_its_place(String format)
            throws Exception {
        try (InputStream body = begun(narrow, ENDLESS + "&format=" + format)) {
            assertEquals(100_000, body.readNBytes(100_000).length);
        }
        // The only place is taken until the query above ends, and nothing but its client's leave can end it in time.
        assertEquals(
                200,
                new StemmaClient(narrow.address()).get("sparql?query=ASK%7B%7D").statusCode());
    }

    @Test
    void when_all_places_are_taken_some_wait_and_the_others_are_told_when_to_come_back() throws Exception {
        StemmaClient client = new StemmaClient(narrow.address());
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        BlockingQueue<HttpResponse<String>> answered = new LinkedBlockingQueue<>();
        int tooMany = 4;

        try (InputStream body = begun(narrow, ENDLESS)) {
            assertTrue(body.read() >= 0);
            for (int i = 0; i < WAITING_PLACES + tooMany; i++) {
                CompletableFuture<HttpResponse<String>> answer =
                        http.sendAsync(client.request("sparql?query=ASK%7B%7D").build(), BodyHandlers.ofString());
                asked.add(answer.whenComplete((response, failure) -> answered.add(response)));
            }
            for (int i = 0; i < tooMany; i++) {
                assertBusy(answered.take());
            }
            assertEquals(200, client.get("health").statusCode());
            assertTrue(client.get("").body().contains("<html"));
            assertEquals(200, client.get("api/v1/concepts/RNN?lang=en").statusCode());
            assertTrue(answered.isEmpty(), "the others still wait");
        }

        List<Integer> statuses = asked.stream()
                .map(answer -> answer.join().statusCode())
                .sorted()
                .toList();
        assertEquals(
                WAITING_PLACES,
                statuses.stream().filter(status -> status == 200).count(),
                statuses::toString);
        assertEquals(tooMany, statuses.stream().filter(status -> status == 503).count(), statuses::toString);
    }

    private static void assertBusy(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertEquals("busy", problem.get("code").stringValue());
        assertEquals(
                problem.get("retryAfter").asString(),
                answer.headers().firstValue("Retry-After").orElse(""));
    }

    /** The body of an answer that has begun and has not ended. */
    private static InputStream begun(Stemma stemma, String path) throws Exception {
        HttpResponse<InputStream> answer =
                http.send(new StemmaClient(stemma.address()).request(path).build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }
}
