package stemma.glossary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of a text that stand for themselves, by which others are supported. It is asked for places in the order of the
 * text, and moves along with them, so that all the questions together take one pass.
 */
final class Surroundings {
    /** How far other terms support one, in UTF-16 units either way. */
    static final int NEAR = 500;

    /** How many different terms make a text one of the field. */
    static final int OF_THE_FIELD = 4;

    private final List<Annotator.Match> terms;
    private final Index index;
    private final boolean ofTheField;
    private final Map<String, Integer> near = new HashMap<>();
    private int first;
    private int next;

    Surroundings(List<Annotator.Match> strong, Index index) {
        this.terms = strong.stream()
                .filter(Annotator.Match::isTerm)
                .filter(match -> supports(match.entry()))
                .toList();
        this.index = index;
        this.ofTheField =
                terms.stream().map(match -> match.entry().name()).distinct().count() >= OF_THE_FIELD;
    }

    /** Whether an entry says something of the field that a text is about. */
    static boolean supports(Entry entry) {
        return !entry.className().equals("Organization");
    }

    /** How much speaks for a match that does not stand for itself: terms nearby, kin among them, a text full of terms. */
    int support(Annotator.Match match) {
        while (next < terms.size() && terms.get(next).start() < match.end() + NEAR) {
            near.merge(terms.get(next++).entry().name(), 1, Integer::sum);
        }
        while (first < next && terms.get(first).end() <= match.start() - NEAR) {
            near.computeIfPresent(terms.get(first++).entry().name(), (name, count) -> count == 1 ? null : count - 1);
        }
        boolean kin = !near.isEmpty()
                && match.names().stream().map(name -> name.entry().name()).anyMatch(this::hasKinNear);
        return near.size() + (kin ? 1 : 0) + (ofTheField ? 1 : 0);
    }

    private boolean hasKinNear(String name) {
        return index.edgesOf(name).stream().anyMatch(edge -> near.containsKey(edge.other(name)));
    }
}
