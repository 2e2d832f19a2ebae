package stemma.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import stemma.ExpectedFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests that are meant to knock the server over, or to have it do what it should not, each a file below
 * {@code hostile/requests}. Each has its status, the neighbours notice nothing, and after the last the process is as it was.
 */
class RequestsHostileTest {
    private static final Path CASES = ExpectedFile.RESOURCES.resolve("hostile/requests");
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final String END_OF_HEAD = "\r\n\r\n";

    private static Standing standing;

    @BeforeAll
    static void start() throws Exception {
        standing = Standing.started();
    }

    @AfterAll
    static void stop() throws Exception {
        standing.close();
    }

    @TestFactory
    Stream<DynamicTest> the_server_stands() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        RawRequest.in(CASES).forEach(one -> tests.add(DynamicTest.dynamicTest(one.name(), () -> stands(one))));
        tests.add(DynamicTest.dynamicTest("the neighbours noticed nothing", standing::noneNoticed));
        tests.add(DynamicTest.dynamicTest("the process is as it was", standing::isAsBefore));
        return tests.stream();
    }

    private static void stands(RawRequest request) throws IOException {
        long start = System.nanoTime();
        String answer = request.answerOf(standing.address());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String statuses = RawRequest.statuses(answer);

        System.out.printf("%-36s %-12s %5d ms%n", request.name(), statuses, took.toMillis());
        assertTrue(
                request.expected().contains(statuses),
                () -> request.expected() + " expected, not " + statuses + ": " + shortened(answer));
        assertTrue(took.compareTo(WITHIN) <= 0, () -> "It took " + took);
        assertFalse(heads(answer).contains("\r\nX-Injected"), () -> shortened(answer));
        assertFalse(answer.contains("root:x:"), () -> shortened(answer));
        if (statuses.matches(".*[45]\\d\\d")) {
            isProblem(answer.substring(answer.lastIndexOf("HTTP/1.1 ")));
        }
    }

    private static void isProblem(String answer) {
        int end = answer.indexOf(END_OF_HEAD);
        assertTrue(answer.substring(0, end).contains("Content-Type: application/problem+json"), answer);
        JsonNode problem = JsonMapper.shared().readTree(answer.substring(end + END_OF_HEAD.length()));
        assertEquals(
                answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3),
                problem.get("status").asString());
    }

    /** Up to the first body, which may well tell what was sent. */
    private static String heads(String answer) {
        return answer.split(END_OF_HEAD, 2)[0];
    }

    private static String shortened(String answer) {
        return answer.substring(0, Math.min(answer.length(), 2000));
    }
}
