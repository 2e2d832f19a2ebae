package stemma.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Finds entries by their texts. Letter case, width, spaces and hyphens do not matter. */
final class TermSearch {
    /** How many slips a misspelt name may have. */
    private static final int MISSPELT = 2;

    private static final double MISSPELT_SCORE = 0.4;

    /** Where a query was found, from the best to the least; {@code score} is before position and length count. */
    private enum Field {
        PREF_LABEL("prefLabel", 1.0),
        ALT_LABEL("altLabel", 0.95),
        TITLE("title", 0.5),
        DEFINITION("definition", 0.2);

        private final String label;
        private final double score;

        Field(String label, double score) {
            this.label = label;
            this.score = score;
        }
    }

    private record Term(Entry entry, Field field, String language, String text, Folded folded) {}

    record Hit(Entry entry, double score, Search.Match match) {
        boolean isOfName() {
            return match.field().equals(Field.PREF_LABEL.label) || match.field().equals(Field.ALT_LABEL.label);
        }
    }

    private final List<Term> terms = new ArrayList<>();
    private final ToIntFunction<String> connections;

    TermSearch(Collection<Entry> entries, ToIntFunction<String> connections) {
        this.connections = connections;
        for (Entry entry : entries) {
            add(entry, Field.PREF_LABEL, entry.label());
            entry.altLabels()
                    .forEach((language, texts) -> texts.forEach(text -> add(entry, Field.ALT_LABEL, language, text)));
            add(entry, Field.ALT_LABEL, "", entry.name());
            entry.title().ifPresent(title -> add(entry, Field.TITLE, title));
            add(entry, Field.DEFINITION, entry.definition());
        }
    }

    private void add(Entry entry, Field field, Text text) {
        text.byLanguage().forEach((language, value) -> add(entry, field, language, value));
    }

    private void add(Entry entry, Field field, String language, String text) {
        terms.add(new Term(entry, field, language, text, Folded.of(text)));
    }

    /**
     * Every entry that has the query in one of its texts, the best first; each with its best match. When no name has it, also those
     * whose names are spelt much alike.
     */
    List<Hit> find(String query) {
        Folded wanted = Folded.of(query);
        if (wanted.text().isEmpty()) {
            return List.of();
        }
        Map<String, Hit> best = new HashMap<>();
        for (Term term : terms) {
            match(term, wanted)
                    .ifPresent(hit -> best.merge(
                            term.entry().name(), hit, (one, other) -> other.score() > one.score() ? other : one));
        }
        if (best.values().stream().noneMatch(Hit::isOfName)) {
            for (Term term : terms) {
                misspelt(term, wanted)
                        .ifPresent(hit -> best.merge(
                                term.entry().name(), hit, (one, other) -> other.score() > one.score() ? other : one));
            }
        }
        List<Hit> hits = new ArrayList<>(best.values());
        hits.sort(Comparator.comparingDouble(Hit::score)
                .thenComparingInt(hit -> connections.applyAsInt(hit.entry().name()))
                .reversed()
                .thenComparing(hit -> hit.entry().name()));
        return hits;
    }

    private static Optional<Hit> misspelt(Term term, Folded wanted) {
        if (term.field() != Field.PREF_LABEL && term.field() != Field.ALT_LABEL) {
            return Optional.empty();
        }
        int distance = distance(wanted.text(), term.folded().text());
        if (distance > Math.min(MISSPELT, wanted.text().length() / 3)) {
            return Optional.empty();
        }
        return Optional.of(new Hit(
                term.entry(),
                MISSPELT_SCORE / distance,
                new Search.Match(
                        term.text(),
                        term.language().isEmpty() ? null : term.language(),
                        term.field().label,
                        0,
                        term.text().length())));
    }

    /** Names of entries that resemble a name that does not exist: those spelt most alike, then those that contain it. */
    List<String> similar(String name, int limit) {
        String wanted = name.toLowerCase(Locale.ROOT);
        Map<String, Integer> distances = new HashMap<>();
        for (Term term : terms) {
            if (term.field() == Field.PREF_LABEL || term.field() == Field.ALT_LABEL) {
                int distance = distance(wanted, term.text().toLowerCase(Locale.ROOT));
                if (distance <= Math.min(MISSPELT, wanted.length() / 3)) {
                    distances.merge(term.entry().name(), distance, Math::min);
                }
            }
        }
        Stream<String> alike = distances.keySet().stream()
                .sorted(Comparator.<String>comparingInt(distances::get)
                        .thenComparing(Comparator.comparingInt(connections).reversed())
                        .thenComparing(Comparator.naturalOrder()));
        Stream<String> containing = find(name).stream().map(hit -> hit.entry().name());
        return Stream.concat(alike, containing).distinct().limit(limit).toList();
    }

    private static Optional<Hit> match(Term term, Folded wanted) {
        String text = term.folded().text();
        int at = text.indexOf(wanted.text());
        if (at < 0) {
            return Optional.empty();
        }
        // Whole texts come before beginnings, beginnings before the rest; of equals, the shorter text.
        double position = at == 0 ? (text.length() == wanted.text().length() ? 1.0 : 0.6) : 0.3;
        double share = (double) wanted.text().length() / text.length();
        double score = term.field().score * (0.95 * position + 0.05 * share);
        int start = term.folded().startOf(at);
        int end = term.folded().endOf(at + wanted.text().length() - 1);
        return Optional.of(new Hit(
                term.entry(),
                Math.round(score * 1000) / 1000.0,
                new Search.Match(
                        term.text(),
                        term.language().isEmpty() ? null : term.language(),
                        term.field().label,
                        start,
                        end)));
    }

    /** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MISSPELT) {
            return MISSPELT + 1;
        }
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int substitution = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + substitution, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
