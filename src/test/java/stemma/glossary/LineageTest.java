package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StoreExtension;
import stemma.glossary.Lineage.Direction;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineageTest {
    private static final int DEEP = 100;

    @Test
    void gpt_comes_from_the_transformer_attention_seq2seq_and_rnn(Glossary glossary) {
        Map<String, Lineage.Node> nodes = byName(of("GPT", Direction.ANCESTORS, DEEP, glossary));
        assertTrue(
                nodes.keySet().containsAll(List.of("GPT", "Transformer", "AttentionMechanism", "Seq2seq", "RNN")),
                nodes.keySet()::toString);
        assertEquals("focus", nodes.get("GPT").side());
        assertEquals(0, nodes.get("GPT").distance());
        assertEquals("ancestor", nodes.get("RNN").side());
        assertTrue(nodes.get("RNN").distance() > nodes.get("Transformer").distance());
    }

    @ParameterizedTest
    @EnumSource
    void every_edge_has_evidence_with_place_year_and_reason_in_both_languages(Direction direction, Glossary glossary) {
        List<Lineage.Edge> edges = of("Transformer", direction, DEEP, glossary).edges();
        assertFalse(edges.isEmpty());
        assertAll(edges.stream().map(edge -> () -> assertExplained(edge)));
    }

    @Test
    void the_lineage_of_all_is_explained_throughout(Glossary glossary) {
        Lineage all = glossary.lineage(Optional.empty(), Direction.BOTH, DEEP, List.of(), Optional.empty());
        assertNull(all.focus());
        assertAll(all.edges().stream().map(edge -> () -> assertExplained(edge)));
        assertAll(all.nodes().stream().map(node -> () -> assertNull(node.side())));
        Set<String> ends = new HashSet<>();
        all.edges().forEach(edge -> ends.addAll(List.of(edge.source(), edge.target())));
        assertEquals(ends, byName(all).keySet());
        assertTrue(all.edges()
                .containsAll(of("GPT", Direction.ANCESTORS, DEEP, glossary).edges()));
    }

    private static void assertExplained(Lineage.Edge edge) {
        assertFalse(edge.grounds().evidence().isEmpty(), edge::toString);
        for (Evidence evidence : edge.grounds().evidence()) {
            assertTrue(evidence.source().url().matches("https?://.+"), edge::toString);
            assertFalse(evidence.locator().isBlank(), edge::toString);
            assertTrue(evidence.year() > 1900, edge::toString);
            assertEquals(Set.of("en", "zh-Hant"), evidence.reason().byLanguage().keySet(), edge::toString);
        }
        assertEquals(edge.grounds().evidence().getFirst().year(), edge.grounds().year());
        assertEquals(
                edge.grounds().evidence().getFirst().reason(), edge.grounds().reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void no_node_is_farther_than_the_depth_and_none_that_is_nearer_is_missing(int depth, Glossary glossary) {
        Lineage deep = of("GPT", Direction.ANCESTORS, DEEP, glossary);
        Lineage shallow = of("GPT", Direction.ANCESTORS, depth, glossary);
        assertEquals(
                deep.nodes().stream().filter(node -> node.distance() <= depth).toList(), shallow.nodes());
        Set<String> names = byName(shallow).keySet();
        assertEquals(
                deep.edges().stream()
                        .filter(edge -> names.contains(edge.source()) && names.contains(edge.target()))
                        .toList(),
                shallow.edges());
    }

    @Test
    void ancestors_and_descendants_make_up_both(Glossary glossary) {
        Lineage ancestors = of("Transformer", Direction.ANCESTORS, DEEP, glossary);
        Lineage descendants = of("Transformer", Direction.DESCENDANTS, DEEP, glossary);
        Lineage both = of("Transformer", Direction.BOTH, DEEP, glossary);
        assertTrue(byName(ancestors).containsKey("RNN"));
        assertFalse(byName(ancestors).containsKey("BERT"));
        assertTrue(byName(descendants).keySet().containsAll(List.of("BERT", "GPT", "T5")));
        assertFalse(byName(descendants).containsKey("RNN"));
        assertEquals("descendant", byName(both).get("BERT").side());
        assertEquals("ancestor", byName(both).get("RNN").side());
        Set<String> joined = new HashSet<>(byName(ancestors).keySet());
        joined.addAll(byName(descendants).keySet());
        assertEquals(joined, byName(both).keySet());
    }

    @Test
    void an_ancestor_has_the_concept_among_its_descendants(Glossary glossary) {
        for (String ancestor :
                byName(of("GPT", Direction.ANCESTORS, DEEP, glossary)).keySet()) {
            assertTrue(
                    byName(of(ancestor, Direction.DESCENDANTS, DEEP, glossary)).containsKey("GPT"), ancestor);
        }
    }

    @Test
    void without_wishes_descent_and_replacement_are_followed(Glossary glossary) {
        Lineage lineage = of("Transformer", Direction.ANCESTORS, 1, glossary);
        assertEquals(
                Set.of("descendsFrom", "replaces"),
                lineage.edges().stream().map(Lineage.Edge::family).collect(Collectors.toSet()));
    }

    @Test
    void a_relation_alone_is_followed_on_wish(Glossary glossary) {
        Lineage parts =
                glossary.lineage(Optional.of("LSTM"), Direction.ANCESTORS, DEEP, List.of("hasPart"), Optional.empty());
        assertTrue(byName(parts).containsKey("MemoryCell"));
        assertFalse(byName(parts).containsKey("RNN"));
        assertEquals(
                Set.of("hasPart"),
                parts.edges().stream().map(Lineage.Edge::relation).collect(Collectors.toSet()));
    }

    @Test
    void a_family_stands_for_all_its_relations(Glossary glossary) {
        Lineage family = glossary.lineage(
                Optional.of("GPT"), Direction.ANCESTORS, DEEP, List.of("descendsFrom"), Optional.empty());
        Set<String> relations =
                family.edges().stream().map(Lineage.Edge::relation).collect(Collectors.toSet());
        assertTrue(relations.containsAll(Set.of("basedOn", "extends")), relations::toString);
        assertFalse(relations.contains("replaces"));
        Lineage one =
                glossary.lineage(Optional.of("GPT"), Direction.ANCESTORS, DEEP, List.of("basedOn"), Optional.empty());
        assertEquals(
                Set.of("basedOn"),
                one.edges().stream().map(Lineage.Edge::relation).collect(Collectors.toSet()));
    }

    @Test
    void an_unknown_relation_is_refused_with_the_ones_there_are(Glossary glossary) {
        ProblemException thrown = assertThrows(
                ProblemException.class,
                () -> glossary.lineage(
                        Optional.of("GPT"), Direction.BOTH, 1, List.of("extends", "begat"), Optional.empty()));
        Problem.BadParameter problem = assertInstanceOf(Problem.BadParameter.class, thrown.problem());
        assertEquals("relations", problem.parameter());
        assertTrue(problem.reason().startsWith("'begat' is none of addresses, "), problem::reason);
    }

    @Test
    void an_unknown_concept_is_not_found(Glossary glossary) {
        ProblemException thrown =
                assertThrows(ProblemException.class, () -> of("Nothing", Direction.BOTH, 1, glossary));
        assertInstanceOf(Problem.NotFound.class, thrown.problem());
    }

    private static Lineage of(String name, Direction direction, int depth, Glossary glossary) {
        return glossary.lineage(Optional.of(name), direction, depth, List.of(), Optional.empty());
    }

    private static Map<String, Lineage.Node> byName(Lineage lineage) {
        return lineage.nodes().stream()
                .collect(Collectors.toMap(node -> node.item().name(), Function.identity()));
    }
}
