package stemma.sparql;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatTest {
    private static final String PLAIN = """
            PREFIX : <http://example.org/>
            :a :b "循環"@zh-Hant, 1, 1.5, true, "two\\nlines", :c .
            """;
    private static final String ANNOTATED = """
            PREFIX : <http://example.org/>
            :a :b :c {| :source :d |} .
            """;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/sparql/format-names.tsv", delimiter = '\t', useHeadersInDisplayName = true)
    void a_format_has_names(String name, String expected) {
        assertEquals(
                expected,
                Format.named(name == null ? "" : name).map(Format::name).orElse("none"));
    }

    @Test
    void every_format_is_found_by_what_it_calls_itself() {
        assertAll(List.of(Format.values()).stream().map(format -> () -> {
            assertEquals(format, Format.named(format.shortName()).orElseThrow());
            assertEquals(format, Format.named(format.mediaType()).orElseThrow());
        }));
    }

    @Test
    void formats_of_results_and_of_graphs_are_all_there_are() {
        Set<Format> both = new HashSet<>(Format.ofResults());
        both.addAll(Format.ofGraphs());

        assertEquals(Set.of(Format.values()), both);
        assertEquals(both.size(), Format.ofResults().size() + Format.ofGraphs().size());
    }

    @ParameterizedTest
    @EnumSource
    void text_says_its_charset(Format format) {
        assertEquals(
                format.mediaType().startsWith("text/"), format.contentType().endsWith(";charset=utf-8"));
        assertTrue(format.contentType().startsWith(format.mediaType()));
    }

    @ParameterizedTest
    @EnumSource(names = {"TURTLE", "N_TRIPLES", "RDF_XML", "JSON_LD", "TRIG", "N_QUADS"})
    void a_graph_is_the_same_when_read_again(Format format) {
        Graph graph = parsed(PLAIN.getBytes(StandardCharsets.UTF_8), Lang.TURTLE);

        assertTrue(parsed(format.bytes(graph), lang(format)).isIsomorphicWith(graph));
    }

    @ParameterizedTest
    @EnumSource(names = {"TURTLE", "N_TRIPLES", "TRIG", "N_QUADS"})
    void statements_about_statements_are_the_same_when_read_again(Format format) {
        Graph graph = parsed(ANNOTATED.getBytes(StandardCharsets.UTF_8), Lang.TURTLE);

        assertTrue(parsed(format.bytes(graph), lang(format)).isIsomorphicWith(graph));
    }

    @ParameterizedTest
    @EnumSource(names = {"RDF_XML", "JSON_LD"})
    void statements_about_statements_are_refused_by_a_format_that_cannot_have_them(Format format) {
        Graph graph = parsed(ANNOTATED.getBytes(StandardCharsets.UTF_8), Lang.TURTLE);

        Problem problem =
                assertThrows(ProblemException.class, () -> format.bytes(graph)).problem();

        assertEquals(Problem.Kind.NOT_ACCEPTABLE, problem.kind());
        assertTrue(problem.detail().contains("text/turtle"), problem.detail());
    }

    @ParameterizedTest
    @EnumSource(names = {"RESULTS_JSON", "RESULTS_XML"})
    void a_boolean_is_written(Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(true, out);

        assertTrue(out.toString(StandardCharsets.UTF_8).contains("true"));
    }

    private static Lang lang(Format format) {
        return RDFLanguages.contentTypeToLang(format.mediaType());
    }

    private static Graph parsed(byte[] bytes, Lang lang) {
        return RDFParser.source(new ByteArrayInputStream(bytes)).lang(lang).toGraph();
    }
}
