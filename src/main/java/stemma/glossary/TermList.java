package stemma.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is needed to find the glossary's terms in a text elsewhere, by the rules of {@link Annotator}. In JSON it is compact:
 * entries are named by their positions.
 *
 * @param version the version of the store that it was made from
 * @param languages the languages of the labels
 * @param entries each with its name, its class, and its label in each of the languages, or null
 * @param names what is looked for, in the comparable form: first the text, then what kind it is ({@link #ORDINARY_WORD} and
 *     others, added up), then the positions of the entries that it names, the likeliest first, each followed, where the kind is
 *     not 0, by the name as it is written; no entry for names of other things
 * @param silent the entries that do not support others, for they stand in all kinds of texts
 * @param kin of entries with names of a kind: their position, and those of the entries that support them most
 * @param companions of names: the words that before them, and after them, show that they mean something else
 * @param simplified characters and the simplified ones by which they are compared, in pairs
 */
public record TermList(
        String version,
        List<String> languages,
        List<List<String>> entries,
        List<List<Object>> names,
        List<Integer> silent,
        Map<Integer, List<Integer>> kin,
        Map<String, List<Collection<String>>> companions,
        String simplified) {

    /** An ordinary word too: it needs support. */
    static final int ORDINARY_WORD = 1;

    /** The name of something else too: it needs support, and has to be written exactly so. */
    static final int ORDINARY_NAME = 2;

    /** So short that it has to be written exactly so. */
    static final int SHORT = 4;

    static TermList of(Index index) {
        Annotator annotator = index.annotator();
        Map<String, Integer> positions = new HashMap<>();
        List<Entry> entries = index.entries().stream()
                .filter(entry -> annotator.names().areOf(entry))
                .toList();
        entries.forEach(entry -> positions.put(entry.name(), positions.size()));
        List<String> languages = entries.stream()
                .flatMap(entry -> entry.label().byLanguage().keySet().stream())
                .distinct()
                .sorted()
                .toList();
        Map<Integer, List<Integer>> kin = new TreeMap<>();
        for (Entry entry : annotator.inNeedOfSupport()) {
            kin.put(
                    positions.get(entry.name()),
                    index.edgesOf(entry.name()).stream()
                            .map(edge -> positions.get(edge.other(entry.name())))
                            .filter(position -> position != null)
                            .distinct()
                            .sorted()
                            .toList());
        }
        Map<String, List<Collection<String>>> companions = new TreeMap<>();
        annotator.ordinary().companions().forEach((name, beside) -> {
            if (annotator.names().all().contains(name)) {
                companions.put(name, List.of(new TreeSet<>(beside.before()), new TreeSet<>(beside.after())));
            }
        });
        return new TermList(
                index.version().value(),
                languages,
                entries.stream().map(entry -> described(entry, languages)).toList(),
                annotator.names().all().stream()
                        .sorted()
                        .map(name -> named(name, annotator, positions))
                        .toList(),
                entries.stream()
                        .filter(entry -> !Surroundings.supports(entry))
                        .map(entry -> positions.get(entry.name()))
                        .toList(),
                kin,
                companions,
                simplified(annotator.names().all(), companions));
    }

    private static List<String> described(Entry entry, List<String> languages) {
        List<String> described = new ArrayList<>(List.of(entry.name(), entry.className()));
        languages.forEach(language -> described.add(entry.label().byLanguage().get(language)));
        return described;
    }

    private static List<Object> named(String name, Annotator annotator, Map<String, Integer> positions) {
        OrdinaryWords ordinary = annotator.ordinary();
        int kind = (ordinary.words().contains(name) ? ORDINARY_WORD : 0)
                + (ordinary.names().contains(name) ? ORDINARY_NAME : 0)
                + (Annotator.isShort(name) ? SHORT : 0);
        List<Object> named = new ArrayList<>(List.of(name));
        if (annotator.names().of(name).isEmpty()) {
            return named;
        }
        named.add(kind);
        if (kind > 0) {
            annotator
                    .names()
                    .of(name)
                    .forEach(each ->
                            named.addAll(List.of(positions.get(each.entry().name()), each.written())));
        } else {
            annotator.names().of(name).stream()
                    .map(each -> positions.get(each.entry().name()))
                    .distinct()
                    .forEach(named::add);
        }
        return named;
    }

    /** Only characters that become one of those that are looked for. */
    private static String simplified(Set<String> names, Map<String, List<Collection<String>>> companions) {
        Set<Integer> wanted = Stream.concat(
                        names.stream(),
                        companions.values().stream().flatMap(List::stream).flatMap(Collection::stream))
                .flatMap(text -> text.chars().boxed())
                .collect(Collectors.toSet());
        return Letters.pairs().entrySet().stream()
                .filter(pair -> wanted.contains((int) pair.getValue()))
                .map(pair -> "" + pair.getKey() + pair.getValue())
                .collect(Collectors.joining());
    }
}
