package stemma.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ExpectedFile;
import stemma.SmallOntology;
import stemma.store.Tdb2Store;

/**
 * Ontologies that are refused stand in {@code ontology/bad/}: each is laid over the good one, and its {@code expected.txt}
 * has the faults that are to be told, a line each.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoaderTest {
    @TempDir
    private Path folder;

    static List<String> bad() throws IOException {
        return SmallOntology.cases("bad");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_ontology_is_refused_with_file_line_entry_and_reason(String name) throws Exception {
        OntologyFolder ontology = SmallOntology.in(folder.resolve("ontology"), SmallOntology.GOOD, "bad/" + name);
        try (Tdb2Store store = Tdb2Store.inMemory("origin")) {
            InvalidOntologyException refusal =
                    assertThrows(InvalidOntologyException.class, () -> load(ontology, store, new ArrayList<>()));

            List<String> faults = refusal.faults().stream().map(Fault::toString).toList();
            ExpectedFile.of("ontology", "bad", name, "expected.txt").hasExactly(faults);
            assertEquals(String.join("\n", faults), refusal.getMessage());
            assertFalse(store.<Boolean, RuntimeException>read(
                    snapshot -> snapshot.dataset().find().hasNext()));
        }
    }

    @Test
    void a_good_ontology_becomes_a_graph_a_file_and_one_for_what_is_derived() throws Exception {
        OntologyFolder ontology = SmallOntology.in(folder.resolve("ontology"), SmallOntology.GOOD);
        try (Tdb2Store store = Tdb2Store.inMemory("origin")) {
            load(ontology, store, new ArrayList<>());
            Set<String> graphs = store.<Set<String>, RuntimeException>read(snapshot -> {
                Set<String> names = new TreeSet<>();
                snapshot.dataset().listGraphNodes().forEachRemaining(graph -> names.add(graph.getURI()));
                return names;
            });
            assertEquals(
                    new TreeSet<>(Set.of(
                            "https://w3id.org/stemma/graph/derived",
                            "https://w3id.org/stemma/graph/llm/bicycles",
                            "https://w3id.org/stemma/graph/llm/works",
                            "https://w3id.org/stemma/graph/stemma")),
                    graphs);
        }
    }

    @Test
    void progress_names_every_file_and_ends_when_all_is_done() throws Exception {
        OntologyFolder ontology = SmallOntology.in(folder.resolve("ontology"), SmallOntology.GOOD);
        List<String> steps = new ArrayList<>();
        try (Tdb2Store store = Tdb2Store.inMemory("origin")) {
            load(ontology, store, steps);
        }
        assertEquals(
                List.of(
                        "llm/bicycles.ttl 0/5",
                        "llm/works.ttl 1/5",
                        "stemma.ttl 2/5",
                        "rules 3/5",
                        "shapes 4/5",
                        "done 5/5"),
                steps);
    }

    @Test
    void an_empty_folder_is_refused() throws Exception {
        OntologyFolder empty =
                new OntologyFolder(Files.createDirectory(folder.resolve("empty")), "https://example.org/");
        try (Tdb2Store store = Tdb2Store.inMemory("origin")) {
            InvalidOntologyException refusal =
                    assertThrows(InvalidOntologyException.class, () -> load(empty, store, new ArrayList<>()));
            assertTrue(refusal.getMessage().endsWith("no .ttl file in this folder"), refusal.getMessage());
        }
    }

    private static void load(OntologyFolder ontology, Tdb2Store store, List<String> steps) throws Exception {
        new Loader(ontology, (step, done, total) -> steps.add(step + " " + done + "/" + total)).load(store);
    }
}
