package stemma.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ExpectedFile;

/**
 * Every {@code query/substitution/*.rq} is run over {@code data.trig} with {@code ?x} = {@code https://example.org/a} and {@code ?lang} =
 * {@code "en"}; the {@code .txt} beside it has the answer, which a query without substitution does not give.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubstitutionTest {
    private static final Path FOLDER = ExpectedFile.RESOURCES.resolve("query").resolve("substitution");
    private static final Map<Var, List<Node>> VALUES = Map.of(
            Var.alloc("x"),
            List.of(NodeFactory.createURI("https://example.org/a")),
            Var.alloc("lang"),
            List.of(NodeFactory.createLiteralString("en")));

    /** For the cases whose name begins with "several". */
    private static final Map<Var, List<Node>> SEVERAL = Map.of(
            Var.alloc("many"),
            List.of(NodeFactory.createURI("https://example.org/a"), NodeFactory.createURI("https://example.org/b")));

    static List<String> cases() throws IOException {
        return ExpectedFile.namesIn(FOLDER, ".rq");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_value_takes_the_place_of_its_variable_wherever_it_stands(String name) throws IOException {
        Query query = QueryFactory.create(Files.readString(FOLDER.resolve(name + ".rq")));
        ExpectedFile.of("query", "substitution", name + ".txt")
                .hasExactly(answer(new Substitution(name.startsWith("several") ? SEVERAL : VALUES).in(query)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_query_itself_stays_as_it_was(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + ".rq"));
        Query query = QueryFactory.create(text);
        Query substituted = new Substitution(VALUES).in(query);
        assertEquals(QueryFactory.create(text), query);
        assertEquals(QueryFactory.create(text).toString(), query.toString());
        assertSame(query, new Substitution(Map.of()).in(query));
        assertEquals(answer(substituted), answer(new Substitution(VALUES).in(query)));
    }

    @Test
    void a_value_is_a_term_and_never_query_text() {
        Node hostile = NodeFactory.createLiteralString("\" } ?s ?p ?o . FILTER (true) #");
        Query query = new Substitution(Map.of(Var.alloc("x"), List.of(hostile)))
                .in(QueryFactory.create("SELECT ?s WHERE { ?s <https://example.org/label> ?x }"));
        assertEquals(List.of(), answer(query));
        assertEquals(query, QueryFactory.create(query.toString()));
    }

    /** Rows or triples as lines, sorted where the query does not, without blank nodes' labels. */
    private static List<String> answer(Query query) {
        DatasetGraph data =
                RDFParser.source(FOLDER.resolve("data.trig")).lang(Lang.TRIG).toDatasetGraph();
        List<String> lines = new ArrayList<>();
        try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
            if (query.isAskType()) {
                lines.add(Boolean.toString(exec.ask()));
            } else if (query.isSelectType()) {
                exec.select().forEachRemaining(row -> lines.add(row.toString()));
            } else {
                (query.isDescribeType() ? exec.describeTriples() : exec.constructTriples())
                        .forEachRemaining(
                                triple -> lines.add((triple.getSubject().isBlank() ? "_:" : triple.getSubject()) + " "
                                        + triple.getPredicate() + " " + triple.getObject()));
            }
        }
        return query.hasOrderBy() ? lines : lines.stream().sorted().toList();
    }
}
