package stemma.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Finds entries by their texts. Letter case, width, accents, spaces, hyphens, and the two ways to write Chinese do not matter;
 * what no name has is looked for in other forms of its words, and then as a slip.
 */
final class TermSearch {
    /** What is left of a score when a word stands in another form. */
    private static final double OTHER_FORM = 0.8;

    private static final double SLIP = 0.5;
    private static final double WORDS_APART = 0.9;
    private static final double IN_ONE_NAME = 0.1;

    /** The longest query, in UTF-16 units, that anything is found for; no text of an entry's has as many words. */
    private static final int LONGEST_QUERY = 1000;

    /** Where something was found, from the best to the least, and what a whole text, a beginning and a word of it count. */
    private enum Field {
        PREF_LABEL("prefLabel", 1.0, 0.6, 0.4),
        ALT_LABEL("altLabel", 0.95, 0.57, 0.38),
        TITLE("title", 0.5, 0.3, 0.2),
        DEFINITION("definition", 0.1, 0.1, 0.1);

        private final String label;
        private final double whole;
        private final double beginning;
        private final double word;

        Field(String label, double whole, double beginning, double word) {
            this.label = label;
            this.whole = whole;
            this.beginning = beginning;
            this.word = word;
        }
    }

    /** A text of an entry. */
    private record Term(Entry entry, Field field, String language, String text, Folded folded) {}

    /** A text in which something was found, and where, in its comparable form. */
    record Hit(Term term, double score, int at, int length) {
        Entry entry() {
            return term.entry();
        }

        boolean isOfName() {
            return term.field() == Field.PREF_LABEL || term.field() == Field.ALT_LABEL;
        }

        Search.Match match() {
            return new Search.Match(
                    term.text(),
                    term.language().isEmpty() ? null : term.language(),
                    term.field().label,
                    term.folded().startOf(at),
                    term.folded().endOf(at + length - 1));
        }

        private Hit scoring(double score) {
            return new Hit(term, Math.round(score * 1000) / 1000.0, at, length);
        }
    }

    private final List<Term> names = new ArrayList<>();
    private final Map<String, List<Folded>> namesOf = new HashMap<>();
    private final List<Term> definitions = new ArrayList<>();
    private final NameIndex index;
    private final Comparator<Hit> order;

    TermSearch(Collection<Entry> entries, ToIntFunction<String> connections) {
        for (Entry entry : entries) {
            add(names, entry, Field.PREF_LABEL, entry.label());
            entry.altLabels()
                    .forEach((language, texts) ->
                            texts.forEach(text -> add(names, entry, Field.ALT_LABEL, language, text)));
            add(names, entry, Field.ALT_LABEL, "", entry.name());
            entry.title().ifPresent(title -> add(names, entry, Field.TITLE, title));
            add(definitions, entry, Field.DEFINITION, entry.definition());
        }
        names.forEach(name -> namesOf.computeIfAbsent(name.entry().name(), entry -> new ArrayList<>())
                .add(name.folded()));
        index = new NameIndex(names.stream().map(Term::folded).toList());
        order = Comparator.comparingDouble(Hit::score)
                .thenComparingInt(hit -> connections.applyAsInt(hit.entry().name()))
                .reversed()
                .thenComparingInt(hit -> hit.term().text().length())
                .thenComparing(hit -> hit.entry().name());
    }

    private static void add(List<Term> terms, Entry entry, Field field, Text text) {
        text.byLanguage().forEach((language, value) -> add(terms, entry, field, language, value));
    }

    private static void add(List<Term> terms, Entry entry, Field field, String language, String text) {
        terms.add(new Term(entry, field, language, text, Folded.of(text)));
    }

    /** The best hit of each entry. */
    private static final class Hits {
        private final Map<String, Hit> best = new HashMap<>();

        void add(Hit hit) {
            best.merge(hit.entry().name(), hit, (one, other) -> other.score() > one.score() ? other : one);
        }

        void add(Hits others, double factor) {
            others.best.values().forEach(hit -> add(hit.scoring(hit.score() * factor)));
        }

        boolean haveNames() {
            return best.values().stream().anyMatch(Hit::isOfName);
        }
    }

    /** Every entry that has the query, or all its words, in its texts, the best first, each with its best match. */
    List<Hit> find(String query) {
        return hits(query, definitions).best.values().stream().sorted(order).toList();
    }

