package stemma.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Finds the cheapest ways without cycles between two concepts, over relations in either direction: A* with the exact
 * remaining cost, so that only partial ways that can still be among the best are extended.
 */
final class PathFinder {
    /** Partial ways that are looked at before the search gives up looking for more; keeps dense graphs bounded. */
    private static final int MAX_EXPANSIONS = 20_000;

    /** A way so far: the nodes it touched, and the edges between them. */
    private record Partial(String at, Partial before, Edge edge, double cost, double estimate) {
        boolean visits(String name) {
            for (Partial step = this; step != null; step = step.before) {
                if (step.at.equals(name)) {
                    return true;
                }
            }
            return false;
        }

        List<Edge> edges() {
            List<Edge> edges = new ArrayList<>();
            for (Partial step = this; step.edge != null; step = step.before) {
                edges.add(step.edge);
            }
            return edges.reversed();
        }
    }

    private final Index index;
    private final ToDoubleFunction<Edge> weight;

    PathFinder(Index index, ToDoubleFunction<Edge> weight) {
        this.index = index;
        this.weight = weight;
    }

    /** At most {@code count} ways, the cheapest first; of equal ones, always the same first. */
    List<List<Edge>> find(String from, String to, int count) {
        Map<String, Double> remaining = costsTo(to);
        if (!remaining.containsKey(from)) {
            return List.of();
        }
        PriorityQueue<Partial> queue = new PriorityQueue<>(
                Comparator.comparingDouble(Partial::estimate).thenComparing(p -> p.at));
        queue.add(new Partial(from, null, null, 0, remaining.get(from)));
        List<List<Edge>> ways = new ArrayList<>();
        for (int i = 0; i < MAX_EXPANSIONS && !queue.isEmpty() && ways.size() < count; i++) {
            Partial best = queue.remove();
            if (best.at().equals(to)) {
                ways.add(best.edges());
                continue;
            }
            for (Edge edge : index.edgesOf(best.at())) {
                String next = edge.other(best.at());
                if (remaining.containsKey(next) && !best.visits(next)) {
                    double cost = best.cost() + weight.applyAsDouble(edge);
                    queue.add(new Partial(next, best, edge, cost, cost + remaining.get(next)));
                }
            }
        }
        return ways;
    }

    /** Dijkstra's algorithm from the goal. */
    private Map<String, Double> costsTo(String goal) {
        record Reached(String name, double cost) {}
        Map<String, Double> costs = new HashMap<>();
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
        queue.add(new Reached(goal, 0));
        while (!queue.isEmpty()) {
            Reached reached = queue.remove();
            if (costs.putIfAbsent(reached.name(), reached.cost()) == null) {
                for (Edge edge : index.edgesOf(reached.name())) {
                    queue.add(new Reached(edge.other(reached.name()), reached.cost() + weight.applyAsDouble(edge)));
                }
            }
        }
        return costs;
    }
}
