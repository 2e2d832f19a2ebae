package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import stemma.sparql.Format;

/** Every kind of answer in every format, asked for in every way, read again by Jena. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SparqlFormatsHttpTest {

    /** A way to ask for a format: by an Accept header, or by a parameter. */
    record Wish(Format format, String accept, String parameter) {
        String path(String query) {
            String path = "sparql?query=" + StemmaClient.encoded(query);
            return parameter == null ? path : path + "&format=" + StemmaClient.encoded(parameter);
        }

        /** The answer, which must have been labelled with the format. */
        String answer(StemmaClient client, String query) {
            HttpResponse<String> response = client.get(path(query), "Accept", accept);
            assertEquals(200, response.statusCode(), response.body());
            assertEquals(
                    format.contentType(),
                    response.headers().firstValue("Content-Type").orElse(""));
            return response.body();
        }

        @Override
        public String toString() {
            return parameter == null ? "Accept: " + accept : "format=" + parameter;
        }
    }

    static Stream<Wish> forResults() {
        return wishes(Format.ofResults());
    }

    static Stream<Wish> forGraphs() {
        return wishes(Format.ofGraphs());
    }

    /** A parameter comes before a header, even before one that cannot be satisfied. */
    private static Stream<Wish> wishes(List<Format> formats) {
        return formats.stream()
                .flatMap(format -> Stream.of(
                        new Wish(format, format.mediaType(), null),
                        new Wish(format, format.mediaType() + ", */*;q=0.1", null),
                        new Wish(format, "*/*", format.shortName()),
                        new Wish(format, "image/png", format.mediaType())));
    }

    @ParameterizedTest
    @MethodSource("forResults")
    void solutions_are_the_same_in_every_format(Wish wish, StemmaClient client) {
        String answer = wish.answer(client, resource("rows.rq"));

        if (wish.format() == Format.CSV) {
            assertEquals(resource("rows.csv"), answer.replace("\r\n", "\n"));
        } else {
            assertEquals(rows(resource("rows.srj"), Format.RESULTS_JSON), rows(answer, wish.format()));
        }
    }

    @ParameterizedTest
    @MethodSource("forResults")
    void a_boolean_is_the_same_in_every_format(Wish wish, StemmaClient client) {
        String yes = wish.answer(client, "ASK { <https://w3id.org/stemma/llm/LSTM> ?p ?o }");
        String no = wish.answer(client, "ASK { <https://w3id.org/stemma/llm/Nothing> ?p ?o }");

        assertTrue(truth(yes, wish.format()), yes);
        assertEquals(yes.replace("true", "false"), no);
    }

    @ParameterizedTest
    @MethodSource("forGraphs")
    void a_constructed_graph_is_the_same_in_every_format(Wish wish, StemmaClient client) {
        Graph answer = graph(wish.answer(client, resource("construct.rq")), wish.format());

        assertTrue(answer.isIsomorphicWith(graph(resource("construct.ttl"), Format.TURTLE)), answer::toString);
    }

    @ParameterizedTest
    @MethodSource("forGraphs")
    void a_description_is_the_same_in_every_format(Wish wish, StemmaClient client) {
        Graph answer = graph(wish.answer(client, "DESCRIBE <https://w3id.org/stemma/llm/LSTM>"), wish.format());
        Graph expected = graph(
                new Wish(Format.TURTLE, "text/turtle", null)
                        .answer(client, "CONSTRUCT WHERE { <https://w3id.org/stemma/llm/LSTM> ?p ?o }"),
                Format.TURTLE);

        assertTrue(expected.size() > 10, "there is something to describe");
        assertTrue(answer.isIsomorphicWith(expected), answer::toString);
    }

    @ParameterizedTest
    @MethodSource("forGraphs")
    void statements_about_statements_are_written_or_refused(Wish wish, StemmaClient client) {
        String query = resource("annotated.rq");
        if (wish.format() == Format.RDF_XML || wish.format() == Format.JSON_LD) {
            HttpResponse<String> response = client.get(wish.path(query), "Accept", wish.accept());

            assertEquals(406, response.statusCode(), response.body());
        } else {
            Graph answer = graph(wish.answer(client, query), wish.format());

            assertTrue(answer.isIsomorphicWith(graph(resource("annotated.ttl"), Format.TURTLE)), answer::toString);
        }
    }

    @Test
    void an_empty_answer_has_its_variables(StemmaClient client) {
        String answer = new Wish(Format.TSV, "text/tab-separated-values", null)
                .answer(client, "SELECT ?a ?b { ?a <https://example.org/nothing> ?b }");

        assertEquals("?a\t?b\n", answer);
    }

    @ParameterizedTest
    @MethodSource("forGraphs")
    void formats_of_graphs_are_not_for_solutions(Wish wish, StemmaClient client) {
        assertEquals(
                406,
                client.get(wish.path("SELECT * {}"), "Accept", mediaTypeOnly(wish))
                        .statusCode());
    }

    @ParameterizedTest
    @MethodSource("forResults")
    void formats_of_solutions_are_not_for_graphs(Wish wish, StemmaClient client) {
        assertEquals(
                406,
                client.get(wish.path("CONSTRUCT WHERE { ?s ?p ?o }"), "Accept", mediaTypeOnly(wish))
                        .statusCode());
    }

    private static String mediaTypeOnly(Wish wish) {
        return wish.parameter() == null ? wish.format().mediaType() : wish.accept();
    }

    private static List<Map<String, Node>> rows(String text, Format format) {
        RowSet rows = RowSetReaderRegistry.createReader(lang(format)).read(bytes(text), ARQ.getContext());
        List<Map<String, Node>> all = new ArrayList<>();
        rows.forEachRemaining(binding -> {
            Map<String, Node> row = new HashMap<>();
            binding.forEach((variable, node) -> row.put(variable.getVarName(), node));
            all.add(row);
        });
        return all;
    }

    private static boolean truth(String text, Format format) {
        if (format == Format.TSV) {
            // Jena writes it and cannot read it.
            return text.equals("?_askResult\ntrue\n");
        }
        return RowSetReaderRegistry.createReader(lang(format))
                .readAny(bytes(text), ARQ.getContext())
                .booleanResult();
    }

    private static Graph graph(String text, Format format) {
        return RDFParser.source(bytes(text)).lang(lang(format)).toGraph();
    }

    private static Lang lang(Format format) {
        return RDFLanguages.contentTypeToLang(format.mediaType());
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        try (InputStream in = SparqlFormatsHttpTest.class.getResourceAsStream("/sparql/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
