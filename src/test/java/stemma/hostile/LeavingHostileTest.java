package stemma.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Clients that hang up. The server has one place for queries, and lets one take it for longer than this test may last. */
@Timeout(120)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeavingHostileTest {
    private static final String PATTERN = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    private static Stemma stemma;
    private static StemmaClient client;

    @BeforeAll
    static void start() throws Exception {
        stemma = Stemma.start(
                Settings.parse(
                        "--port",
                        "0",
                        "--timeout",
                        "600",
                        "--slots",
                        "1",
                        "--memory",
                        "10000",
                        "--store",
                        Files.createTempDirectory(Path.of("target"), "store-").toString()),
                (step, done, total) -> {});
        client = new StemmaClient(stemma.address());
    }

    @AfterAll
    static void stop() {
        stemma.close();
    }

    /** Nothing but its client's leave can end the query in time: the only place is taken until then. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) " + PATTERN,
                "SELECT * " + PATTERN + " ORDER BY ?l LIMIT 1",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER (STR(?a) = CONCAT(STR(?d), STR(?g), \"x\")) }",
                "SELECT (COUNT(*) AS ?n) { ?a (!<urn:p>|^<urn:p>)* ?b . ?b (!<urn:p>|^<urn:p>)* ?c }",
            })
    void a_client_that_hangs_up_ends_its_query_and_frees_its_place(String query) throws IOException {
        try (Socket socket = asking(query)) {
            while (!isBusy()) {
                assertTrue(socket.isConnected());
            }
        }
        while (isBusy()) {
            Thread.onSpinWait();
        }
        assertEquals(200, client.get("health").statusCode());
    }

    @Test
    void a_client_that_sends_its_next_request_early_gets_both_answers() throws IOException {
        URI address = URI.create(stemma.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String slow = "/sparql?query=" + StemmaClient.encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?c ?d ?e }");
            socket.getOutputStream().write(request(slow, "keep-alive"));
            socket.getOutputStream().flush();
            socket.getOutputStream().write(request("/health", "close"));
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(3, answers.split("HTTP/1.1 200", -1).length, answers);
        }
    }

    private static Socket asking(String query) throws IOException {
        URI address = URI.create(stemma.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream().write(request("/sparql?query=" + StemmaClient.encoded(query), "keep-alive"));
        socket.getOutputStream().flush();
        return socket;
    }

    private static byte[] request(String path, String connection) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether a query finds no place, after it has waited for one; its answer is none that is kept. */
    private static boolean isBusy() {
        HttpResponse<String> answer =
                client.get("sparql?query=" + StemmaClient.encoded("ASK { BIND (NOW() AS ?now) }"));
        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 503, answer.body());
        return answer.statusCode() == 503;
    }
}
