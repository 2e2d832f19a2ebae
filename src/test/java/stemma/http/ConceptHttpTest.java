package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;

/** Lists, cards and search. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConceptHttpTest {
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");

    @Test
    void a_list_is_a_page_of_items(StemmaClient client) {
        JsonNode list = client.json("api/v1/concepts");

        assertEquals(List.of(), Shape.faults("concepts", list));
        assertEquals(50, list.get("limit").intValue());
        assertEquals(0, list.get("offset").intValue());
        assertEquals(50, list.get("items").size());
        assertTrue(list.get("total").intValue() > 100);
        assertTrue(list.at("/items/0/iri")
                .stringValue()
                .endsWith("/" + list.at("/items/0/name").stringValue()));
    }

    @Test
    void pages_follow_each_other_by_their_links_and_have_every_entry_once(StemmaClient client) {
        List<String> names = new ArrayList<>();
        List<String> backwards = new ArrayList<>();
        String path = "/api/v1/concepts?class=Model&lang=en&limit=7";
        int pages = 0;
        while (path != null) {
            names.addAll(names(client.json(path)));
            Map<String, String> links = links(client.get(path));
            assertEquals(pages > 0, links.containsKey("prev"));
            backwards.add(links.get("prev"));
            path = links.get("next");
            pages++;
        }

        JsonNode whole = client.json("api/v1/concepts?class=Model&lang=en&limit=1000");
        assertTrue(pages > 2);
        assertEquals(names(whole), names);
        assertEquals(names.size(), new HashSet<>(names).size());
        assertEquals(whole.get("total").intValue(), names.size());
        assertEquals(names.subList(0, 7), names(client.json(backwards.get(1))));
        assertEquals(Map.of(), links(client.get("api/v1/concepts?class=Model&limit=1000")));
    }

    @Test
    void a_page_beyond_the_end_is_empty(StemmaClient client) {
        JsonNode page = client.json("api/v1/concepts?offset=1000000");

        assertEquals(List.of(), names(page));
        assertTrue(page.get("total").intValue() > 100);
    }

    @Test
    void links_keep_the_other_parameters(StemmaClient client) {
        String next = links(client.get("api/v1/concepts?q=%E6%B3%A8%E6%84%8F&limit=2&lang=zh-Hant"))
                .get("next");

        assertEquals("/api/v1/concepts?q=%E6%B3%A8%E6%84%8F&lang=zh-Hant&limit=2&offset=2", next);
    }

    @Test
    void a_list_is_filtered_by_class_and_text(StemmaClient client) {
        JsonNode all = client.json("api/v1/concepts?limit=1000");
        JsonNode models = client.json("api/v1/concepts?class=Model&limit=1000");
        JsonNode attention = client.json("api/v1/concepts?q=%E6%B3%A8%E6%84%8F%E5%8A%9B&limit=1000");
        JsonNode both = client.json("api/v1/concepts?q=%E6%B3%A8%E6%84%8F%E5%8A%9B&class=Mechanism&limit=1000");

        assertTrue(names(models).containsAll(List.of("BERT", "GPT")));
        assertTrue(models.get("items")
                .valueStream()
                .allMatch(item -> item.get("class").stringValue().equals("Model")));
        assertTrue(names(attention).contains("AttentionMechanism"));
        assertTrue(names(both).contains("AttentionMechanism"));
        assertTrue(models.get("total").intValue() < all.get("total").intValue());
        assertTrue(both.get("total").intValue() < attention.get("total").intValue());
        assertTrue(both.get("items")
                .valueStream()
                .allMatch(item -> item.get("class").stringValue().equals("Mechanism")));
        assertEquals(0, client.json("api/v1/concepts?q=xyzzy").get("total").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "Transformer", "GPT", "BERT", "Vaswani2017", "OpenAI"})
    void a_card_has_its_shape(String name, StemmaClient client) {
        JsonNode card = client.json("api/v1/concepts/" + name);

        assertEquals(List.of(), Shape.faults("card", card));
        assertEquals(name, card.get("name").stringValue());
    }

    @Test
    void a_card_tells_what_the_graph_says(StemmaClient client) {
        JsonNode lstm = client.json("api/v1/concepts/LSTM");
        JsonNode bert = client.json("api/v1/concepts/BERT");

        JsonNode parent = only(
                lstm.get("relations"),
                relation -> relation.at("/concept/name").asString()
                        + relation.get("relation").asString(),
                "RNNextends");
        assertEquals("out", parent.get("direction").stringValue());
        assertEquals("descendsFrom", parent.get("family").stringValue());
        assertFalse(parent.get("evidence").isEmpty());
        assertFalse(parent.get("derived").booleanValue());
        JsonNode trait = only(bert.get("traits"), found -> found.get("name").stringValue(), "usesBidirectionalContext");
        assertTrue(trait.get("value").booleanValue());
        assertTrue(bert.get("traits")
                .valueStream()
                .filter(found -> found.get("derived").booleanValue())
                .allMatch(found -> found.has("inheritedFrom")));
    }

    @Test
    void a_relation_is_told_from_both_ends(StemmaClient client) {
        JsonNode recurrence = client.json("api/v1/concepts/Recurrence");

        JsonNode successor = only(
                recurrence.get("relations"),
                relation -> relation.at("/concept/name").asString()
                        + relation.get("relation").asString(),
                "Transformerreplaces");
        assertEquals("in", successor.get("direction").stringValue());
        assertNotEquals(
                client.json("api/v1/concepts/Transformer")
                        .get("relations")
                        .valueStream()
                        .filter(relation ->
                                relation.get("relation").stringValue().equals("replaces"))
                        .findFirst()
                        .orElseThrow()
                        .get("label"),
                successor.get("label"));
    }

    @ParameterizedTest
    @CsvSource({
        "concepts/lstm, concepts/LSTM",
        "concepts/TRANSFORMER?lang=zh-Hant, concepts/Transformer?lang=zh-Hant",
        "lineage/gpt?direction=ancestors&depth=2, lineage/GPT?direction=ancestors&depth=2"
    })
    void a_name_in_another_letter_case_leads_to_the_name(String asked, String right, StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/" + asked);

        assertEquals(308, answer.statusCode());
        assertEquals("/api/v1/" + right, answer.headers().firstValue("Location").orElse(""));
        assertEquals(200, client.get("api/v1/" + right).statusCode());
    }

    @Test
    void a_misspelled_name_is_answered_with_similar_ones(StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/concepts/Tansformer");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("\"Transformer\""), answer.body());
    }

    @Test
    void a_search_has_its_shape_and_says_what_matched(StemmaClient client) {
        JsonNode search = client.json("api/v1/search?q=%E5%BE%AA%E7%92%B0%E7%A5%9E%E7%B6%93%E7%B6%B2%E8%B7%AF");

        assertEquals(List.of(), Shape.faults("search", search));
        JsonNode best = search.at("/items/0");
        JsonNode match = best.get("match");
        assertEquals("RNN", best.get("name").stringValue());
        assertEquals("zh-Hant", match.get("lang").stringValue());
        assertEquals(
                "循環神經網路",
                match.get("text")
                        .stringValue()
                        .substring(
                                match.get("start").intValue(), match.get("end").intValue()));
    }

    @Test
    void a_search_is_in_the_order_of_its_scores_and_has_pages(StemmaClient client) {
        JsonNode search = client.json("api/v1/search?q=network&limit=1000");
        List<Double> scores = search.get("items")
                .valueStream()
                .map(item -> item.get("score").doubleValue())
                .toList();

        assertTrue(scores.size() > 5);
        assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
        assertEquals(names(search).subList(2, 4), names(client.json("api/v1/search?q=network&limit=2&offset=2")));
        assertEquals(
                "/api/v1/search?q=network&limit=2&offset=4",
                links(client.get("api/v1/search?q=network&limit=2&offset=2")).get("next"));
    }

    private static JsonNode only(JsonNode array, Function<JsonNode, String> key, String wanted) {
        List<JsonNode> found = array.valueStream()
                .filter(node -> key.apply(node).equals(wanted))
                .toList();
        assertEquals(1, found.size(), wanted);
        return found.getFirst();
    }

    private static List<String> names(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("name").stringValue())
                .toList();
    }

    @Test
    void a_card_leads_to_its_own_address_to_other_formats_and_to_its_description(StemmaClient client) {
        String link = client.get("api/v1/concepts/LSTM?lang=en")
                .headers()
                .firstValue("Link")
                .orElseThrow();

        assertTrue(link.contains("</api/v1/concepts/LSTM>; rel=\"canonical\""), link);
        for (Matcher match = Pattern.compile("<([^>]+)>; rel=\"[a-z-]+\"; type=\"([^\"]+)\"")
                        .matcher(link);
                match.find(); ) {
            HttpResponse<String> target = client.get(match.group(1).replaceFirst("#.*", ""));
            assertEquals(200, target.statusCode(), match.group());
            String type = target.headers().firstValue("Content-Type").orElse("");
            assertTrue(
                    match.group(2).matches(".*(openapi|schema).*json.*")
                            ? type.equals("application/json")
                            : type.startsWith(match.group(2)),
                    match.group() + " is " + type);
        }
        assertEquals(9, link.split("; rel=", -1).length - 1, link);
    }

    @ParameterizedTest
    @CsvSource({
        "api/v1/concepts/LSTM?fields=label&lang=en,                    '{\"label\":{\"en\":\"Long Short-Term Memory\"}}'",
        "'api/v1/concepts/LSTM?fields=year,name',                      '{\"name\":\"LSTM\",\"year\":1997}'",
        "'api/v1/cards?ids=LSTM,GRU&fields=name',                      '\"total\":2,\"items\":[{\"name\":\"LSTM\"},{\"name\":\"GRU\"}]}'",
        "api/v1/concepts?class=Architecture&q=LSTM&limit=1&fields=year, '\"items\":[{\"year\":2017}]}'",
    })
    void an_answer_has_the_members_that_are_asked_for(String path, String expected, StemmaClient client) {
        String body = client.get(path).body();
        assertTrue(body.contains(expected) || body.equals(expected), body);
    }

    @ParameterizedTest
    @CsvSource({
        "循环神经网路,  RNN",
        "循環神經網络,  RNN",
        "Trasformer,   Transformer",
        "Attension,    AttentionMechanism",
        "Genimi,       Gemini",
        "bahdanáu attention, AdditiveAttention",
    })
    void a_name_is_found_in_other_characters_and_misspelt(String query, String name, StemmaClient client) {
        assertEquals(
                name,
                names(client.json("api/v1/search?q=" + StemmaClient.encoded(query)))
                        .getFirst());
    }

    @Test
    void suggestions_are_of_names_only(StemmaClient client) {
        JsonNode suggested = client.json("api/v1/suggest?q=trans&limit=5&lang=en");

        assertEquals("Transformer", names(suggested).getFirst());
        assertEquals(5, suggested.get("items").size());
        suggested
                .get("items")
                .forEach(hit -> assertTrue(hit.at("/match/field").stringValue().endsWith("Label"), hit::toString));
        assertTrue(client.json("api/v1/search?q=trans").get("total").intValue()
                > suggested.get("total").intValue());
    }

    private static Map<String, String> links(HttpResponse<String> answer) {
        return LINK.matcher(answer.headers().firstValue("Link").orElse(""))
                .results()
                .filter(link -> link.group(2).matches("next|prev"))
                .collect(Collectors.toMap(link -> link.group(2), link -> link.group(1)));
    }
}
