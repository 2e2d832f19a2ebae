package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ExpectedFile;
import stemma.SmallOntology;
import stemma.Stemma;
import stemma.StemmaClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Reconciliation Service API on a small ontology. A request is a file {@code reconcile/*.txt}: method and path; then, where it
 * has a body, the field of a form or {@code json}; then JSON. The file {@code *.json} beside it has status and answer.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReconcileHttpTest {
    private static final Path CASES = ExpectedFile.RESOURCES.resolve("reconcile");

    private static Stemma stemma;
    private static StemmaClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        stemma = SmallOntology.serve(folder, SmallOntology.GOOD);
        client = new StemmaClient(stemma.address());
    }

    @AfterAll
    static void stop() {
        stemma.close();
    }

    static List<String> cases() throws IOException {
        return ExpectedFile.namesIn(CASES, ".txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_question_has_the_expected_answer(String name) throws IOException {
        List<String> lines = Files.readAllLines(CASES.resolve(name + ".txt"));
        String[] first = lines.getFirst().split(" ", -1);
        HttpRequest.Builder request = client.request(first[1]);
        if (first[0].equals("POST")) {
            boolean json = lines.get(1).equals("json");
            String body = String.join("\n", lines.subList(2, lines.size()));
            request.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            json ? body : lines.get(1) + "=" + StemmaClient.encoded(body)));
        }
        HttpResponse<String> answer = client.send(request.build());

        List<String> seen = new ArrayList<>(List.of(Integer.toString(answer.statusCode())));
        JsonNode tree = JsonMapper.shared().readTree(answer.body());
        if (answer.statusCode() >= 400) {
            ((ObjectNode) tree).remove("requestId");
        }
        JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(tree)
                .replace(client.address(), "http://here/")
                .lines()
                .forEach(seen::add);
        ExpectedFile.of("reconcile", name + ".json").hasExactly(seen);
    }

    @Test
    void a_preview_is_a_page_that_leads_to_the_entry() {
        HttpResponse<String> page = client.get("reconcile/preview?id=Draisine&lang=zh-Hant");

        assertEquals(200, page.statusCode());
        assertEquals(
                "text/html;charset=utf-8",
                page.headers().firstValue("Content-Type").orElse(""));
        assertTrue(page.body().contains("<a href=\"/?focus=Draisine\" target=\"_blank\">滑步車</a>"), page.body());
        assertTrue(page.body().contains("1817"), page.body());
        assertEquals(404, client.get("reconcile/v1/preview?id=NoSuchThing").statusCode());
    }
}
