package stemma.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OntologyFolderTest {
    private static final String BASE = "https://example.org/";

    @TempDir
    private Path path;

    private OntologyFolder folder;

    @BeforeEach
    void write() throws IOException {
        folder = new OntologyFolder(path, BASE);
        Files.createDirectories(path.resolve("llm"));
        Files.createDirectories(path.resolve("rules"));
        for (String name : List.of(
                "schema.ttl", "shapes.ttl", "llm/b.ttl", "llm/a.ttl", "rules/20.rq", "rules/10.rq", "README.md")) {
            Files.writeString(path.resolve(name), "# " + name);
        }
    }

    @Test
    void files_come_in_the_order_of_their_names_each_in_its_place() throws IOException {
        assertEquals(List.of("llm/a.ttl", "llm/b.ttl", "schema.ttl"), names(folder.data()));
        assertEquals(List.of("rules/10.rq", "rules/20.rq"), names(folder.rules()));
        assertEquals(path.resolve("shapes.ttl"), folder.shapes());
    }

    private List<String> names(List<Path> files) {
        return files.stream().map(folder::name).toList();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "llm/recurrent.ttl, https://example.org/graph/llm/recurrent",
        "stemma.ttl,        https://example.org/graph/stemma",
        "a/b/v1.2.ttl,      https://example.org/graph/a/b/v1.2",
        "llm/語言模型.ttl,   https://example.org/graph/llm/語言模型",
    })
    void a_file_becomes_a_graph_of_its_name(String file, String graph) {
        assertEquals(graph, folder.graph(path.resolve(file)));
        assertNotEquals(graph, folder.derivedGraph());
    }

    @Test
    void a_digest_is_sixteen_digits_and_stays_while_nothing_changes() throws IOException {
        String digest = folder.digest();
        assertTrue(digest.matches("[0-9a-f]{16}"), digest);
        assertEquals(digest, new OntologyFolder(path, BASE).digest());
        Files.writeString(path.resolve("README.md"), "another text");
        assertEquals(digest, folder.digest(), "what is not loaded does not count");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"llm/a.ttl", "schema.ttl", "shapes.ttl", "rules/10.rq"})
    void the_digest_changes_with_the_content_of_a_file(String name) throws IOException {
        String digest = folder.digest();
        Files.writeString(path.resolve(name), "# changed");
        assertNotEquals(digest, folder.digest());
    }

    @Test
    void the_digest_changes_with_the_name_of_a_file() throws IOException {
        String digest = folder.digest();
        Files.move(path.resolve("llm/a.ttl"), path.resolve("llm/a2.ttl"));
        assertNotEquals(digest, folder.digest());
    }

    @Test
    void the_digest_changes_with_a_file_more_or_less() throws IOException {
        String digest = folder.digest();
        Files.writeString(path.resolve("llm/c.ttl"), "");
        String more = folder.digest();
        Files.delete(path.resolve("llm/b.ttl"));
        assertNotEquals(digest, more);
        assertNotEquals(more, folder.digest());
    }

    @Test
    void the_digest_tells_apart_what_moved_from_one_file_to_the_next() throws IOException {
        Files.writeString(path.resolve("llm/a.ttl"), "xy");
        Files.writeString(path.resolve("llm/b.ttl"), "z");
        String digest = folder.digest();
        Files.writeString(path.resolve("llm/a.ttl"), "x");
        Files.writeString(path.resolve("llm/b.ttl"), "yz");
        assertNotEquals(digest, folder.digest());
    }

    @Test
    void the_digest_changes_with_the_base() throws IOException {
        assertNotEquals(new OntologyFolder(path, "https://example.com/").digest(), folder.digest());
    }

    @Test
    void a_folder_that_does_not_exist_is_named() {
        Path missing = path.resolve("missing");
        NoSuchFileException thrown =
                assertThrows(NoSuchFileException.class, () -> new OntologyFolder(missing, BASE).digest());
        assertEquals(missing.toString(), thrown.getFile());
    }
}
