package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** Everything at once. */
@ExtendWith(StemmaExtension.class)
class DumpHttpTest {
    private static final String PREFIXES = """
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX llm: <https://w3id.org/stemma/llm/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX st:  <https://w3id.org/stemma/ns#>
            """;

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle;charset=utf-8",
        "nt, application/n-triples",
        "trig, application/trig",
        "nq, application/n-quads"
    })
    void in_rdf_1_2_it_has_every_triple_and_its_evidence(String suffix, String type, StemmaClient client) {
        DatasetGraph dump = read(client.get("api/v1/export." + suffix), type);

        String count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        String all = client.get("sparql?format=csv&query=" + StemmaClient.encoded(count))
                .body()
                .lines()
                .toList()
                .get(1);
        long triples = type.contains("trig") || type.contains("quads")
                ? dump.getUnionGraph().size()
                : dump.getDefaultGraph().size();
        assertEquals(Long.parseLong(all), triples);
        assertTrue(QueryExec.dataset(dump).query(PREFIXES + """
                        ASK { { llm:BERT st:basedOn llm:Transformer {| dct:source ?source |} }
                              UNION { GRAPH ?g { llm:BERT st:basedOn llm:Transformer {| dct:source ?source |} } } }""").ask());
    }

    @ParameterizedTest
    @CsvSource({"rdf, application/rdf+xml", "jsonld, application/ld+json"})
    void in_rdf_1_1_its_evidence_is_axioms_of_owl(String suffix, String type, StemmaClient client) {
        DatasetGraph dump = read(client.get("api/v1/export." + suffix), type);

        assertTrue(QueryExec.dataset(dump).query(PREFIXES + """
                        ASK { llm:BERT st:basedOn llm:Transformer .
                              ?axiom a owl:Axiom ; owl:annotatedSource llm:BERT ; owl:annotatedProperty st:basedOn ;
                                     owl:annotatedTarget llm:Transformer ; dct:source llm:Devlin2018 }""").ask());
        assertEquals(
                0, dump.stream().filter(quad -> quad.getObject().isTripleTerm()).count());
        String count =
                "SELECT (COUNT(DISTINCT ?r) AS ?n) { ?r " + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> ?t }";
        String annotations = client.get("sparql?format=csv&query=" + StemmaClient.encoded(count))
                .body()
                .lines()
                .toList()
                .get(1);
        assertTrue(QueryExec.dataset(dump)
                .query(PREFIXES + "ASK { { SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a owl:Axiom } } FILTER (?n = "
                        + annotations + ") }")
                .ask());
    }

    private static DatasetGraph read(HttpResponse<String> answer, String type) {
        assertEquals(200, answer.statusCode());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""));
        Lang lang = RDFLanguages.contentTypeToLang(type.replaceFirst(";.*", ""));
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(answer.body(), lang).base("http://example.org/").parse(dataset);
        return dataset;
    }

    @Test
    void the_table_has_a_row_for_every_entry_but_publications(StemmaClient client) {
        int entries = client.json("api/v1/concepts?limit=1").get("total").intValue()
                - client.json("api/v1/concepts?class=Publication&limit=1")
                        .get("total")
                        .intValue();
        String table = client.get("api/v1/export.csv").body();
        long rows = table.lines()
                .filter(line -> line.startsWith("https://w3id.org/stemma/llm/"))
                .count();
        assertEquals(entries, rows);
        assertTrue(table.contains("Transformer"), table);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "csv"})
    void it_is_not_sent_again_while_it_is_the_same(String suffix, StemmaClient client) {
        String tag = client.get("api/v1/export." + suffix)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        HttpResponse<String> again = client.get("api/v1/export." + suffix, "If-None-Match", tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @Test
    void another_format_is_not_there(StemmaClient client) {
        assertEquals(404, client.get("api/v1/export.docx").statusCode());
        assertEquals(400, client.get("api/v1/export.ttl?graph=x").statusCode());
    }
}
