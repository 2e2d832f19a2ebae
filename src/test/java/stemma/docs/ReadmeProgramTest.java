package stemma.docs;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import stemma.StemmaClient;

/** The commands of the README are run as they stand there, on the program as it is laid out. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeProgramTest {
    private static final List<String> COMMANDS = Markdown.of("README.md").commands().stream()
            .filter(command -> !command.startsWith("curl "))
            .toList();
    private static final String RUN = "mvn -q compile exec:exec";
    private static final String TEST = "mvn verify";

    @Test
    void the_README_has_the_two_commands() {
        assertEquals(
                List.of(RUN, TEST),
                COMMANDS.stream().filter(c -> c.startsWith("mvn ")).toList());
    }

    @Test
    void the_run_command_serves_the_shipped_ontology(@TempDir Path folder) throws Exception {
        Process process = Shell.start(
                RUN,
                Map.of("STEMMA_PORT", "0", "STEMMA_STORE", folder.resolve("s").toString()));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String address = out.readLine();
            assertTrue(
                    address != null && address.matches("http://127\\.0\\.0\\.1:\\d+/"),
                    () -> "first line: " + address + "\n" + out.lines().collect(Collectors.joining("\n")));
            assertEquals(
                    "LSTM",
                    new StemmaClient(address)
                            .json("/api/v1/concepts/LSTM")
                            .get("name")
                            .asString());
        } finally {
            Shell.stop(process);
        }
    }

    @TestFactory
    Stream<DynamicTest> each_other_command_succeeds(@TempDir Path folder) {
        Map<String, String> environment =
                Map.of("STEMMA_STORE", folder.resolve("store").toString());
        return COMMANDS.stream()
                .filter(command -> !command.startsWith("mvn "))
                .map(command -> DynamicTest.dynamicTest(command, () -> {
                    Shell.Result result = Shell.run(command, environment);
                    assertEquals(0, result.exitCode(), result.err());
                }));
    }

    @Test
    void a_refusal_is_told_in_words_with_its_exit_code(@TempDir Path folder) throws Exception {
        Map<String, String> environment =
                Map.of("STEMMA_STORE", folder.resolve("store").toString());
        Shell.Result unknownQuery = Shell.run("target/stemma/bin/stemma query no-such-query", environment);
        Shell.Result noFolder = Shell.run("target/stemma/bin/stemma validate --ontology no-such-folder", environment);
        Shell.Result noFile = Shell.run("target/stemma/bin/stemma load no-such-file.ttl", environment);
        Shell.Result noFormat = Shell.run("target/stemma/bin/stemma load pom.txt", environment);
        Shell.Result badOption = Shell.run("target/stemma/bin/stemma --no-such-option", environment);
        assertAll(
                () -> assertEquals(1, unknownQuery.exitCode()),
                () -> assertEquals("There is no query 'no-such-query' here.\n", unknownQuery.err()),
                () -> assertEquals(1, noFolder.exitCode()),
                () -> assertEquals("Cannot read or write: no-such-folder: no such folder\n", noFolder.err()),
                () -> assertEquals(2, noFile.exitCode()),
                () -> assertTrue(
                        noFile.err().startsWith("'no-such-file.ttl' is no file that can be read."), noFile.err()),
                () -> assertEquals(2, noFormat.exitCode()),
                () -> assertTrue(
                        noFormat.err().startsWith("The name of 'pom.txt' tells no format of RDF."), noFormat.err()),
                () -> assertEquals(2, badOption.exitCode()),
                () -> assertTrue(badOption.err().startsWith("Unknown option: '--no-such-option'"), badOption.err()));
    }

    @Test
    void each_command_has_help() throws Exception {
        for (String command : List.of("", "serve", "validate", "query", "export", "load", "rehearse")) {
            Shell.Result help = Shell.run("target/stemma/bin/stemma " + command + " --help", Map.of());
            assertAll(
                    () -> assertEquals(0, help.exitCode(), help.err()),
                    () -> assertTrue(help.out().startsWith("Usage: stemma"), help.out()));
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void a_start_uses_what_was_rehearsed_until_a_library_is_another(@TempDir Path folder) throws Exception {
        Map<String, String> telling = launchedWith("-XX:+PrintCommandLineFlags");
        Map<String, String> insisting = launchedWith("-XX:+PrintCommandLineFlags -XX:AOTMode=on");
        String version = " stemma/bin/stemma --version";
        Shell.Result here = Shell.run("cd target &&" + version, insisting);
        Shell.Result elsewhere =
                Shell.run("cp -a target/stemma " + folder + " && cd " + folder + " &&" + version, insisting);
        Shell.Result rebuilt = Shell.run("cd " + folder + " && touch stemma/lib/stemma-*.jar &&" + version, telling);
        assertAll(
                () -> assertTrue(isRehearsed(here), here.toString()),
                () -> assertTrue(isRehearsed(elsewhere), elsewhere.toString()),
                () -> assertEquals(0, rebuilt.exitCode(), rebuilt.err()),
                () -> assertFalse(isRehearsed(rebuilt), rebuilt.toString()));
    }

    private static Map<String, String> launchedWith(String options) {
        return Map.of("STEMMA_JAVA_HOME", System.getProperty("java.home"), "STEMMA_JAVA_OPTIONS", options);
    }

    /** That the JVM was given a cache. In the mode "on" it ends with an error where it cannot use it. */
    private static boolean isRehearsed(Shell.Result result) {
        return result.exitCode() == 0 && result.out().contains("-XX:AOTCache=");
    }
}
