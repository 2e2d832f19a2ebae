package stemma.glossary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * Where a concept came from and what came of it.
 *
 * @param focus its local name; null for the lineage of all
 * @param nodes in the order of their names
 * @param edges from the younger to the older, in the order of their ends
 */
public record Lineage(String focus, List<Node> nodes, List<Edge> edges) {

    /** Which way a lineage is followed. */
    public enum Direction {
        ANCESTORS,
        DESCENDANTS,
        BOTH
    }

    /**
     * A concept of the lineage.
     *
     * @param distance the number of steps from the focus; null where there is no focus
     * @param side {@code focus}, {@code ancestor} or {@code descendant}; null where there is no focus
     */
    public record Node(@JsonUnwrapped Item item, Integer distance, String side) {}

    /**
     * A statement of descent or replacement.
     *
     * @param family the relation's most general super-property
     */
    public record Edge(
            String source,
            String target,
            String relation,
            Text label,
            String family,
            boolean derived,
            @JsonUnwrapped Grounds grounds) {}
}
