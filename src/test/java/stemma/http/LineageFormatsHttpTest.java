package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import stemma.ExpectedFile;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A lineage in other formats than JSON, and as it was known at a moment. */
@ExtendWith(StemmaExtension.class)
class LineageFormatsHttpTest {
    private static final String PARENTS = "?direction=ancestors&depth=1";

    @ParameterizedTest
    @CsvSource({
        "mmd, text/vnd.mermaid;charset=utf-8",
        "dot, text/vnd.graphviz;charset=utf-8",
        "graphml, application/graphml+xml"
    })
    void a_lineage_is_written_in_the_format_that_its_suffix_names(String suffix, String type, StemmaClient client)
            throws Exception {
        HttpResponse<String> answer = client.get("api/v1/lineage/LSTM." + suffix + PARENTS + "&lang=zh-Hant");

        assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("zh-Hant", answer.headers().firstValue("Content-Language").orElse(""));
        ExpectedFile.of("lineage", "LSTM." + suffix)
                .hasExactly(answer.body().lines().toList());
        String mediaType = type.replaceFirst(";.*", "");
        assertEquals(
                answer.body(),
                client.get("api/v1/lineage/LSTM" + PARENTS + "&lang=zh-Hant", "Accept", mediaType)
                        .body());
        assertEquals(
                answer.body(),
                client.get("api/v1/lineage/LSTM" + PARENTS + "&lang=zh-Hant&format=" + suffix)
                        .body());
    }

    @Test
    void a_lineage_as_turtle_has_its_statements_with_their_evidence(StemmaClient client) throws Exception {
        Graph expected = graph(Files.readString(ExpectedFile.RESOURCES.resolve("lineage/LSTM.ttl")));
        Graph answer = graph(client.get("api/v1/lineage/LSTM.ttl" + PARENTS).body());

        assertTrue(expected.isIsomorphicWith(answer), answer::toString);
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    @ParameterizedTest
    @CsvSource({"light, en", "dark, zh-Hant"})
    void a_lineage_is_drawn_with_title_and_description(String theme, String language, StemmaClient client)
            throws Exception {
        HttpResponse<String> answer =
                client.get("api/v1/lineage/LSTM.svg" + PARENTS + "&theme=" + theme + "&lang=" + language);

        assertEquals(
                "image/svg+xml", answer.headers().firstValue("Content-Type").orElse(""));
        String drawing = answer.body()
                .replace(client.address(), "https://stemma.example/")
                .replace("><", ">\n<");
        ExpectedFile.of("lineage", "LSTM-" + theme + ".svg")
                .hasExactly(drawing.lines().toList());
    }

    @Test
    void a_large_lineage_is_drawn_whole(StemmaClient client) throws Exception {
        String path = "api/v1/lineage/Transformer?direction=descendants";
        JsonNode lineage = client.json(path);
        Document drawing = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(client.get(path + "&format=svg").body())));

        assertTrue(lineage.get("nodes").size() > 100);
        assertEquals(
                lineage.get("nodes").size(), drawing.getElementsByTagName("a").getLength());
        assertEquals(
                lineage.get("edges").size(),
                drawing.getElementsByTagName("path").getLength());
        assertEquals(1, drawing.getElementsByTagName("desc").getLength());
    }

    @Test
    void what_is_too_much_for_a_drawing_is_refused(StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/lineage?format=svg");
        assertEquals(400, answer.statusCode());
        assertEquals(
                "format",
                JsonMapper.shared().readTree(answer.body()).get("parameter").stringValue());
    }

    @Test
    void a_format_that_there_is_not_is_refused(StemmaClient client) {
        assertEquals(400, client.get("api/v1/lineage/LSTM?format=docx").statusCode());
        assertEquals(404, client.get("api/v1/lineage/LSTM.docx").statusCode());
        assertEquals(
                406,
                client.get("api/v1/lineage/LSTM", "Accept", "application/msword")
                        .statusCode());
    }

    @Test
    void another_letter_case_leads_to_the_name_with_the_same_suffix(StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/lineage/lstm.mmd?depth=1");
        assertEquals(308, answer.statusCode());
        assertEquals(
                "/api/v1/lineage/LSTM.mmd?depth=1",
                answer.headers().firstValue("Location").orElse(""));
    }

    @Test
    void a_moment_has_nothing_that_is_younger(StemmaClient client) {
        JsonNode all = client.json("api/v1/lineage/Transformer?direction=descendants");
        JsonNode then = client.json("api/v1/lineage/Transformer?direction=descendants&asOf=2018-06");

        assertTrue(names(all).contains("BERT"));
        assertFalse(names(then).contains("BERT"), "BERT is of October 2018");
        assertTrue(names(then).containsAll(Set.of("Transformer", "GPT1")), then::toString);
        assertTrue(names(client.json("api/v1/lineage/Transformer?direction=descendants&asOf=2018"))
                .contains("BERT"));
        for (JsonNode node : then.get("nodes")) {
            assertTrue(node.path("year").asInt(0) <= 2018, node::toString);
        }
        for (JsonNode edge : then.get("edges")) {
            assertTrue(edge.path("year").asInt(0) <= 2018, edge::toString);
        }
    }

    @Test
    void the_whole_field_grows_with_the_moment(StemmaClient client) {
        int size = 0;
        for (String moment : List.of("1986", "1997", "2014-09", "2017-06-12", "2018-12-31", "2023")) {
            int then = client.json("api/v1/lineage?asOf=" + moment).get("nodes").size();
            assertTrue(then > size, moment + ": " + then);
            size = then;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2018-13", "2018-06-32", "18", "2018-6"})
    void what_is_no_date_is_refused(String moment, StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/lineage/BERT?asOf=" + moment);
        assertEquals(400, answer.statusCode());
        assertEquals(
                "asOf",
                JsonMapper.shared().readTree(answer.body()).get("parameter").stringValue());
    }

    @Test
    void what_was_not_there_at_a_moment_has_no_lineage_then(StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/lineage/BERT?asOf=2017");
        assertEquals(400, answer.statusCode(), answer.body());
    }

    private static Set<String> names(JsonNode lineage) {
        return lineage.get("nodes")
                .valueStream()
                .map(node -> node.get("name").stringValue())
                .collect(Collectors.toSet());
    }
}
