package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

/** Where a concept came from, what came of it, and the ways between two. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineageHttpTest {

    @Test
    void the_ancestors_of_gpt_are_listed_with_evidence_on_each_edge(StemmaClient client) {
        JsonNode lineage = client.json("api/v1/lineage/GPT?direction=ancestors");

        assertEquals(List.of(), Shape.faults("lineage", lineage));
        assertEquals("GPT", lineage.get("focus").stringValue());
        assertTrue(names(lineage).containsAll(Set.of("GPT", "Transformer", "AttentionMechanism", "Seq2seq", "RNN")));
        for (JsonNode edge : lineage.get("edges")) {
            assertFalse(edge.get("evidence").isEmpty(), edge::toString);
            for (JsonNode evidence : edge.get("evidence")) {
                assertTrue(evidence.at("/source/url").isString(), edge::toString);
                assertEquals(
                        Set.of("en", "zh-Hant"),
                        Set.copyOf(evidence.get("reason").propertyNames()),
                        edge::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ancestors", "descendants", "both"})
    void nodes_and_edges_belong_together(String direction, StemmaClient client) {
        JsonNode lineage = client.json("api/v1/lineage/Transformer?direction=" + direction);
        Set<String> names = names(lineage);
        Map<String, JsonNode> nodes = lineage.get("nodes")
                .valueStream()
                .collect(Collectors.toMap(node -> node.get("name").stringValue(), Function.identity()));

        assertEquals(List.of(), Shape.faults("lineage", lineage));
        for (JsonNode edge : lineage.get("edges")) {
            assertTrue(names.contains(edge.get("source").stringValue()), edge::toString);
            assertTrue(names.contains(edge.get("target").stringValue()), edge::toString);
        }
        for (JsonNode node : nodes.values()) {
            boolean focus = node.get("name").stringValue().equals("Transformer");
            assertEquals(focus, node.get("distance").intValue() == 0, node::toString);
            assertEquals(focus, node.get("side").stringValue().equals("focus"), node::toString);
            assertTrue(focus || touches(lineage, node.get("name").stringValue()), node::toString);
        }
    }

    private static boolean touches(JsonNode lineage, String name) {
        return lineage.get("edges")
                .valueStream()
                .anyMatch(edge -> edge.get("source").stringValue().equals(name)
                        || edge.get("target").stringValue().equals(name));
    }

    @Test
    void both_directions_are_the_default_and_are_the_two_together(StemmaClient client) {
        JsonNode both = client.json("api/v1/lineage/Transformer");
        JsonNode ancestors = client.json("api/v1/lineage/Transformer?direction=ancestors");
        JsonNode descendants = client.json("api/v1/lineage/Transformer?direction=descendants");
        Set<String> together = new HashSet<>(names(ancestors));
        together.addAll(names(descendants));

        assertEquals(both, client.json("api/v1/lineage/Transformer?direction=both"));
        assertEquals(together, names(both));
        assertTrue(names(ancestors).contains("RNN") && !names(descendants).contains("RNN"));
        assertTrue(names(descendants).contains("GPT") && !names(ancestors).contains("GPT"));
    }

    @Test
    void depth_is_the_number_of_steps(StemmaClient client) {
        JsonNode whole = client.json("api/v1/lineage/GPT?direction=ancestors");
        for (int depth = 1; depth <= 3; depth++) {
            int limit = depth;
            JsonNode part = client.json("api/v1/lineage/GPT?direction=ancestors&depth=" + depth);

            assertEquals(
                    whole.get("nodes")
                            .valueStream()
                            .filter(node -> node.get("distance").intValue() <= limit)
                            .map(node -> node.get("name").stringValue())
                            .collect(Collectors.toSet()),
                    names(part));
        }
        assertTrue(whole.get("nodes")
                .valueStream()
                .anyMatch(node -> node.get("distance").intValue() > 1));
    }

    @Test
    void relations_choose_the_edges(StemmaClient client) {
        JsonNode lineage = client.json("api/v1/lineage/Transformer?relations=replaces");
        JsonNode two = client.json("api/v1/lineage/Transformer?relations=replaces,%20hasPart");
        JsonNode family = client.json("api/v1/lineage/LSTM?relations=descendsFrom&direction=ancestors");

        assertEquals(Set.of("replaces"), values(lineage.get("edges"), "relation"));
        assertTrue(names(lineage).contains("Recurrence"));
        assertEquals(Set.of("replaces", "hasPart"), values(two.get("edges"), "relation"));
        assertTrue(values(family.get("edges"), "relation").contains("extends"));
        assertEquals(Set.of("descendsFrom"), values(family.get("edges"), "family"));
    }

    @Test
    void a_concept_without_a_lineage_stands_alone(StemmaClient client) {
        JsonNode lineage = client.json("api/v1/lineage/OpenAI");

        assertEquals(Set.of("OpenAI"), names(lineage));
        assertTrue(lineage.get("edges").isEmpty());
    }

    @Test
    void the_lineage_of_all_has_every_edge_of_each(StemmaClient client) {
        JsonNode whole = client.json("api/v1/lineage");
        Set<JsonNode> edges = whole.get("edges").valueStream().collect(Collectors.toSet());

        assertEquals(List.of(), Shape.faults("lineage", whole));
        assertFalse(whole.has("focus"));
        assertTrue(names(whole).size() > 40);
        for (String name : List.of("GPT", "LSTM", "BERT")) {
            client.json("api/v1/lineage/" + name)
                    .get("edges")
                    .forEach(edge -> assertTrue(edges.contains(edge), edge::toString));
        }
        assertEquals(
                Set.of("replaces"),
                values(client.json("api/v1/lineage?relations=replaces").get("edges"), "relation"));
    }

    @ParameterizedTest
    @CsvSource({"GPT, RNN", "RNN, GPT", "BERT, LSTM"})
    void a_path_goes_from_one_end_to_the_other(String from, String to, StemmaClient client) {
        JsonNode answer = client.json("api/v1/path?from=" + from + "&to=" + to);

        assertEquals(List.of(), Shape.faults("path", answer));
        assertEquals(from, answer.get("from").stringValue());
        assertEquals(to, answer.get("to").stringValue());
        assertFalse(answer.get("paths").isEmpty());
        for (JsonNode path : answer.get("paths")) {
            String at = from;
            for (JsonNode step : path.get("steps")) {
                boolean forward = step.get("direction").stringValue().equals("forward");
                assertEquals(
                        at, step.at(forward ? "/source/name" : "/target/name").stringValue());
                at = step.at(forward ? "/target/name" : "/source/name").stringValue();
                assertFalse(step.get("evidence").isEmpty(), step::toString);
            }
            assertEquals(to, at);
        }
    }

    @Test
    void the_shortest_path_and_the_most_meaningful_are_among_the_paths(StemmaClient client) {
        JsonNode paths = client.json("api/v1/path?from=GPT&to=RNN").get("paths");
        Set<String> kinds = paths.valueStream()
                .flatMap(path -> path.get("kinds").valueStream())
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet());
        int shortest = paths.valueStream()
                .mapToInt(path -> path.get("steps").size())
                .min()
                .orElseThrow();

        assertEquals(Set.of("shortest", "meaningful"), kinds);
        assertTrue(paths.valueStream()
                .filter(path -> path.get("kinds").toString().contains("shortest"))
                .allMatch(path -> path.get("steps").size() == shortest));
        assertEquals(
                paths.size(),
                paths.valueStream()
                        .map(path -> path.get("steps"))
                        .collect(Collectors.toSet())
                        .size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void as_many_ways_are_told_as_are_asked_for_and_the_cheaper_first(int limit, StemmaClient client) {
        List<JsonNode> meaningful = client.json("api/v1/path?from=BERT&to=RNN&limit=" + limit)
                .get("paths")
                .valueStream()
                .filter(path -> path.get("kinds").toString().contains("meaningful"))
                .toList();
        List<Double> costs =
                meaningful.stream().map(path -> path.get("cost").doubleValue()).toList();

        assertEquals(limit, meaningful.size());
        assertEquals(costs.stream().sorted().toList(), costs);
    }

    @Test
    void the_ways_can_be_had_as_paragraphs(StemmaClient client) {
        JsonNode json = client.json("api/v1/path?from=LSTM&to=RNN&lang=zh-Hant");
        String paragraphs = client.get("api/v1/path?from=LSTM&to=RNN&lang=zh-Hant&format=text")
                .body();
        HttpResponse<String> accepted =
                client.get("api/v1/path?from=LSTM&to=RNN", "Accept", "text/plain", "Accept-Language", "zh-TW");

        assertEquals(
                json.get("paths")
                        .valueStream()
                        .map(path -> path.get("text").stringValue() + "\n")
                        .collect(Collectors.joining("\n")),
                paragraphs);
        assertEquals(paragraphs, accepted.body());
        assertEquals(
                "text/plain;charset=utf-8",
                accepted.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "zh-Hant", accepted.headers().firstValue("Content-Language").orElse(""));
    }

    @Test
    void a_path_is_told_in_the_language_of_the_reader(StemmaClient client) {
        String english = text(client.json("api/v1/path?from=LSTM&to=RNN&lang=en"));
        String chinese = text(client.json("api/v1/path?from=LSTM&to=RNN&lang=zh-Hant"));
        String accepted = text(client.json("api/v1/path?from=LSTM&to=RNN", "Accept-Language", "zh-TW"));

        assertTrue(english.contains("Recurrent Neural Network"), english);
        assertTrue(chinese.contains("循環神經網路"), chinese);
        assertEquals(chinese, accepted);
    }

    private static String text(JsonNode answer) {
        return answer.at("/paths/0/text").stringValue();
    }

    private static Set<String> names(JsonNode lineage) {
        return values(lineage.get("nodes"), "name");
    }

    private static Set<String> values(JsonNode array, String key) {
        return array.valueStream().map(node -> node.get(key).stringValue()).collect(Collectors.toSet());
    }
}
