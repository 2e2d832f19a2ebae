package stemma.hostile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import stemma.ExpectedFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queries and updates that are meant to knock the server over, each a file below {@code hostile/queries}. Each ends in time
 * with its status, the neighbours notice nothing, and after the last the process is as it was.
 */
class QueriesHostileTest {
    private static final Path CASES = ExpectedFile.RESOURCES.resolve("hostile/queries");
    private static final Duration LIMIT_OF_UPDATES = Duration.ofSeconds(3);
    /** Less, as any client may ask for; so that the whole takes less time. */
    private static final Duration LIMIT_OF_QUERIES = Duration.ofSeconds(1);

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final long MAY_KEEP_BYTES = 24 << 20;

    private static final double IDLE = 0.6;
    private static final Duration CALM_WITHIN = Duration.ofSeconds(20);
    private static final long NEIGHBOURS_PATIENCE_MILLIS = 2000;

    private static ServerProcess server;
    private static HttpClient http;
    private static Neighbours neighbours;
    private static Before before;

    /** How the process was before the first case. */
    private record Before(long heap, Map<String, Integer> threads) {}

    @BeforeAll
    static void start() throws Exception {
        server = ServerProcess.start("--timeout", Long.toString(LIMIT_OF_UPDATES.toSeconds()));
        http = HttpClient.newHttpClient();
        HostileGraph.writeTo(server.client());
        // What a first update, query and card load stays loaded; the store's bounded caches hold what was read last.
        String text = "SELECT * { ?s <http://jena.apache.org/text#query> 'lstm' FILTER REGEX(STR(?s), 'a') }";
        for (HostileCase first : List.of(
                harmless("first.ru", "INSERT DATA {}"),
                harmless("first.rq", "ASK {}"),
                harmless("all.rq", "SELECT ?o { ?s ?p ?o }"),
                harmless("text.rq", text))) {
            answer(first);
        }
        server.client().json("api/v1/concepts/LSTM");
        neighbours = Neighbours.of(server.address());
        before = new Before(server.readings().liveHeap(), server.readings().threads());
    }

    @AfterAll
    static void stop() throws Exception {
        neighbours.close();
        http.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> the_server_stands() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        HostileCase.in(CASES)
                .forEach(hostile -> tests.add(DynamicTest.dynamicTest(hostile.name(), () -> stands(hostile))));
        tests.add(DynamicTest.dynamicTest("the neighbours noticed nothing", QueriesHostileTest::nobodyNoticed));
        tests.add(DynamicTest.dynamicTest("an update still commits", QueriesHostileTest::anUpdateCommits));
        tests.add(DynamicTest.dynamicTest("the process is as it was", QueriesHostileTest::theProcessIsAsItWas));
        return tests.stream();
    }

    private static void stands(HostileCase hostile) throws Exception {
        long start = System.nanoTime();
        Answer answer = answer(hostile);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%-50s %-8s %5d ms %s%n", hostile.name(), answer.status(), took.toMillis(), answer.detail());
        assertAll(
                () -> assertTrue(
                        hostile.expected().contains(answer.status()),
                        () -> hostile.expected() + " expected, not " + answer.status() + ": " + answer.body()),
                () -> hostile.limit().ifPresent(limit -> assertEquals(limit, answer.limit())),
                () -> {
                    Duration within = hostile.within()
                            .orElse((hostile.isUpdate() ? LIMIT_OF_UPDATES : LIMIT_OF_QUERIES).plus(GRACE));
                    assertTrue(took.compareTo(within) <= 0, () -> "It took " + took + ", not " + within);
                },
                () -> assertTrue(server.isAlive(), "the server has ended"));
    }

    /** A status, or {@code broken}, and as much of the body as came. */
    private record Answer(String status, String body) {
        private JsonNode problem() {
            return JsonMapper.shared().readTree(body);
        }

        String limit() {
            return problem().path("limit").asString("");
        }

        String detail() {
            return status.startsWith("4") || status.startsWith("5")
                    ? problem().path("detail").asString("")
                    : "";
        }
    }

    private static Answer answer(HostileCase hostile) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address()
                        + (hostile.isUpdate() ? "update" : "sparql?timeout=" + LIMIT_OF_QUERIES.toSeconds())))
                .POST(BodyPublishers.ofString(hostile.text()))
                .header("Content-Type", "application/sparql-" + (hostile.isUpdate() ? "update" : "query"));
        if (hostile.isUpdate()) {
            request.header("Authorization", "Bearer " + ServerProcess.TOKEN);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() / 100 == 2) {
                body.transferTo(OutputStream.nullOutputStream());
                return new Answer(Integer.toString(answer.statusCode()), "");
            }
            return new Answer(
                    Integer.toString(answer.statusCode()), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Answer("broken", "");
        }
    }

    private static void nobodyNoticed() {
        String seen = neighbours.all().stream().map(Object::toString).collect(Collectors.joining("\n"));
        System.out.println(seen);
        assertAll(
                () -> assertEquals(List.of(), neighbours.failures()),
                () -> assertTrue(
                        neighbours.all().stream()
                                .allMatch(neighbour -> neighbour.slowest() <= NEIGHBOURS_PATIENCE_MILLIS),
                        seen));
    }

    private static void anUpdateCommits() throws Exception {
        assertEquals(
                "204",
                answer(harmless("last.ru", "INSERT DATA { GRAPH <urn:last> { <urn:last> <urn:is> true } }"))
                        .status());
    }

    private static void theProcessIsAsItWas() throws Exception {
        neighbours.close();
        long deadline = System.nanoTime() + CALM_WITHIN.toNanos();
        double load = server.readings().load();
        while (load > IDLE && System.nanoTime() < deadline) {
            load = server.readings().load();
        }
        double calm = load;
        long heap = server.readings().liveHeap();
        Map<String, Integer> threads = server.readings().threads();
        System.out.printf("load %.2f, heap %d MB, was %d MB%n", calm, heap >> 20, before.heap() >> 20);
        assertAll(
                () -> assertTrue(calm <= IDLE, () -> "the processor is busy: " + calm),
                () -> assertTrue(
                        heap <= before.heap() + MAY_KEEP_BYTES, () -> heap + " bytes, before: " + before.heap()),
                () -> assertTrue(
                        total(threads) <= total(before.threads()) + 8,
                        () -> threads + " threads, before: " + before.threads()));
    }

    private static int total(Map<String, Integer> threads) {
        return threads.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static HostileCase harmless(String name, String text) {
        return new HostileCase(name, List.of(), Optional.empty(), Optional.empty(), text);
    }
}
