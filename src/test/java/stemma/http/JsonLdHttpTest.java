package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** The JSON of a card is JSON-LD: read as such, it is the entry's own triples. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonLdHttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LSTM",
                "GPT3",
                "BERT",
                "ExposureBias",
                "MMLU",
                "Vaswani2017",
                "Su2021Blog",
                "OpenAI",
                "AllenC",
                "ChatGPT",
                "DeepLearning",
                "Qwen2"
            })
    void a_card_read_as_JSON_LD_is_what_the_store_has(String name, StemmaClient client) {
        Graph card = graph(client.get("api/v1/concepts/" + name).body(), Lang.JSONLD);
        Graph stored = withoutEvidence(graph(client.get("id/" + name + ".nt").body(), Lang.NTRIPLES));

        assertFalse(stored.isEmpty());
        assertTrue(card.isIsomorphicWith(stored), () -> "card: " + card + "\nstore: " + stored);
    }

    @Test
    void cards_together_are_their_triples_together(StemmaClient client) {
        Graph cards = graph(client.get("api/v1/cards?ids=LSTM,Vaswani2017").body(), Lang.JSONLD);
        Graph stored = GraphFactory.createDefaultGraph();
        for (String name : new String[] {"LSTM", "Vaswani2017"}) {
            withoutEvidence(graph(client.get("id/" + name + ".nt").body(), Lang.NTRIPLES))
                    .find()
                    .forEach(stored::add);
        }
        assertTrue(cards.isIsomorphicWith(stored), cards::toString);
    }

    @Test
    void one_language_of_a_card_is_a_part_of_its_triples(StemmaClient client) {
        Graph whole = graph(client.get("api/v1/concepts/LSTM").body(), Lang.JSONLD);
        Graph part = graph(client.get("api/v1/concepts/LSTM?lang=zh-Hant").body(), Lang.JSONLD);

        part.find().forEach(triple -> assertTrue(whole.contains(triple), triple::toString));
        assertTrue(part.size() < whole.size());
    }

    @Test
    void a_card_is_called_JSON_LD_for_those_who_want_that(StemmaClient client) {
        assertEquals("application/ld+json", type(client.get("api/v1/concepts/LSTM", "Accept", "application/ld+json")));
        assertEquals("application/json", type(client.get("api/v1/concepts/LSTM", "Accept", "*/*")));
        assertEquals("application/json", type(client.get("api/v1/concepts/LSTM", "Accept", "text/html")));
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static Graph graph(String text, Lang lang) {
        return RDFParser.fromString(text, lang).toGraph();
    }

    /** Without the triples of triples, which say where they are from. */
    private static Graph withoutEvidence(Graph graph) {
        Graph own = GraphFactory.createDefaultGraph();
        graph.find().filterDrop(triple -> isEvidence(graph, triple)).forEach(own::add);
        return own;
    }

    private static boolean isEvidence(Graph graph, Triple triple) {
        return graph.contains(
                triple.getSubject(), NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"), null);
    }
}