    /** The first of the entries one of whose names has the query, or all its words. */
    Page<Hit> suggest(String query, int limit) {
        List<Hit> hits = hits(query, List.of()).best.values().stream()
                .filter(Hit::isOfName)
                .toList();
        // The list is long when little was typed, and nobody reads to its end.
        PriorityQueue<Hit> first = new PriorityQueue<>(order.reversed());
        for (Hit hit : hits) {
            if (first.size() < limit) {
                first.add(hit);
            } else if (order.compare(hit, first.peek()) < 0) {
                first.remove();
                first.add(hit);
            }
        }
        return new Page<>(hits.size(), limit, 0, first.stream().sorted(order).toList());
    }

    private Hits hits(String query, List<Term> texts) {
        if (query.length() > LONGEST_QUERY) {
            return new Hits();
        }
        String whole = Folded.of(query).text();
        List<String> words = Words.of(query).stream().distinct().toList();
        if (words.isEmpty()) {
            return new Hits();
        }
        Hits hits = inForms(whole, List.of(Words.singular(whole)), texts);
        if (!hits.haveNames() || words.size() > 1) {
            hits.add(ofAll(words, texts), words.size() > 1 ? WORDS_APART : 1);
        }
        return hits;
    }

    /** Entries that have each of some words; those come first that have all in one name. */
    private Hits ofAll(List<String> words, List<Term> texts) {
        List<Hits> each = words.stream().map(word -> ofWord(word, texts)).toList();
        Hits all = new Hits();
        for (String entry : each.getFirst().best.keySet()) {
            List<Hit> hits = each.stream()
                    .flatMap(one -> Stream.ofNullable(one.best.get(entry)))
                    .toList();
            if (hits.size() == words.size()) {
                double mean = hits.stream().mapToDouble(Hit::score).average().orElseThrow();
                Hit best = hits.stream()
                        .max(Comparator.comparingDouble(Hit::score))
                        .orElseThrow();
                boolean inOneName =
                        words.size() > 1 && namesOf.get(entry).stream().anyMatch(name -> hasAll(name, words));
                all.add(best.scoring(mean + (inOneName ? IN_ONE_NAME : 0)));
            }
        }
        return all;
    }

    private static boolean hasAll(Folded name, List<String> words) {
        return words.stream().allMatch(word -> name.indexOfWord(word, 0) >= 0);
    }

    private Hits ofWord(String word, List<Term> texts) {
        Hits hits = inForms(word, List.of(Words.singular(word)), texts);
        if (!hits.haveNames()) {
            hits.add(inForms(Words.stem(word), List.of(), List.of()), OTHER_FORM);
        }
        if (!hits.haveNames()) {
            Spelling.Alike alike = index.alike(word);
            alike.words().forEach(right -> hits.add(having(right, List.of()), SLIP / Math.max(1, alike.distance())));
        }
        return hits;
    }

    private Hits inForms(String text, List<String> otherForms, List<Term> texts) {
        Hits hits = having(text, texts);
        otherForms.stream()
                .filter(form -> !form.equals(text))
                .forEach(form -> hits.add(having(form, texts), OTHER_FORM));
        return hits;
    }

    private Hits having(String wanted, List<Term> texts) {
        Hits hits = new Hits();
        boolean isLetter = wanted.length() == 1 && Plain.isOfWord(wanted.charAt(0));
        for (NameIndex.Place place : index.find(wanted)) {
            if (!isLetter || place.at() == 0) {
                hits.add(hit(names.get(place.name()), place.at(), wanted.length()));
            }
        }
        for (Term term : texts) {
            int at = term.folded().indexOfWord(wanted, 0);
            if (at >= 0) {
                hits.add(hit(term, at, wanted.length()));
            }
        }
        return hits;
    }

    private static Hit hit(Term term, int at, int length) {
        Field field = term.field();
        double score = at > 0 ? field.word : length < term.folded().text().length() ? field.beginning : field.whole;
        return new Hit(term, score, at, length);
    }

    /** Names of entries that resemble a name that does not exist. */
    List<String> similar(String name, int limit) {
        return find(name).stream()
                .map(hit -> hit.entry().name())
                .distinct()
                .limit(limit)
                .toList();
    }
}
