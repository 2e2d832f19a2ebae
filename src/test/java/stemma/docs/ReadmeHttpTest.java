package stemma.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** Every request that the README shows is sent, by the command that it shows. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeHttpTest {
    private static final Markdown README = Markdown.of("README.md");
    private static final String DOCUMENTED = "http://localhost:8080/";

    @TestFactory
    Stream<DynamicTest> each_curl_of_the_README_gets_its_answer(StemmaClient client) {
        List<String> curls = README.commands().stream()
                .filter(command -> command.startsWith("curl "))
                .toList();
        assertEquals(13, curls.size(), "The README shows another number of requests than were found");
        return curls.stream()
                .map(curl -> DynamicTest.dynamicTest(curl.lines().findFirst().orElseThrow(), () -> {
                    // --fail turns an error status into an exit code.
                    Shell.Result result = Shell.run(
                            curl.replace(DOCUMENTED, client.address()).replaceFirst("curl -s", "curl -s --fail"),
                            Map.of());
                    assertAll(
                            () -> assertEquals(0, result.exitCode(), result.err()),
                            () -> assertFalse(result.out().isBlank(), "no answer"));
                }));
    }

    @Test
    void the_recurrence_example_names_the_Transformer(StemmaClient client) throws Exception {
        String curl = README.commands().stream()
                .filter(command -> command.contains("st:replaces"))
                .findFirst()
                .orElseThrow();
        Shell.Result result = Shell.run(curl.replace(DOCUMENTED, client.address()), Map.of());
        assertTrue(result.out().contains("https://w3id.org/stemma/llm/Transformer"), result.out());
    }
}
