package stemma.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class TextIndexTest {
    private static final Node GRAPH = NodeFactory.createURI("https://example.org/graph");

    @TempDir
    private Path folder;

    private Tdb2Store store;

    @BeforeEach
    void open() throws IOException {
        store = Tdb2Store.open(folder, "origin");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_reader_keeps_the_texts_of_its_version_while_writers_commit() throws Exception {
        add("a", "old word", "en");
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<List<List<String>>> reader =
                    threads.submit(() -> store.<List<List<String>>, Exception>read(snapshot -> {
                        List<List<String>> seen = new ArrayList<>(List.of(found(snapshot, "word")));
                        reading.countDown();
                        committed.await();
                        seen.add(found(snapshot, "word"));
                        return seen;
                    }));
            reading.await();
            remove("a", "old word", "en");
            for (int i = 0; i < 20; i++) {
                add("b" + i, "new word", "en");
            }
            committed.countDown();
            assertEquals(List.of(List.of("a"), List.of("a")), reader.get());
        }
        assertEquals(20, found("word").size());
        try (Stream<Path> files = Files.list(folder.resolve("texts"))) {
            assertEquals(
                    1,
                    files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                            .count());
        }
    }

    @Test
    void what_is_not_committed_is_not_found() {
        add("a", "word", "en");
        assertThrows(
                IllegalStateException.class,
                () -> store.write(snapshot -> {
                    snapshot.dataset().add(GRAPH, node("b"), SKOS.prefLabel.asNode(), literal("word", "en"));
                    throw new IllegalStateException("changed its mind");
                }));
        assertEquals(List.of("a"), found("word"));
        add("c", "word", "en");
        assertEquals(List.of("a", "c"), found("word"));
    }

    @Test
    void texts_that_are_of_another_version_are_read_anew() throws IOException {
        add("a", "word", "en");
        store.close();
        try (Stream<Path> files = Files.list(folder.resolve("texts"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        open();
        assertEquals(List.of("a"), found("word"));

        store.close();
        Files.writeString(folder.resolve("commits"), "7");
        open();
        assertEquals(List.of("a"), found("word"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    長短期記憶 | 长短期记忆
                    長短期記憶 | 期記
                    長短期記憶 | 長
                    Ｔｒａｎｓｆｏｒｍｅｒ | transformers
                    Café model | cafe
                    recurrent networks | recurrent NETWORK
                    tokenizing | tokenized
                    attention | attension~
                    transformer | trans*
                    長短期記憶 | 长短*
                    """)
    void writing_does_not_matter(String text, String query) {
        add("a", text, "zh-Hant");
        add("b", "something else 別的", "zh-Hant");
        assertEquals(List.of("a"), found(query));
    }

    @Test
    void what_cannot_be_read_is_a_bad_request() {
        for (String query : List.of("(((", "field:", "a AND", "\"open", "/(/")) {
            ProblemException refused = assertThrows(ProblemException.class, () -> found(query), query);
            assertInstanceOf(Problem.BadRequest.class, refused.problem(), query);
        }
    }

    private void add(String name, String text, String language) {
        store.<Void, RuntimeException>write(snapshot -> {
            snapshot.dataset().add(GRAPH, node(name), SKOS.prefLabel.asNode(), literal(text, language));
            return null;
        });
    }

    private void remove(String name, String text, String language) {
        store.<Void, RuntimeException>write(snapshot -> {
            snapshot.dataset().delete(GRAPH, node(name), SKOS.prefLabel.asNode(), literal(text, language));
            return null;
        });
    }

    private List<String> found(String query) {
        return store.read(snapshot -> found(snapshot, query));
    }

    private static List<String> found(Snapshot snapshot, String query) {
        List<String> found = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(snapshot.dataset())
                .query("SELECT ?s { ?s <" + PropertyFunctions.TEXT_QUERY + "> ?words } ORDER BY ?s")
                .substitution("words", NodeFactory.createLiteralString(query))
                .build()) {
            exec.select().forEachRemaining(row -> found.add(row.get("s").getLocalName()));
        }
        return found;
    }

    private static Node node(String name) {
        return NodeFactory.createURI("https://example.org/" + name);
    }

    private static Node literal(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }
}
