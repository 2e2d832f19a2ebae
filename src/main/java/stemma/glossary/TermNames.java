package stemma.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What is looked for in texts, in the form of {@link Plain}: the names of entries, in the spellings that they have, and longer
 * names of other things, in which those of entries mean nothing.
 */
final class TermNames {
    private static final Set<String> NOT_TERMS = Set.of("Publication", "Person", "Course");

    /** A title of fewer words may well be a term. */
    private static final int WORDS_OF_A_TITLE = 3;

    /**
     * A name of an entry.
     *
     * @param written as it is written
     * @param preferred whether it is the entry's label, and no alias
     */
    record Name(Entry entry, String written, boolean preferred) {}

    private final Map<String, List<Name>> names = new HashMap<>();

    TermNames(Collection<Entry> entries, OrdinaryWords ordinary, ToIntFunction<Entry> connections) {
        for (Entry entry : entries) {
            if (areOf(entry)) {
                entry.label().byLanguage().values().forEach(label -> add(new Name(entry, label, true)));
                entry.altLabels()
                        .values()
                        .forEach(labels -> labels.forEach(label -> add(new Name(entry, label, false))));
            }
        }
        Comparator<Name> likeliest = Comparator.comparing(Name::preferred)
                .thenComparingInt(name -> connections.applyAsInt(name.entry()))
                .reversed();
        names.values().forEach(same -> same.sort(likeliest));
        ordinary.otherNames().forEach(name -> names.putIfAbsent(name, List.of()));
        for (Entry entry : entries) {
            entry.title()
                    .ifPresent(title -> title.byLanguage()
                            .values()
                            .forEach(text -> addOther(Plain.of(text).toString())));
        }
    }

    private void addOther(String title) {
        if (title.split(" ", -1).length >= WORDS_OF_A_TITLE) {
            names.putIfAbsent(title, List.of());
        }
    }

    private void add(Name name) {
        String plain = Plain.of(name.written()).toString();
        if (plain.length() > 1) {
            spellings(plain, name.written().contains("-")).forEach(spelling -> add(spelling, name));
        }
    }

    private void add(String plain, Name name) {
        List<Name> same = names.computeIfAbsent(plain, key -> new ArrayList<>());
        if (same.stream()
                .noneMatch(other ->
                        other.entry().equals(name.entry()) && other.written().equals(name.written()))) {
            same.add(name);
        }
    }

    /** How a name is spelt: with and without its hyphen, in British and American English, and in plurals that are no suffix. */
    private static Set<String> spellings(String plain, boolean hyphenated) {
        Set<String> spellings = new LinkedHashSet<>(List.of(plain));
        if (hyphenated && plain.indexOf(' ') == plain.lastIndexOf(' ')) {
            spellings.add(plain.replace(" ", ""));
        }
        for (String spelling : List.copyOf(spellings)) {
            spellings.add(spelling.replace("modeling", "modelling").replace("labeled", "labelled"));
            spellings.add(spelling.replaceAll("iz(ation|e[drs]?|ing)\\b", "is$1"));
            spellings.add(spelling.replaceFirst("^([a-z]{3,}[^s ]) of ", "$1s of "));
            spellings.add(spelling.replaceFirst("([b-df-hj-np-tv-z])y$", "$1ies"));
        }
        return spellings;
    }

    /** Whether an entry's names are looked for. */
    boolean areOf(Entry entry) {
        return !NOT_TERMS.contains(entry.className());
    }

    /** Everything that is looked for. */
    Set<String> all() {
        return names.keySet();
    }

    /** The names of entries that something is, the likeliest first; empty for the name of something else. */
    List<Name> of(String plain) {
        return names.get(plain);
    }
}
