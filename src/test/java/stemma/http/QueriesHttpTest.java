package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query files as routes. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueriesHttpTest {
    private static final String ANCESTORS = "api/v1/queries/ancestors?concept=GPT";
    private static final String DESCRIBE = "api/v1/queries/describe?concept=LSTM";
    private static final String LLM = "https://w3id.org/stemma/llm/";

    @Test
    void the_list_has_its_shape_and_pages(StemmaClient client) {
        JsonNode list = client.json("api/v1/queries");

        assertEquals(List.of(), Shape.faults("queries", list));
        assertEquals(
                list.at("/items/1"),
                client.json("api/v1/queries?limit=1&offset=1").at("/items/0"));
        assertTrue(client.get("api/v1/queries?limit=1")
                .headers()
                .firstValue("Link")
                .orElse("")
                .contains("offset=1"));
    }

    @Test
    void every_listed_query_answers_its_own_example(StemmaClient client) {
        for (JsonNode query : client.json("api/v1/queries?limit=1000").get("items")) {
            String parameters = query.get("example").properties().stream()
                    .map(value -> value.getKey() + "="
                            + StemmaClient.encoded(value.getValue().stringValue()))
                    .collect(Collectors.joining("&", "?", ""));
            HttpResponse<String> answer =
                    client.get("api/v1/queries/" + query.get("name").stringValue() + parameters);

            assertEquals(200, answer.statusCode(), () -> query.get("name") + ": " + answer.body());
            assertEquals(
                    query.get("kind").stringValue().equals("graph") ? "text/turtle;charset=utf-8" : "application/json",
                    header(answer, "Content-Type"));
        }
    }

    @Test
    void rows_are_plain_json(StemmaClient client) {
        JsonNode answer = client.json(ANCESTORS);

        assertEquals(List.of(), Shape.faults("query", answer));
        assertEquals("ancestors", answer.get("name").stringValue());
        assertEquals("[\"ancestor\",\"label\",\"year\"]", answer.get("columns").toString());
        assertEquals(answer.get("total").intValue(), answer.get("items").size());
        assertTrue(ancestors(answer).containsAll(Set.of("RNN", "Seq2seq", "Transformer")));
    }

    @Test
    void rows_have_pages(StemmaClient client) {
        JsonNode whole = client.json(ANCESTORS);
        JsonNode page = client.json(ANCESTORS + "&limit=2&offset=1");

        assertEquals(whole.get("total"), page.get("total"));
        assertEquals(
                List.of(whole.at("/items/1"), whole.at("/items/2")),
                page.get("items").valueStream().toList());
        assertEquals(
                "</api/v1/queries/ancestors?concept=GPT&limit=2&offset=3>; rel=\"next\", "
                        + "</api/v1/queries/ancestors?concept=GPT&limit=2&offset=0>; rel=\"prev\"",
                header(client.get(ANCESTORS + "&limit=2&offset=1"), "Link"));
    }

    @Test
    void a_concept_may_be_named_by_its_iri(StemmaClient client) {
        assertEquals(
                ancestors(client.json(ANCESTORS)),
                ancestors(client.json("api/v1/queries/ancestors?concept=" + StemmaClient.encoded(LLM + "GPT"))));
    }

    @Test
    void a_parameter_has_its_default(StemmaClient client) {
        assertEquals(client.json(ANCESTORS), client.json(ANCESTORS + "&lang=en"));
        assertTrue(
                client.json(ANCESTORS + "&lang=zh-Hant").get("items").toString().contains("循環神經網路"));
    }

    @ParameterizedTest
    @CsvSource({
        "csv,                             '',                              text/csv;charset=utf-8",
        "tsv,                             '',                              text/tab-separated-values;charset=utf-8",
        "xml,                             '',                              application/sparql-results+xml",
        "application/sparql-results+json, '',                              application/sparql-results+json",
        "'',                              text/csv,                        text/csv;charset=utf-8",
        "'',                              application/sparql-results+xml,  application/sparql-results+xml",
        "'',                              application/sparql-results+json, application/sparql-results+json",
        "'',                              application/json,                application/json",
        "'',                              '*/*',                           application/json",
        "json,                            text/csv,                        application/json"
    })
    void rows_come_in_the_formats_of_sparql(String format, String accept, String type, StemmaClient client) {
        String path = ANCESTORS + "&limit=1" + (format.isEmpty() ? "" : "&format=" + StemmaClient.encoded(format));
        HttpResponse<String> answer = accept.isEmpty() ? client.get(path) : client.get(path, "Accept", accept);

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(type, header(answer, "Content-Type"));
        boolean plain = type.equals("application/json");
        String first = client.json(ANCESTORS).at("/items/0/ancestor").stringValue();
        assertTrue(answer.body().contains(plain ? "\"" + first + "\"" : LLM + first), answer.body());
    }

    @Test
    void rows_as_csv_are_those_of_json(StemmaClient client) {
        List<String> lines =
                client.get(ANCESTORS + "&format=csv").body().lines().toList();

        assertEquals("ancestor,label,year", lines.getFirst());
        assertEquals(
                ancestors(client.json(ANCESTORS)),
                lines.stream()
                        .skip(1)
                        .map(line -> line.replaceFirst(",.*", "").substring(LLM.length()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void a_graph_is_turtle_unless_another_format_is_wanted(StemmaClient client) {
        HttpResponse<String> turtle = client.get(DESCRIBE);
        HttpResponse<String> triples = client.get(DESCRIBE, "Accept", "application/n-triples");

        assertEquals("text/turtle;charset=utf-8", header(turtle, "Content-Type"));
        assertEquals("application/n-triples", header(triples, "Content-Type"));
        assertEquals(
                triples.body(),
                client.get(DESCRIBE + "&format=nt", "Accept", "image/png").body());
        assertTrue(RDFParser.fromString(turtle.body(), Lang.TURTLE)
                .toGraph()
                .isIsomorphicWith(
                        RDFParser.fromString(triples.body(), Lang.NTRIPLES).toGraph()));
        assertTrue(
                triples.body().contains("<" + LLM + "LSTM> <https://w3id.org/stemma/ns#extends> <" + LLM + "RNN> ."));
    }

    @ParameterizedTest
    @CsvSource({
        "ancestors,                                concept",
        "ancestors?concept=,                       concept",
        "ancestors?concept=a%20b,                  concept",
        "ancestors?concept=%3Chttp://x%3E,         concept",
        "ancestors?concept=GPT&lang=fr,            lang",
        "ancestors?concept=GPT&format=turtle,      format",
        "ancestors?concept=GPT&format=html,        format",
        "ancestors?concept=GPT&limit=0,            limit",
        "ancestors?concept=GPT&limit=10001,        limit",
        "ancestors?concept=GPT&offset=-1,          offset",
        "ancestors?concept=GPT&concept=BERT,       concept",
        "ancestors?concept=GPT&depth=1,            depth",
        "describe?concept=LSTM&format=csv,         format",
        "architecture-kind?kind=Nonsense,          kind",
        "claims?assessment=confirmed,              assessment",
        "introduced-in?year=17,                    year",
        "introduced-in?year=2017a,                 year",
        "made-by,                                  maker",
        "derived?concept=GPT,                      concept"
    })
    void a_bad_parameter_is_named(String path, String parameter, StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/queries/" + path);

        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(
                parameter,
                JsonMapper.shared().readTree(answer.body()).get("parameter").stringValue());
    }

    @Test
    void a_format_that_cannot_be_had_is_refused(StemmaClient client) {
        assertEquals(406, client.get(ANCESTORS, "Accept", "text/turtle").statusCode());
        assertEquals(406, client.get(DESCRIBE, "Accept", "text/csv").statusCode());
        assertEquals(406, client.get(DESCRIBE, "Accept", "application/rdf+xml").statusCode());
    }

    @Test
    void a_value_is_a_term_and_never_a_part_of_the_query(StemmaClient client) {
        String injected = StemmaClient.encoded("GPT> ?p ?o } #");

        assertEquals(
                400, client.get("api/v1/queries/ancestors?concept=" + injected).statusCode());
        assertFalse(
                client.get("api/v1/queries/with-trait?trait=" + injected).body().contains("items"));
    }

    private static Set<String> ancestors(JsonNode answer) {
        return answer.get("items")
                .valueStream()
                .map(row -> row.get("ancestor").stringValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
