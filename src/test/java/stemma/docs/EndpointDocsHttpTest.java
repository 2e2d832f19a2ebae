package stemma.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.Settings;
import stemma.Stemma;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** The endpoint's page: its requests are sent, its programs run. Those that write have a server of their own. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EndpointDocsHttpTest {
    private static final Markdown PAGE = Markdown.of("queries/README.md");
    private static final String DOCUMENTED = "http://localhost:8080/";
    private static final String TOKEN = "let-me-in";
    private static final String RNN = "https://w3id.org/stemma/llm/RNN";
    private static final Pattern QUERY = Pattern.compile("(?s)PREFIX llm:.*?\\}");

    @TempDir
    private static Path folder;

    private static Stemma plain;

    @BeforeAll
    static void start() throws Exception {
        plain = Stemma.start(
                Settings.parse(
                        "--port",
                        "0",
                        "--store",
                        folder.resolve("store").toString(),
                        "--writable",
                        "plain",
                        "--token",
                        TOKEN),
                (step, done, total) -> {});
    }

    @AfterAll
    static void stop() {
        plain.close();
    }

    @TestFactory
    Stream<DynamicTest> each_curl_gets_its_answer(StemmaClient client) {
        List<String> curls = PAGE.commands().stream()
                .filter(command -> command.startsWith("curl "))
                .toList();
        assertEquals(9, curls.size(), "The page shows another number of requests than were found");
        return curls.stream()
                .map(curl -> DynamicTest.dynamicTest(curl.lines().findFirst().orElseThrow(), () -> {
                    boolean writes = curl.contains("$TOKEN");
                    String address = writes ? plain.address() : client.address();
                    Shell.Result result = Shell.run(
                            curl.replace(DOCUMENTED, address).replaceFirst("curl -s( -f)?", "curl -s --fail"),
                            Map.of("TOKEN", TOKEN));
                    assertEquals(0, result.exitCode(), result.err());
                    assertEquals(writes, result.out().isBlank(), result.out());
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "java", "js"})
    void a_program_names_what_the_LSTM_extends(String language, StemmaClient client) throws Exception {
        String program = PAGE.blocks(language).getFirst().replace(DOCUMENTED, client.address());
        Path file = Files.writeString(
                folder.resolve(Map.of("python", "ask.py", "java", "Ask.java", "js", "ask.mjs")
                        .get(language)),
                program);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String interpreter =
                Map.of("python", "python3", "java", java, "js", "node").get(language);
        if (Shell.run("command -v " + interpreter, Map.of()).exitCode() != 0) {
            assertFalse(language.equals("java"), "Java is here");
            assertAnswers(query(program), client);
            return;
        }

        Shell.Result result = Shell.run(interpreter + " " + file, Map.of());

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains(RNN), result.out());
    }

    @Test
    void the_program_in_R_asks_what_is_answered(StemmaClient client) {
        assertAnswers(query(PAGE.blocks("r").getFirst()), client);
    }

    private static String query(String program) {
        Matcher query = QUERY.matcher(program);
        assertTrue(query.find(), program);
        return query.group();
    }

    private static void assertAnswers(String query, StemmaClient client) {
        String answer = client.get("sparql?format=csv&query=" + StemmaClient.encoded(query))
                .body();
        assertTrue(answer.contains(RNN), query + answer);
    }
}
