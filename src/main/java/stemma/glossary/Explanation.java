package stemma.glossary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The ways from one concept to another.
 *
 * @param from the local name of the first concept
 * @param to the local name of the second
 * @param paths the most meaningful first; empty when the two are not connected
 */
public record Explanation(String from, String to, List<Path> paths) {

    /**
     * A way.
     *
     * @param kinds {@code meaningful} when it is among the ways whose relations explain most, {@code shortest} when no way
     *     has fewer steps
     * @param cost the sum of the weights of its relations
     * @param text the way told as a paragraph, in the language that was asked for
     */
    public record Path(List<String> kinds, double cost, List<Step> steps, String text) {}

    /**
     * A step.
     *
     * @param source the subject of the statement
     * @param target its object
     * @param direction {@code forward} when the way goes from subject to object, else {@code backward}
     */
    public record Step(
            Reference source,
            Reference target,
            String relation,
            Text label,
            String direction,
            boolean derived,
            @JsonUnwrapped Grounds grounds) {}
}
