package stemma.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ExpectedFile;
import stemma.SmallOntology;
import stemma.ontology.Loader;
import stemma.store.Tdb2Store;

/**
 * What the checks find where there is something to find: each has a folder in {@code ontology/checks/} with entries that
 * are laid over the good ontology, and its {@code expected.txt} has the rows, a line each.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityTest {
    @TempDir
    private Path folder;

    static List<String> checks() throws Exception {
        return shipped().all().stream()
                .filter(file -> file.group().equals(Quality.CHECKS))
                .map(QueryFile::name)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void a_check_finds_what_is_to_be_mended_and_nothing_else(String name) throws Exception {
        QueryRunner runner = new QueryRunner(shipped());
        try (Tdb2Store store = Tdb2Store.inMemory("origin")) {
            new Loader(
                            SmallOntology.in(folder, SmallOntology.GOOD, "unshaped", "checks/" + name),
                            (step, done, total) -> {})
                    .load(store);
            ExpectedFile.of("ontology", "checks", name, "expected.txt")
                    .hasExactly(store.<List<String>, RuntimeException>read(snapshot -> Quality.finding(
                                    runner, snapshot, runner.catalog().get(name))
                            .lines(runner.namespaces(snapshot))));
        }
    }

    @Test
    void every_check_has_a_case_and_the_other_way_round() throws Exception {
        assertEquals(checks(), SmallOntology.cases("checks"));
    }

    private static QueryCatalog shipped() throws IOException, InvalidQueryFileException {
        return QueryCatalog.load(Path.of("queries"));
    }
}
