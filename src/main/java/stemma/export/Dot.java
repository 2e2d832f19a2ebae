package stemma.export;

import java.util.Optional;
import stemma.glossary.Lineage;

/** A lineage in the <a href="https://graphviz.org/doc/info/lang.html">DOT language</a> of Graphviz, the oldest on top. */
public final class Dot {
    private Dot() {}

    /**
     * The graph's text.
     *
     * @param language the language of its labels
     */
    public static String of(Lineage lineage, String language) {
        StringBuilder graph = new StringBuilder();
        graph.append("digraph lineage {\n");
        graph.append("  rankdir=BT;\n");
        graph.append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n");
        graph.append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (Lineage.Node node : lineage.nodes()) {
            String year = node.item().year() == null ? "" : "\\n" + node.item().year();
            String focus = node.item().name().equals(lineage.focus()) ? ", penwidth=3" : "";
            graph.append("  %s [label=\"%s%s\", URL=%s%s];%n"
                    .formatted(
                            quoted(node.item().name()),
                            escaped(node.item().label().in(language)),
                            year,
                            quoted(node.item().iri()),
                            focus));
        }
        for (Lineage.Edge edge : lineage.edges()) {
            String why = Optional.ofNullable(edge.grounds().reason())
                    .map(reason -> ", tooltip=" + quoted(reason.in(language)))
                    .orElse("");
            graph.append("  %s -> %s [label=%s%s];%n"
                    .formatted(
                            quoted(edge.source()),
                            quoted(edge.target()),
                            quoted(edge.label().in(language)),
                            why));
        }
        return graph.append("}\n").toString();
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
    }
}
