package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.StoreExtension;
import stemma.query.QueryRunner;
import stemma.store.GraphStore;

/** The finder on the shipped entries, held against a plain breadth-first search. */
@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PathFinderTest {
    private static final List<String> ENDS =
            List.of("LSTM", "GPT", "BERT", "OpenAI", "Vaswani2017", "ForgetGate", "Claude");

    @Test
    void the_first_way_has_no_more_steps_than_a_breadth_first_search_finds(GraphStore store, QueryRunner runner) {
        Index index = index(store, runner);
        for (String from : ENDS) {
            Map<String, Integer> distances = distances(from, index);
            for (String to : ENDS) {
                assertEquals(
                        distances.get(to),
                        new PathFinder(index, edge -> 1)
                                .find(from, to, 1)
                                .getFirst()
                                .size(),
                        from + " to " + to);
            }
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"LSTM, GPT", "RNN, ChatGPT", "ForgetGate, Claude", "OpenAI, Google"})
    void ways_lead_from_one_to_the_other_without_cycle_the_cheapest_first(
            String from, String to, GraphStore store, QueryRunner runner) {
        Index index = index(store, runner);
        ToDoubleFunction<Edge> weight =
                edge -> index.schema().relations().get(edge.relation()).weight();
        List<List<Edge>> ways = new PathFinder(index, weight).find(from, to, 5);
        assertEquals(5, new HashSet<>(ways).size(), "five different ways");
        List<Double> costs = new ArrayList<>();
        for (List<Edge> way : ways) {
            List<String> visited = new ArrayList<>(List.of(from));
            for (Edge edge : way) {
                assertTrue(List.of(edge.source(), edge.target()).contains(visited.getLast()), way::toString);
                visited.add(edge.other(visited.getLast()));
            }
            assertEquals(to, visited.getLast());
            assertEquals(visited.size(), new HashSet<>(visited).size(), visited::toString);
            costs.add(way.stream().mapToDouble(weight).sum());
        }
        assertEquals(costs.stream().sorted().toList(), costs);
    }

    @Test
    void the_same_question_has_the_same_answer_from_another_index(GraphStore store, QueryRunner runner) {
        assertEquals(
                new PathFinder(index(store, runner), edge -> 1).find("LSTM", "GPT", 10),
                new PathFinder(index(store, runner), edge -> 1).find("LSTM", "GPT", 10));
    }

    @Test
    void from_a_concept_to_itself_there_is_nothing_to_go(GraphStore store, QueryRunner runner) {
        assertEquals(List.of(List.of()), new PathFinder(index(store, runner), edge -> 1).find("GPT", "GPT", 3));
    }

    @Test
    void to_what_is_not_there_no_way_leads(GraphStore store, QueryRunner runner) {
        Index index = index(store, runner);
        assertEquals(List.of(), new PathFinder(index, edge -> 1).find("GPT", "Nothing", 1));
        assertFalse(new PathFinder(index, edge -> 1).find("GPT", "LSTM", 1).isEmpty());
    }

    private static Index index(GraphStore store, QueryRunner runner) {
        return store.<Index, RuntimeException>read(snapshot -> Index.read(snapshot, runner));
    }

    private static Map<String, Integer> distances(String from, Index index) {
        Map<String, Integer> distances = new HashMap<>(Map.of(from, 0));
        Queue<String> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (Edge edge : index.edgesOf(at)) {
                if (distances.putIfAbsent(edge.other(at), distances.get(at) + 1) == null) {
                    queue.add(edge.other(at));
                }
            }
        }
        return distances;
    }
}
