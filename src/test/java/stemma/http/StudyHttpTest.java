package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;

/** Several entries at once, dates, and the grounds of statements. */
@ExtendWith(StemmaExtension.class)
class StudyHttpTest {

    @Test
    void cards_come_together_in_the_order_that_was_asked_for(StemmaClient client) {
        JsonNode cards = client.json("api/v1/cards?ids=Transformer,LSTM");
        assertEquals(2, cards.get("total").intValue());
        assertEquals(client.json("api/v1/concepts/Transformer"), cards.at("/items/0"));
        assertEquals(client.json("api/v1/concepts/LSTM"), cards.at("/items/1"));
    }

    @Test
    void a_comparison_tells_where_entries_differ_and_from_whom_they_have_it(StemmaClient client) {
        JsonNode comparison = client.json("api/v1/compare?ids=LSTM,GRU,Transformer");
        assertEquals(List.of("LSTM", "GRU", "Transformer"), names(comparison.get("concepts")));

        JsonNode recurrent = row(comparison, "traits", "isRecurrent");
        assertTrue(recurrent.get("differs").booleanValue());
        assertTrue(recurrent.at("/cells/0/value").booleanValue());
        assertTrue(recurrent.at("/cells/0/derived").booleanValue());
        assertEquals("RNN", recurrent.at("/cells/0/inheritedFrom/name").stringValue());
        assertEquals("traitInheritance", recurrent.at("/cells/0/rule").stringValue());
        assertFalse(recurrent.at("/cells/2/value").booleanValue());

        JsonNode parents = row(comparison, "relations", "extends");
        assertEquals("RNN", parents.at("/cells/0/0/concept/name").stringValue());
        for (String part : List.of("traits", "attributes", "relations")) {
            for (JsonNode row : comparison.get(part)) {
                assertEquals(3, row.get("cells").size(), row::toString);
            }
        }
    }

    @Test
    void what_an_entry_does_not_have_is_an_empty_cell(StemmaClient client) {
        JsonNode comparison = client.json("api/v1/compare?ids=LSTM,OpenAI");
        JsonNode recurrent = row(comparison, "traits", "isRecurrent");
        assertTrue(recurrent.at("/cells/1").isNull(), recurrent::toString);
        assertTrue(recurrent.get("differs").booleanValue());
        assertTrue(row(comparison, "relations", "extends").at("/cells/1").isEmpty());
    }

    @Test
    void an_entry_beside_itself_alone_differs_in_nothing(StemmaClient client) {
        JsonNode comparison = client.json("api/v1/compare?ids=BERT");
        for (String part : List.of("traits", "attributes", "relations")) {
            for (JsonNode row : comparison.get(part)) {
                assertFalse(row.get("differs").booleanValue(), row::toString);
            }
        }
    }

    @Test
    void a_timeline_runs_from_the_oldest_to_the_youngest_within_its_bounds(StemmaClient client) {
        JsonNode timeline = client.json("api/v1/timeline?class=Model&from=2018-02&to=2018-10&limit=1000");
        List<String> dates = timeline.get("items")
                .valueStream()
                .map(item -> item.get("date").stringValue())
                .toList();
        assertEquals(dates.stream().sorted().toList(), dates);
        assertTrue(names(timeline.get("items")).containsAll(List.of("ELMo", "GPT1", "BERT")), timeline::toString);
        assertTrue(dates.stream().allMatch(date -> date.startsWith("2018")), dates::toString);
        assertFalse(names(client.json("api/v1/timeline?class=Model&to=2018-09&limit=1000")
                        .get("items"))
                .contains("BERT"));
        assertTrue(client.json("api/v1/timeline").get("total").intValue() > 500);
    }

    @Test
    void a_seed_picks_one_entry_and_seeds_pick_many(StemmaClient client) {
        JsonNode day = client.json("api/v1/random?seed=2026-11-26");
        assertEquals(day, client.json("api/v1/random?seed=2026-11-26"));
        Set<String> picked = IntStream.range(0, 30)
                .mapToObj(seed -> client.json("api/v1/random?seed=" + seed))
                .peek(card -> assertNotEquals("Publication", card.get("class").stringValue()))
                .map(card -> card.get("name").stringValue())
                .collect(Collectors.toCollection(HashSet::new));
        assertTrue(picked.size() > 20, picked::toString);
    }

    @Test
    void a_derived_statement_is_explained_down_to_its_source(StemmaClient client) {
        JsonNode steps =
                client.json("api/v1/explain/BiLSTM?property=isRecurrent").at("/derivations/0/steps");
        assertEquals("BiLSTM", steps.at("/0/subject/name").stringValue());
        assertEquals("traitInheritance", steps.at("/0/rule").stringValue());
        JsonNode last = steps.get(steps.size() - 1);
        assertTrue(last.path("rule").isMissingNode(), last::toString);
        assertFalse(last.get("evidence").isEmpty(), last::toString);
        assertEquals("true", last.get("value").stringValue());
    }

    @Test
    void every_derived_trait_of_a_card_is_explained(StemmaClient client) {
        for (String name : List.of("GPT4", "BERT", "Mamba", "T5", "Llama2")) {
            for (JsonNode trait : client.json("api/v1/concepts/" + name).get("traits")) {
                JsonNode steps = client.json("api/v1/explain/" + name + "?property="
                                + trait.get("name").stringValue())
                        .at("/derivations/0/steps");
                JsonNode last = steps.get(steps.size() - 1);
                assertFalse(last.get("evidence").isEmpty(), name + " " + trait);
                assertEquals(trait.get("derived").booleanValue(), steps.size() > 1, name + " " + trait);
            }
        }
    }

    @Test
    void a_stated_relation_is_its_own_ground(StemmaClient client) {
        JsonNode steps = client.json("api/v1/explain/LSTM?property=extends").at("/derivations/0/steps");
        assertEquals(1, steps.size());
        assertEquals("RNN", steps.at("/0/object/name").stringValue());
    }

    @ParameterizedTest
    @CsvSource({
        "'cards?ids=LSTM,LSTM', 400",
        "'cards?ids=LSTM,,GRU', 400",
        "'cards', 400",
        "'cards?ids=LSTM,NoSuchThing', 404",
        "'compare?ids=A,B,C,D,E,F,G,H,I,J,K', 400",
        "'timeline?from=then', 400",
        "'timeline?class=Nothing', 400",
        "'random', 400",
        "'explain/LSTM', 400",
        "'explain/LSTM?property=nothing', 404",
        "'explain/NoSuchThing?property=extends', 404",
        "'explain/lstm?property=extends', 308"
    })
    void what_cannot_be_answered_is_refused(String path, int status, StemmaClient client) {
        assertEquals(status, client.get("api/v1/" + path).statusCode());
    }

    private static JsonNode row(JsonNode comparison, String part, String name) {
        return comparison
                .get(part)
                .valueStream()
                .filter(row -> row.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + comparison.get(part)));
    }

    private static List<String> names(JsonNode items) {
        return items.valueStream().map(item -> item.get("name").stringValue()).toList();
    }
}
