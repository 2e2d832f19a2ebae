package stemma.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stemma.SmallOntology;
import stemma.store.GraphStore;
import stemma.store.StoreInUseException;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class StoreFolderTest {
    private static final Node DRAISINE = NodeFactory.createURI("https://w3id.org/stemma/llm/Draisine");

    @TempDir
    private Path folder;

    private final List<String> steps = new ArrayList<>();
    private OntologyFolder ontology;
    private StoreFolder stores;

    @BeforeEach
    void write() throws IOException {
        ontology = SmallOntology.in(folder.resolve("ontology"), SmallOntology.GOOD);
        stores = new StoreFolder(folder.resolve("parent").resolve("store"));
    }

    @Test
    void the_first_opening_builds_and_the_second_does_not() throws Exception {
        open().close();
        assertEquals("done", steps.getLast());
        assertEquals(Set.of(ontology.digest()), builds());

        steps.clear();
        try (GraphStore store = open()) {
            assertEquals(List.of(), steps);
            assertTrue(knows(store, DRAISINE));
            assertEquals(ontology.digest() + ".1", store.version().value());
        }
    }

    @Test
    void a_changed_file_leads_to_a_new_build_and_the_old_one_is_removed() throws Exception {
        GraphStore old = open();
        String before = old.version().value();
        old.close();
        append("# a remark");
        steps.clear();

        try (GraphStore store = open()) {
            assertEquals("done", steps.getLast());
            assertEquals(Set.of(ontology.digest()), builds());
            assertNotEquals(before, store.version().value());
            assertTrue(knows(store, DRAISINE));
        }
    }

    @Test
    void a_broken_ontology_leaves_the_old_store_serving_and_tells_the_faults() throws Exception {
        open().close();
        String good = ontology.digest();
        append("llm:Draisine st:year");

        StoreFolder.Opened opened = stores.open(ontology, (step, done, total) -> {});
        try (GraphStore store = opened.store()) {
            assertEquals(good + ".1", store.version().value());
            assertTrue(knows(store, DRAISINE));
            assertEquals(
                    List.of("llm/bicycles.ttl"),
                    opened.faults().stream().map(Fault::file).toList());
            assertEquals(Set.of(good), builds());
        }
    }

    @Test
    void a_mended_ontology_is_built_again() throws Exception {
        open().close();
        Path file = ontology.path().resolve("llm/bicycles.ttl");
        String text = Files.readString(file);
        append("llm:Draisine st:year");
        stores.open(ontology, (step, done, total) -> {}).store().close();

        Files.writeString(file, text + "# mended");
        try (GraphStore store = open()) {
            assertEquals(ontology.digest() + ".1", store.version().value());
            assertEquals(Set.of(ontology.digest()), builds());
        }
    }

    @Test
    void a_broken_ontology_with_no_older_store_is_refused() throws Exception {
        append("llm:Draisine st:year");
        InvalidOntologyException refusal = assertThrows(InvalidOntologyException.class, this::open);
        assertEquals(1, refusal.faults().size());
        assertEquals(Set.of(), builds());
    }

    @Test
    void an_interrupted_build_does_no_harm() throws Exception {
        Path scratch = Files.createDirectories(stores.path().resolve("building").resolve("tdb2"));
        Files.writeString(scratch.resolve("nodes.dat"), "half written");
        Files.writeString(stores.path().resolve("current.new"), "half");

        try (GraphStore store = open()) {
            assertTrue(knows(store, DRAISINE));
            assertEquals(Set.of(ontology.digest()), builds());
        }
    }

    @Test
    void a_build_that_was_not_announced_any_more_is_made_again() throws Exception {
        Path unannounced =
                Files.createDirectories(stores.path().resolve(ontology.digest()).resolve("tdb2"));
        Files.writeString(unannounced.resolve("rest.dat"), "of a build that was stopped before its last step");

        try (GraphStore store = open()) {
            assertTrue(knows(store, DRAISINE));
            assertFalse(Files.exists(unannounced.resolve("rest.dat")));
        }
    }

    @Test
    void an_announced_build_that_is_gone_is_made_again() throws Exception {
        Files.createDirectories(stores.path());
        Files.writeString(stores.path().resolve("current"), ontology.digest());
        try (GraphStore store = open()) {
            assertTrue(knows(store, DRAISINE));
        }
    }

    @Test
    void a_lock_that_a_crash_left_behind_does_no_harm() throws Exception {
        open().close();
        Path lock = stores.path().resolve(ontology.digest()).resolve("tdb2").resolve("tdb.lock");
        long unrelated = ProcessHandle.current().parent().orElseThrow().pid();
        Files.writeString(lock, Long.toString(unrelated));
        try (GraphStore store = open()) {
            assertTrue(knows(store, DRAISINE));
        }
    }

    @Test
    void a_build_that_another_process_serves_is_kept_until_that_process_has_ended() throws Exception {
        String served;
        Process other = Holder.start(ontology.path(), stores.path());
        try (BufferedReader out = other.inputReader()) {
            served = ontology.digest();
            assertEquals("open " + served + ".1", out.readLine());
            StoreInUseException refusal = assertThrows(StoreInUseException.class, this::open);
            assertTrue(
                    refusal.getMessage().endsWith("is in use by process " + other.pid() + "."), refusal.getMessage());

            append("# a remark");
            open().close();
            assertEquals(Set.of(served, ontology.digest()), builds());

            other.outputWriter().close();
            assertEquals("still knows it: true", out.readLine());
        } finally {
            other.outputWriter().close();
            other.waitFor();
        }
        assertEquals(0, other.exitValue());

        append("# another remark");
        open().close();
        assertEquals(Set.of(ontology.digest()), builds());
    }

    @Test
    void a_build_that_this_process_serves_is_not_opened_twice() throws Exception {
        try (GraphStore store = open()) {
            assertThrows(StoreInUseException.class, this::open);
            assertTrue(knows(store, DRAISINE));
        }
    }

    /** Another process that holds the store open until its input ends. */
    static final class Holder {
        static Process start(Path ontology, Path stores) throws IOException {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            Holder.class.getName(),
                            ontology.toString(),
                            stores.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        public static void main(String[] arguments) throws Exception {
            OntologyFolder ontology = new OntologyFolder(Path.of(arguments[0]), "https://w3id.org/stemma/");
            StoreFolder.Opened opened =
                    new StoreFolder(Path.of(arguments[1])).open(ontology, (step, done, total) -> {});
            try (GraphStore store = opened.store()) {
                System.out.println("open " + store.version());
                System.out.flush();
                while (System.in.read() >= 0) {
                    // Its end is the sign to go on.
                }
                System.out.println("still knows it: " + knows(store, DRAISINE));
            }
        }
    }

    private GraphStore open() throws IOException, InvalidOntologyException {
        StoreFolder.Opened opened = stores.open(ontology, (step, done, total) -> steps.add(step));
        assertEquals(List.of(), opened.faults());
        return opened.store();
    }

    private void append(String line) throws IOException {
        Files.writeString(ontology.path().resolve("llm/bicycles.ttl"), line + "\n", StandardOpenOption.APPEND);
    }

    private Set<String> builds() throws IOException {
        try (Stream<Path> children = Files.list(stores.path())) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static boolean knows(GraphStore store, Node entry) {
        return store.<Boolean, RuntimeException>read(
                snapshot -> snapshot.dataset().contains(Node.ANY, entry, Node.ANY, Node.ANY));
    }
}
