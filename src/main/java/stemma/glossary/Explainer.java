package stemma.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the ways between two concepts and tells them step by step, with reasons, and as a paragraph. */
final class Explainer {

    /** So small that no sum of weights along a way outweighs a step. */
    private static final double TIE_BREAK = 1e-6;

    private final Index index;
    private final Function<String, List<Statement>> statements;
    private final String language;

    Explainer(Index index, Function<String, List<Statement>> statements, String language) {
        this.index = index;
        this.statements = statements;
        this.language = language;
    }

    /**
     * The ways.
     *
     * @param count how many of those that explain most
     */
    Explanation explain(String from, String to, int count) {
        Map<List<Edge>, List<String>> ways = new LinkedHashMap<>();
        // Of ways with equally few steps, the one that explains most.
        List<List<Edge>> shortest = new PathFinder(index, edge -> 1 + weight(edge) * TIE_BREAK).find(from, to, 1);
        int steps = shortest.isEmpty() ? 0 : shortest.getFirst().size();
        for (List<Edge> way : new PathFinder(index, this::weight).find(from, to, count)) {
            ways.put(way, way.size() == steps ? List.of("meaningful", "shortest") : List.of("meaningful"));
        }
        if (ways.values().stream().noneMatch(kinds -> kinds.contains("shortest"))) {
            shortest.forEach(way -> ways.put(way, List.of("shortest")));
        }
        List<Explanation.Path> paths = new ArrayList<>();
        ways.forEach((way, kinds) -> paths.add(path(from, way, kinds)));
        return new Explanation(from, to, paths);
    }

    private double weight(Edge edge) {
        return index.schema().relations().get(edge.relation()).weight();
    }

    private Explanation.Path path(String from, List<Edge> way, List<String> kinds) {
        List<Explanation.Step> steps = new ArrayList<>();
        String at = from;
        for (Edge edge : way) {
            steps.add(step(edge, at));
            at = edge.other(at);
        }
        double cost = way.stream().mapToDouble(this::weight).sum();
        String text = steps.stream().map(this::sentence).collect(Collectors.joining(isChinese() ? "" : " "));
        return new Explanation.Path(kinds, cost, steps, text);
    }

    private Explanation.Step step(Edge edge, String at) {
        return new Explanation.Step(
                Reference.to(index.find(edge.source()).orElseThrow()),
                Reference.to(index.find(edge.target()).orElseThrow()),
                edge.relation(),
                index.schema().label(edge.relation()),
                edge.source().equals(at) ? "forward" : "backward",
                edge.derived(),
                Grounds.of(edge, statements.apply(edge.source()), index));
    }

    /** A label such as 以…為基礎 has the place of the object in it; after any other, the object follows. */
    private String sentence(Explanation.Step step) {
        String relation = step.label().in(language);
        String target = step.target().label().in(language);
        String said = relation.contains("…") ? relation.replace("…", " " + target + " ") : relation + " " + target;
        String year = step.grounds().year() == null
                ? ""
                : (isChinese()
                        ? "（" + step.grounds().year() + "）"
                        : " (" + step.grounds().year() + ")");
        String reason = step.grounds().reason() == null
                ? (isChinese() ? "。" : ".")
                : (isChinese() ? "：" : ": ") + step.grounds().reason().in(language);
        return step.source().label().in(language) + " " + said + year + reason;
    }

    private boolean isChinese() {
        return language.startsWith("zh");
    }
}
