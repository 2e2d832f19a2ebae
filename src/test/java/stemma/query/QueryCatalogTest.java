package stemma.query;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ExpectedFile;
import stemma.StoreExtension;
import stemma.problem.ProblemException;
import stemma.store.GraphStore;
import stemma.store.Snapshot;

/**
 * The shipped query files, each held against its expected rows in {@code queries/{name}.csv}. Rows of a query without ORDER
 * BY are sorted; a graph is written as rows of its triples, in which a reifier appears as what it reifies.
 */
@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryCatalogTest {
    private static final Path SHIPPED = Path.of("queries");

    static Stream<String> shipped() throws Exception {
        return QueryCatalog.load(SHIPPED).all().stream().map(QueryFile::name);
    }

    static Stream<String> checks() throws Exception {
        return QueryCatalog.load(SHIPPED).all().stream()
                .filter(file -> file.group().equals("checks"))
                .map(QueryFile::name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void the_example_of_a_query_has_the_expected_rows(String name, GraphStore store, QueryRunner runner)
            throws IOException {
        QueryFile file = runner.catalog().get(name);
        List<String> rows = store.<List<String>, RuntimeException>read(snapshot -> example(file, snapshot, runner));
        ExpectedFile.of("queries", name + ".csv").hasExactly(rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void the_example_of_a_query_shows_something_unless_it_is_a_check(
            String name, GraphStore store, QueryRunner runner) {
        QueryFile file = runner.catalog().get(name);
        int lines = store.<Integer, RuntimeException>read(
                snapshot -> example(file, snapshot, runner).size());
        int none = file.kind() == QueryFile.Kind.ASK ? 0 : 1;
        // No entry has been renamed or withdrawn yet.
        boolean mayBeEmpty = file.group().equals("checks") || file.name().equals("former-entries");
        assertEquals(!mayBeEmpty, lines > none);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("checks")
    void a_check_finds_nothing_to_mend(String name, GraphStore store, QueryRunner runner) {
        QueryFile file = runner.catalog().get(name);
        assertEquals(
                List.of(), store.<List<Row>, RuntimeException>read(snapshot -> runner.rows(snapshot, file, Map.of())));
    }

    @Test
    void every_query_has_expected_rows_and_the_other_way_round(QueryRunner runner) throws IOException {
        try (Stream<Path> files = Files.list(ExpectedFile.RESOURCES.resolve("queries"))) {
            List<String> expected =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertEquals(
                    runner.catalog().all().stream()
                            .map(file -> file.name() + ".csv")
                            .sorted()
                            .toList(),
                    expected);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void titles_and_descriptions_are_in_both_languages(String name, QueryRunner runner) {
        QueryFile file = runner.catalog().get(name);
        assertBothLanguages(file.title());
        assertBothLanguages(file.description());
        assertAll(file.parameters().stream().map(parameter -> () -> assertBothLanguages(parameter.description())));
    }

    private static void assertBothLanguages(Map<String, String> texts) {
        assertEquals(new TreeSet<>(List.of("en", "zh-Hant")), new TreeSet<>(texts.keySet()));
        assertAll(texts.values().stream().map(text -> () -> assertFalse(text.isBlank())));
    }

    @Test
    void a_name_that_is_not_there_is_answered_with_similar_ones(QueryRunner runner) {
        ProblemException thrown =
                assertThrows(ProblemException.class, () -> runner.catalog().get("ancestor"));
        assertEquals(
                "There is no query 'ancestor' here. Did you mean ancestors, common-ancestors, own-ancestors?",
                thrown.problem().detail());
    }

    @Test
    void the_checksum_changes_with_a_file(@TempDir Path folder) throws Exception {
        Files.copy(SHIPPED.resolve("glossary/edges.rq"), folder.resolve("edges.rq"));
        String before = QueryCatalog.load(folder).checksum();
        assertEquals(before, QueryCatalog.load(folder).checksum());
        Files.writeString(folder.resolve("edges.rq"), Files.readString(folder.resolve("edges.rq")) + "# changed\n");
        assertNotEquals(before, QueryCatalog.load(folder).checksum());
    }

    @Test
    void two_files_of_one_name_are_refused(@TempDir Path folder) throws IOException {
        for (String group : List.of("api", "checks")) {
            Files.createDirectory(folder.resolve(group));
            Files.copy(
                    SHIPPED.resolve("glossary/edges.rq"), folder.resolve(group).resolve("edges.rq"));
        }
        InvalidQueryFileException refusal =
                assertThrows(InvalidQueryFileException.class, () -> QueryCatalog.load(folder));
        assertEquals(
                folder.resolve("checks").resolve("edges.rq") + ":1: the group api has a file of this name",
                refusal.getMessage());
    }

    @Test
    void a_folder_that_does_not_exist_is_named(@TempDir Path folder) {
        Path missing = folder.resolve("missing");
        assertEquals(
                missing.toString(),
                assertThrows(NoSuchFileException.class, () -> QueryCatalog.load(missing))
                        .getFile());
    }

    @Test
    void an_example_that_fails_stops_the_start(@TempDir Path folder, GraphStore store) throws Exception {
        Files.copy(SHIPPED.resolve("glossary/vocabulary.rq"), folder.resolve("vocabulary.rq"));
        String text = Files.readString(SHIPPED.resolve("api/introduced-in.rq"));
        Files.createDirectory(folder.resolve("api"));
        Files.writeString(folder.resolve("api/introduced-in.rq"), text.replace("\"2017\"", "\"last year\""));
        QueryRunner runner = new QueryRunner(QueryCatalog.load(folder));
        InvalidQueryFileException refusal =
                assertThrows(InvalidQueryFileException.class, () -> runner.checkExamples(store));
        assertTrue(
                refusal.getMessage().startsWith(Path.of("api", "introduced-in.rq") + ": its example fails: "),
                refusal.getMessage());
    }

    private static List<String> example(QueryFile file, Snapshot snapshot, QueryRunner runner) {
        Map<Var, List<Node>> values = file.bind(file.example()::get, runner.namespaces(snapshot));
        return switch (file.kind()) {
            case SELECT -> csv(file, runner.rows(snapshot, file, values));
            case ASK -> List.of(Boolean.toString(runner.ask(snapshot, file, values)));
            case GRAPH -> triples(runner.graph(snapshot, file, values));
        };
    }

    /** SPARQL 1.1 CSV; a blank node, which has another label each time, is written as {@code _:}. */
    private static List<String> csv(QueryFile file, List<Row> rows) {
        Iterator<Binding> bindings =
                rows.stream().map(row -> withoutLabels(row.binding())).iterator();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV)
                .create(ResultSetLang.RS_CSV)
                .write(out, RowSetStream.create(file.query().getProjectVars(), bindings), new Context());
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return file.query().hasOrderBy() ? lines : sorted(lines.getFirst(), lines.subList(1, lines.size()));
    }

    private static Binding withoutLabels(Binding row) {
        Node blank = NodeFactory.createLiteralString("_:");
        BindingBuilder builder = Binding.builder();
        row.forEach((variable, node) -> builder.add(variable, node.isBlank() ? blank : node));
        return builder.build();
    }

    private static List<String> triples(Graph graph) {
        List<String> lines = graph.find()
                .filterDrop(triple -> triple.getPredicate().equals(RDF.Nodes.reifies))
                .mapWith(triple -> subject(triple.getSubject(), graph)
                        + "," + NodeFmtLib.strNT(triple.getPredicate())
                        + "," + NodeFmtLib.strNT(triple.getObject()))
                .toList();
        return sorted("subject,predicate,object", lines);
    }

    private static String subject(Node subject, Graph graph) {
        return graph
                .find(subject, RDF.Nodes.reifies, Node.ANY)
                .mapWith(reification -> NodeFmtLib.strNT(reification.getObject()))
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .orElseGet(() -> NodeFmtLib.strNT(subject));
    }

    private static List<String> sorted(String head, List<String> rows) {
        List<String> lines = new ArrayList<>(List.of(head));
        rows.stream().sorted().forEach(lines::add);
        return lines;
    }
}
