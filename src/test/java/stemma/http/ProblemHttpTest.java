package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import stemma.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with a request, the answer is a problem document that says so and tells nothing of the server. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemHttpTest {
    private static final Pattern SPACES = Pattern.compile("\\((\\d+)\\)");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-F]{2})");
    private static final Pattern INTERNALS = Pattern.compile(
            "Exception|Error:|stemma\\.|java\\.|\\bat [a-z]+\\.|jetty|javalin|jena|\\.java|null",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvFileSource(
            resources = "/http/problems.tsv",
            delimiter = '\t',
            quoteCharacter = '\u0000',
            numLinesToSkip = 1,
            maxCharsPerColumn = 1000)
    void a_bad_request_is_answered_with_a_problem(
            String method,
            String path,
            String headers,
            String body,
            int status,
            String code,
            String parameter,
            StemmaClient client)
            throws IOException {
        RawAnswer answer = RawAnswer.to(client.address(), request(method, path, headers, body));

        assertEquals(status, answer.status(), answer.body());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("*", answer.header("Access-Control-Allow-Origin"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertTrue(answer.header("X-Request-Id").matches("[0-9a-f]{16}"), answer.header("X-Request-Id"));
        assertEquals(status == 405, !answer.header("Allow").isEmpty());
        if (method.equals("HEAD")) {
            assertEquals("", answer.body());
            return;
        }
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertEquals(code, problem.get("code").stringValue(), answer.body());
        assertEquals("/problems.html#" + code, problem.get("type").stringValue());
        assertEquals(status, problem.get("status").intValue());
        assertFalse(problem.get("title").stringValue().isBlank());
        assertFalse(problem.get("detail").stringValue().isBlank());
        assertEquals(answer.header("X-Request-Id"), problem.get("requestId").stringValue());
        if (code.endsWith("-parameter")) {
            assertEquals(
                    parameter == null ? "" : parameter, problem.get("parameter").stringValue());
        } else {
            assertFalse(problem.has("parameter"), answer.body());
        }
        assertFalse(INTERNALS.matcher(answer.body()).find(), answer.body());
    }

    private static String request(String method, String path, String headers, String body) {
        StringBuilder request =
                new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n");
        String content = body == null ? "" : body;
        for (String header : headers == null ? new String[0] : headers.split(" \\| ", -1)) {
            request.append(header).append("\r\n");
        }
        content = spelledOut(content);
        if (!content.isEmpty() && !request.toString().contains("Transfer-Encoding: chunked")) {
            request.append("Content-Length: ").append(content.length()).append("\r\n");
        }
        return spelledOut(request.append("\r\n").toString()) + content;
    }

    private static String spelledOut(String text) {
        String wide = SPACES.matcher(text).replaceAll(match -> " ".repeat(Integer.parseInt(match.group(1))));
        return BYTE.matcher(wide)
                .replaceAll(ProblemHttpTest::character)
                .replace("\\r", "\r")
                .replace("\\n", "\n");
    }

    private static String character(MatchResult match) {
        return String.valueOf((char) Integer.parseInt(match.group(1), 16));
    }

    @Test
    void even_what_is_not_http_is_answered_with_a_problem(StemmaClient client) throws IOException {
        for (String request : List.of(
                "NONSENSE\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/3.7\r\nHost: test\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "\u0016\u0003\u0001\u0000\u00a5\u0001\u0000\r\n\r\n")) {
            RawAnswer answer = RawAnswer.to(client.address(), request);

            assertEquals(400, answer.status(), request);
            assertEquals(
                    "bad-request",
                    JsonMapper.shared().readTree(answer.body()).get("code").stringValue(),
                    request);
            assertEquals(
                    answer.header("X-Request-Id"),
                    JsonMapper.shared().readTree(answer.body()).get("requestId").stringValue());
        }
    }

    @Test
    void a_body_that_is_too_large_is_refused_though_its_length_is_not_told(StemmaClient client) throws IOException {
        RawAnswer answer = RawAnswer.to(
                client.address(),
                "POST /sparql HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Type: application/sparql-query\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n100001\r\n"
                        + " ".repeat(0x100001)
                        + "\r\n0\r\n\r\n");

        assertEquals(413, answer.status());
        assertEquals(
                1 << 20,
                JsonMapper.shared().readTree(answer.body()).get("limit").intValue());
    }

    @Test
    void a_path_that_is_too_long_is_refused(StemmaClient client) throws IOException {
        RawAnswer answer = RawAnswer.to(
                client.address(),
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");

        assertEquals(414, answer.status());
        assertEquals(
                "uri-too-long",
                JsonMapper.shared().readTree(answer.body()).get("code").stringValue());
    }

    @Test
    void each_request_has_its_own_id(StemmaClient client) {
        assertNotEquals(
                client.get("nowhere").headers().firstValue("X-Request-Id"),
                client.get("nowhere").headers().firstValue("X-Request-Id"));
    }

    @Test
    void similar_names_known_parameters_and_offered_types_are_told(StemmaClient client) {
        JsonNode name = JsonMapper.shared()
                .readTree(client.get("api/v1/concepts/Transfomer").body());
        JsonNode parameter =
                JsonMapper.shared().readTree(client.get("api/v1/search?query=x").body());
        JsonNode type = JsonMapper.shared()
                .readTree(client.get("sparql?query=ASK%7B%7D", "Accept", "text/html")
                        .body());

        assertTrue(name.get("similar").toString().contains("\"Transformer\""));
        assertEquals(
                "[\"q\",\"class\",\"chapter\",\"year\",\"limit\",\"offset\",\"lang\",\"fields\"]",
                parameter.get("known").toString());
        assertTrue(type.get("offered").toString().contains("\"text/csv\""));
    }

    @Test
    void the_type_of_each_problem_leads_to_a_section_that_tells_of_it(StemmaClient client) {
        HttpResponse<String> page = client.get("problems.html");
        assertEquals(200, page.statusCode());
        List<String> told = Pattern.compile(
                        "<section id=\"([a-z-]+)\">\\s*<h2><code>\\1</code> <span class=\"status\">(\\d+)</span></h2>\\s*<p><b>([^<]+)\\.</b>")
                .matcher(page.body())
                .results()
                .map(section -> section.group(1) + " " + section.group(2) + " " + section.group(3))
                .toList();
        assertEquals(
                Arrays.stream(Problem.Kind.values())
                        .map(kind -> kind.code() + " " + kind.status() + " " + kind.title())
                        .toList(),
                told);
    }
}
