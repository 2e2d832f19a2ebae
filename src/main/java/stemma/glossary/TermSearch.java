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

    record Hit(Entry entry, double score, Search.Match match) {}

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

    /** Every entry that has the query in one of its texts, the best first; each with its best match. */
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
        List<Hit> hits = new ArrayList<>(best.values());
        hits.sort(Comparator.comparingDouble(Hit::score)
                .thenComparingInt(hit -> connections.applyAsInt(hit.entry().name()))
                .reversed()
                .thenComparing(hit -> hit.entry().name()));
        return hits;
    }

    /** Names of entries that resemble a name that does not exist. */
    List<String> similar(String name, int limit) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        find(name).stream().map(Hit::entry),
                        terms.stream()
                                .filter(term -> term.field() == Field.ALT_LABEL)
                                .filter(term -> distance(wanted, term.text().toLowerCase(Locale.ROOT)) <= 2)
                                .map(Term::entry))
                .map(Entry::name)
                .distinct()
                .limit(limit)
                .toList();
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

    /** Levenshtein's distance, stopped at 3. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 2) {
            return 3;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substitution = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
