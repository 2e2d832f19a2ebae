package stemma.glossary;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import stemma.problem.Problem;

/** Follows relations from a concept, breadth first, and gathers what it meets. */
final class LineageWalk {
    private final Index index;
    private final Set<String> relations;
    private final Optional<Moment> asOf;
    private final Function<String, List<Statement>> statements;

    /**
     * A walk.
     *
     * @param given relations or families to follow; empty for those of a lineage
     * @param asOf when nothing newer is to be met; empty for all that is known
     * @param statements what is stated of an entry
     */
    LineageWalk(Index index, List<String> given, Optional<Moment> asOf, Function<String, List<Statement>> statements) {
        this.index = index;
        this.asOf = asOf;
        Map<String, List<Statement>> known = new HashMap<>();
        this.statements = name -> known.computeIfAbsent(name, statements);
        Schema schema = index.schema();
        List<String> names = given.stream().map(schema.namespaces()::named).toList();
        if (names.isEmpty()) {
            this.relations = schema.relationsOf(Schema.LINEAGE);
        } else {
            this.relations = new TreeSet<>(schema.relationsOf(Set.copyOf(names)));
            for (String name : names) {
                if (!schema.relations().containsKey(name)) {
                    throw new Problem.BadParameter(
                                    "relations",
                                    "'" + name + "' is none of "
                                            + String.join(
                                                    ", ", schema.relations().keySet()))
                            .exception();
                }
                relations.add(name);
            }
        }
    }

    Lineage from(String focus, Lineage.Direction direction, int depth) {
        asOf.filter(moment -> !moment.knows(entry(focus))).ifPresent(moment -> {
            throw new Problem.BadParameter("asOf", "'" + focus + "' is younger").exception();
        });
        Map<String, Lineage.Node> nodes = new TreeMap<>();
        Set<Edge> edges = new LinkedHashSet<>();
        if (direction != Lineage.Direction.DESCENDANTS) {
            walk(focus, "ancestor", Edge::source, Edge::target, depth, nodes, edges);
        }
        if (direction != Lineage.Direction.ANCESTORS) {
            walk(focus, "descendant", Edge::target, Edge::source, depth, nodes, edges);
        }
        nodes.put(focus, new Lineage.Node(item(focus), 0, "focus"));
        return new Lineage(focus, List.copyOf(nodes.values()), explained(edges));
    }

    Lineage ofAll() {
        Set<Edge> edges = new LinkedHashSet<>();
        Map<String, Lineage.Node> nodes = new TreeMap<>();
        for (Entry entry : index.entries()) {
            List<Edge> own = followed(entry.name());
            edges.addAll(own);
            if (!own.isEmpty()) {
                nodes.put(entry.name(), new Lineage.Node(item(entry.name()), null, null));
            }
        }
        return new Lineage(null, List.copyOf(nodes.values()), explained(edges));
    }

    private void walk(
            String focus,
            String side,
            Function<Edge, String> near,
            Function<Edge, String> far,
            int depth,
            Map<String, Lineage.Node> nodes,
            Set<Edge> edges) {
        Map<String, Integer> distances = new HashMap<>(Map.of(focus, 0));
        Queue<String> queue = new ArrayDeque<>(List.of(focus));
        while (!queue.isEmpty()) {
            String at = queue.remove();
            int distance = distances.get(at) + 1;
            for (Edge edge : followed(at)) {
                if (!near.apply(edge).equals(at)) {
                    continue;
                }
                String next = far.apply(edge);
                if (!distances.containsKey(next) && distance <= depth) {
                    distances.put(next, distance);
                    nodes.putIfAbsent(next, new Lineage.Node(item(next), distance, side));
                    queue.add(next);
                }
                if (distances.containsKey(next)) {
                    edges.add(edge);
                }
            }
        }
    }

    private List<Edge> followed(String name) {
        return index.edgesOf(name).stream()
                .filter(edge -> relations.contains(edge.relation()) && isKnown(edge))
                .toList();
    }

    private boolean isKnown(Edge edge) {
        return asOf.map(moment -> moment.knows(entry(edge.source()))
                        && moment.knows(entry(edge.target()))
                        && Optional.ofNullable(grounds(edge).year())
                                .map(year -> moment.knows(year.toString()))
                                .orElse(true))
                .orElse(true);
    }

    private Entry entry(String name) {
        return index.find(name).orElseThrow();
    }

    private Grounds grounds(Edge edge) {
        return Grounds.of(edge, statements.apply(edge.source()), index);
    }

    private Item item(String name) {
        return Item.of(entry(name), index.schema());
    }

    private List<Lineage.Edge> explained(Collection<Edge> edges) {
        return edges.stream()
                .sorted(Comparator.comparing(Edge::source)
                        .thenComparing(Edge::target)
                        .thenComparing(Edge::relation))
                .map(this::explained)
                .toList();
    }

    private Lineage.Edge explained(Edge edge) {
        return new Lineage.Edge(
                edge.source(),
                edge.target(),
                edge.relation(),
                index.schema().label(edge.relation()),
                index.schema().relations().get(edge.relation()).family(),
                edge.derived(),
                grounds(edge));
    }
}
