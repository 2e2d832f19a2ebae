package stemma.conformance;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import stemma.ExpectedFile;
import stemma.Settings;
import stemma.Stemma;

/**
 * The cases of W3C's suites for SPARQL 1.0 and 1.1, over HTTP, on a plain server. Where the server deviates, {@code
 * deviations.tsv} says why; a deviation that is mended has to leave the list.
 *
 * <p>Suites in a folder, such as a checkout of w3c/rdf-tests, run by {@code -Dstemma.suite=folder:manifest,…}.
 */
class SparqlSuitesHttpTest {
    private static final String TOKEN = "suite";
    private static final Path DEVIATIONS = ExpectedFile.RESOURCES.resolve("conformance/deviations.tsv");
    /** Not of queries and updates on one server, or not in the standard: inference, other servers. */
    private static final Set<String> SKIPPED = Set.of(
            "entailment", "service", "service-description", "protocol", "graph-store-protocol", "http-rdf-update");

    private static final List<String> MANIFESTS = List.of(
            "testcases-sparql-1.0-w3c/data-r2/manifest-syntax.ttl",
            "testcases-sparql-1.0-w3c/data-r2/manifest-evaluation.ttl",
            "testcases-sparql-1.1-w3c/manifest-all.ttl");

    @TempDir
    private static Path store;

    private static Stemma stemma;

    @BeforeAll
    static void start() throws Exception {
        stemma = Stemma.start(
                Settings.parse("--port", "0", "--store", store.toString(), "--writable", "plain", "--token", TOKEN),
                (step, done, total) -> {});
    }

    @AfterAll
    static void stop() {
        stemma.close();
    }

    @TestFactory
    Stream<DynamicTest> a_case_of_a_suite_has_its_result() throws IOException {
        Map<String, String> deviations = new HashMap<>();
        for (String line : Files.readAllLines(DEVIATIONS)) {
            deviations.put(line.split("\t", 2)[0], line);
        }
        String given = System.getProperty("stemma.suite", "");
        SuiteFiles files = new SuiteFiles(Path.of(given.isEmpty() ? "" : given.split(":", 2)[0]));
        List<String> manifests = given.isEmpty() ? MANIFESTS : List.of(given.split(":", 2)[1].split(",", -1));
        CaseRun run = new CaseRun(new SuiteServer(stemma.address(), TOKEN), files);
        return manifests.stream()
                .flatMap(manifest -> Manifest.cases(files, SuiteFiles.iri(manifest), SKIPPED).stream())
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> {
                    if (deviations.containsKey(test.name())) {
                        assertThrows(
                                AssertionError.class,
                                () -> run.run(test),
                                "It deviates no more: take it off the list.");
                    } else {
                        run.run(test);
                    }
                }));
    }
}
