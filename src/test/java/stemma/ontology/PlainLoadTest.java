package stemma.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.tdb2.TDB2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.GraphStore;
import stemma.store.StoreInUseException;

/** Files are loaded into the dataset that no ontology builds. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainLoadTest {
    private static final Progress UNHEARD = (step, done, total) -> {};
    private static final String BICYCLE =
            "<urn:bicycle> <http://www.w3.org/2004/02/skos/core#prefLabel> \"bicycle\"@en .\n";
    private static final String TANDEM =
            "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <urn:tandem> skos:prefLabel \"tandem\"@en .\n";

    @TempDir
    private Path folder;

    private StoreFolder stores;

    @BeforeEach
    void make() {
        stores = new StoreFolder(folder.resolve("store"));
    }

    @Test
    void files_of_all_kinds_are_read_by_their_names() throws Exception {
        load(
                file("a.nt", BICYCLE),
                file("b.ttl", TANDEM),
                file("c.nq", "<urn:a> <urn:b> <urn:c> <urn:graph> .\n"),
                compressed("d.nt.gz", "<urn:d> <urn:e> \"中文\" .\n"));

        assertEquals(List.of("<urn:bicycle>", "<urn:d>", "<urn:tandem>"), ask("SELECT ?s { ?s ?p ?o } ORDER BY ?s"));
        assertEquals(List.of("\"中文\""), ask("SELECT ?o { <urn:d> ?p ?o }"));
        assertEquals(List.of("<urn:graph>"), ask("SELECT ?g { GRAPH ?g { ?s ?p ?o } }"));
    }

    @Test
    void statements_that_name_no_graph_go_to_the_one_that_is_named() throws Exception {
        stores.load(
                new RdfFiles(
                        List.of(file("a.nt", BICYCLE), file("c.nq", "<urn:a> <urn:b> <urn:c> <urn:other> .\n")),
                        Optional.of("urn:mine")),
                UNHEARD);

        assertEquals(List.of("<urn:mine>", "<urn:other>"), ask("SELECT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g"));
    }

    @Test
    void a_second_load_adds_to_the_first() throws Exception {
        load(file("a.nt", BICYCLE));
        String first = version();
        load(file("b.ttl", TANDEM));

        assertEquals(List.of("<urn:bicycle>", "<urn:tandem>"), ask("SELECT ?s { ?s ?p ?o } ORDER BY ?s"));
        assertEquals(List.of("plain.1", "plain.2"), List.of(first, version()));
        assertEquals(Set.of("plain"), folders());
    }

    @Test
    void what_is_loaded_is_found_by_its_texts() throws Exception {
        load(file("a.nt", BICYCLE), file("b.ttl", TANDEM));

        assertEquals(
                List.of("<urn:tandem>"),
                ask("PREFIX text: <http://jena.apache.org/text#> SELECT ?s { ?s text:query 'tandem' }"));
    }

    @Test
    void a_text_that_is_loaded_twice_is_found_once() throws Exception {
        load(file("a.nt", BICYCLE + BICYCLE), file("again.nt", BICYCLE));
        load(file("a.nt", BICYCLE));

        assertEquals(
                List.of("<urn:bicycle>"),
                ask("PREFIX text: <http://jena.apache.org/text#> SELECT ?s { ?s text:query 'bicycle' }"));
    }

    @Test
    void a_file_with_a_mistake_is_refused_with_its_place_and_nothing_is_loaded() throws Exception {
        load(file("a.nt", BICYCLE));
        Path good = file("b.ttl", TANDEM);
        Path bad = file("bad.ttl", "<urn:a> <urn:b> <urn:c> .\n<urn:a> <urn:b> .\n");

        FaultyFileException refused = assertThrows(FaultyFileException.class, () -> load(good, bad));

        assertTrue(refused.getMessage().startsWith(bad + ":2: "), refused.getMessage());
        assertEquals(List.of("<urn:bicycle>"), ask("SELECT ?s { ?s ?p ?o }"));
        assertEquals(Set.of("plain"), folders());
    }

    @Test
    void a_mistake_after_many_texts_leaves_nothing_behind() throws Exception {
        String many = IntStream.range(0, 20_000)
                .mapToObj(i -> BICYCLE.replace("bicycle", "bicycle" + i))
                .collect(Collectors.joining());
        Path bad = file("bad.nt", many + "<urn:a> <urn:b> .\n");

        FaultyFileException refused = assertThrows(FaultyFileException.class, () -> load(bad));
        load(file("b.ttl", TANDEM));

        assertTrue(refused.getMessage().startsWith(bad + ":20001: "), refused.getMessage());
        assertEquals(List.of("<urn:tandem>"), ask("SELECT ?s { ?s ?p ?o }"));
        assertEquals(Set.of("plain"), folders());
    }

    @Test
    void a_compressed_file_that_was_cut_off_is_refused_also_where_its_last_statement_is_whole() throws Exception {
        Path whole = compressed("whole.nt.gz", BICYCLE);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.nt.gz"), Arrays.copyOf(bytes, bytes.length - 8));
        Path none = file("none.nt.gz", BICYCLE);

        for (Path bad : List.of(cut, none)) {
            FaultyFileException refused = assertThrows(FaultyFileException.class, () -> load(bad));
            assertTrue(refused.getMessage().startsWith(bad + ": cannot be read: "), refused.getMessage());
        }
        assertEquals(List.of(), ask("SELECT ?s { ?s ?p ?o }"));
    }

    @Test
    void a_file_whose_bytes_are_not_UTF_8_is_refused_with_the_line() throws Exception {
        byte[] latin =
                (BICYCLE.repeat(3000) + "<urn:a> <urn:b> \"caf\u00e9\" .\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] cut = Arrays.copyOf("# \u4e2d".getBytes(StandardCharsets.UTF_8), 4);
        Path wrong = Files.write(folder.resolve("latin.nt"), latin);
        Path ended = Files.write(folder.resolve("cut.ttl"), cut);

        assertEquals(
                List.of(
                        wrong + ": cannot be read: line 3001 is not UTF-8",
                        ended + ": cannot be read: line 1 is not UTF-8"),
                Stream.of(wrong, ended)
                        .map(file -> assertThrows(FaultyFileException.class, () -> load(file))
                                .getMessage())
                        .toList());
        load(file("whole.ttl", "<urn:a> <urn:b> \"" + "中😀é".repeat(50_000) + "\" ."));
        assertEquals(List.of("<urn:a>"), ask("SELECT ?s { ?s ?p ?o FILTER (STRLEN(?o) = 150000) }"));
    }

    @Test
    void a_dataset_that_is_served_is_left_alone() throws Exception {
        try (GraphStore served = stores.openPlain()) {
            assertThrows(StoreInUseException.class, () -> load(file("a.nt", BICYCLE)));
            assertEquals("plain.0", served.version().value());
        }
    }

    @Test
    void a_load_that_was_cut_off_in_its_last_step_has_lost_nothing() throws Exception {
        load(file("a.nt", BICYCLE));
        Files.move(stores.path().resolve("plain"), stores.path().resolve("plain.before"));

        assertEquals(List.of("<urn:bicycle>"), ask("SELECT ?s { ?s ?p ?o }"));
    }

    @Test
    void progress_is_told_in_bytes_up_to_the_last() throws Exception {
        List<String> heard = new ArrayList<>();
        Path one = file("a.nt", BICYCLE);
        stores.load(
                new RdfFiles(List.of(one), Optional.empty()),
                (step, done, total) -> heard.add(step + ": " + done + " of " + total));

        String all = BICYCLE.length() + " of " + BICYCLE.length();
        assertEquals(List.of("a.nt: " + all, "indexes and texts: " + all), List.copyOf(new LinkedHashSet<>(heard)));
    }

    @Test
    void a_name_that_tells_no_format_is_known_before_anything_is_read() {
        Path picture = folder.resolve("picture.png");

        assertEquals(
                Optional.of(picture),
                new RdfFiles(List.of(folder.resolve("a.nt.gz"), picture), Optional.empty()).unknown());
    }

    private void load(Path... files) throws IOException, FaultyFileException {
        stores.load(new RdfFiles(List.of(files), Optional.empty()), UNHEARD);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path compressed(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private String version() throws IOException {
        try (GraphStore store = stores.openPlain()) {
            return store.version().value();
        }
    }

    private Set<String> folders() throws IOException {
        try (Stream<Path> children = Files.list(stores.path())) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    /** The first column of a query's rows. */
    private List<String> ask(String query) throws IOException {
        try (GraphStore store = stores.openPlain()) {
            return store.<List<String>, RuntimeException>read(snapshot -> {
                try (QueryExec exec = QueryExec.dataset(snapshot.dataset())
                        .query(query)
                        .set(TDB2.symUnionDefaultGraph, false)
                        .build()) {
                    return Iter.toList(Iter.map(
                            exec.select(),
                            row -> FmtUtils.stringForNode(row.get(row.vars().next()))));
                }
            });
        }
    }
}
