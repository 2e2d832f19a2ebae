package stemma.export;

import java.util.HashMap;
import java.util.Map;
import stemma.glossary.Lineage;

/** A lineage as a <a href="https://mermaid.js.org/syntax/flowchart.html">Mermaid</a> flowchart, the oldest on top. */
public final class Mermaid {
    private Mermaid() {}

    /**
     * The chart's text.
     *
     * @param language the language of its labels
     */
    public static String of(Lineage lineage, String language) {
        StringBuilder chart = new StringBuilder("flowchart BT\n");
        Map<String, String> ids = new HashMap<>();
        for (Lineage.Node node : lineage.nodes()) {
            String id = "n" + (ids.size() + 1);
            ids.put(node.item().name(), id);
            String year =
                    node.item().year() == null ? "" : "<br/>" + node.item().year();
            chart.append(
                    "  %s[\"%s%s\"]%n".formatted(id, quoted(node.item().label().in(language)), year));
        }
        for (Lineage.Edge edge : lineage.edges()) {
            chart.append("  %s -->|\"%s\"| %s%n"
                    .formatted(ids.get(edge.source()), quoted(edge.label().in(language)), ids.get(edge.target())));
        }
        if (lineage.focus() != null) {
            chart.append("  style %s stroke-width:3px%n".formatted(ids.get(lineage.focus())));
        }
        return chart.toString();
    }

    /** Entities, as Mermaid writes them, for what would end the text or be read as markup. */
    private static String quoted(String text) {
        return text.replace("#", "#35;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replace("`", "#96;");
    }
}
