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
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** Entries as things of the web of data. */
@ExtendWith(StemmaExtension.class)
class IdHttpTest {

    @ParameterizedTest
    @CsvSource({
        "'text/html,application/xhtml+xml,*/*;q=0.8', /?focus=LSTM",
        "'*/*', /?focus=LSTM",
        "text/turtle, /id/LSTM.ttl",
        "application/n-triples, /id/LSTM.nt",
        "application/rdf+xml, /id/LSTM.rdf",
        "application/ld+json, /id/LSTM.jsonld"
    })
    void a_thing_leads_to_what_the_client_can_read(String accept, String place, StemmaClient client) {
        HttpResponse<String> answer = client.get("id/LSTM", "Accept", accept);

        assertEquals(303, answer.statusCode());
        assertEquals(place, answer.headers().firstValue("Location").orElse(""));
        assertTrue(answer.headers().firstValue("Vary").orElse("").contains("Accept"));
        assertEquals(200, client.get(place.substring(1)).statusCode());
    }

    @ParameterizedTest
    @CsvSource({"ttl, text/turtle;charset=utf-8", "nt, application/n-triples"})
    void data_of_rdf_1_2_has_evidence_as_annotations(String suffix, String type, StemmaClient client) {
        DatasetGraph data = data(client.get("id/LSTM." + suffix), type);
        assertTrue(ask(data, """
                llm:LSTM st:extends llm:RNN {| dct:source llm:Hochreiter1997 ; st:reason ?why |}"""));
    }

    @ParameterizedTest
    @CsvSource({"rdf, application/rdf+xml", "jsonld, application/ld+json"})
    void data_of_rdf_1_1_has_evidence_as_axioms(String suffix, String type, StemmaClient client) {
        DatasetGraph data = data(client.get("id/LSTM." + suffix), type);
        assertTrue(ask(data, """
                llm:LSTM st:extends llm:RNN .
                [] a owl:Axiom ; owl:annotatedSource llm:LSTM ; owl:annotatedProperty st:extends ;
                   owl:annotatedTarget llm:RNN ; dct:source llm:Hochreiter1997 ; st:reason ?why"""));
    }

    private static DatasetGraph data(HttpResponse<String> answer, String type) {
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""));
        Lang lang = RDFLanguages.contentTypeToLang(type.replaceFirst(";.*", ""));
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(answer.body(), lang).base("http://example.org/").parse(data);
        return data;
    }

    private static boolean ask(DatasetGraph data, String pattern) {
        return QueryExec.dataset(data).query("""
                        PREFIX dct: <http://purl.org/dc/terms/>
                        PREFIX llm: <https://w3id.org/stemma/llm/>
                        PREFIX owl: <http://www.w3.org/2002/07/owl#>
                        PREFIX st:  <https://w3id.org/stemma/ns#>
                        ASK { %s }""".formatted(pattern)).ask();
    }

    @Test
    void what_is_no_thing_is_not_found_and_another_letter_case_leads_to_it(StemmaClient client) {
        assertEquals(404, client.get("id/NoSuchThing").statusCode());
        assertEquals(404, client.get("id/NoSuchThing.ttl").statusCode());
        assertEquals(404, client.get("id/LSTM.doc").statusCode());
        assertEquals(406, client.get("id/LSTM", "Accept", "image/png").statusCode());
        assertEquals(
                "/id/LSTM.ttl",
                client.get("id/lstm.ttl").headers().firstValue("Location").orElse(""));
    }
}
