package stemma.glossary;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The answer to a search.
 *
 * @param query what was looked for
 * @param total how many entries have it
 * @param limit how many were asked for
 * @param offset the position of the first one, from 0
 * @param facets how all of them are divided; null for suggestions
 * @param items the best first
 */
public record Search(String query, int total, int limit, int offset, Facets facets, List<Hit> items) {

    /** The answer for a part of what was found. */
    static Search of(String query, Page<TermSearch.Hit> page, Search.Facets facets, Index index) {
        return new Search(
                query,
                page.total(),
                page.limit(),
                page.offset(),
                facets,
                page.items().stream()
                        .map(hit -> new Search.Hit(
                                Item.of(hit.entry(), index.schema()),
                                hit.entry().definition().firstSentence(),
                                hit.score(),
                                hit.match()))
                        .toList());
    }

    /**
     * Which entries are wanted; all for what is empty.
     *
     * @param className the local name of their class
     * @param chapter the local name of their chapter
     * @param year the year that they have
     */
    public record Filter(Optional<String> className, Optional<String> chapter, Optional<Integer> year) {

        /** Every entry. */
        public static final Filter NONE = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

        boolean wants(Entry entry) {
            return className.map(entry.className()::equals).orElse(true)
                    && chapter.map(entry.chapter()::equals).orElse(true)
                    && (year.isEmpty() || year.equals(entry.year()));
        }
    }

    /**
     * An entry that has the query in one of its texts; a score of 1 is the best.
     *
     * @param summary the first sentence of its definition
     */
    public record Hit(@JsonUnwrapped Item item, Text summary, double score, Match match) {}

    /**
     * The text of an entry that has the query.
     *
     * @param text the text
     * @param lang its language; null for the entry's name
     * @param field {@code prefLabel}, {@code altLabel}, {@code title} or {@code definition}
     * @param start where the match begins in the text, in UTF-16 units
     * @param end where it ends, exclusive
     */
    public record Match(String text, String lang, String field, int start, int end) {}

    /** How many of the entries that were found have which class, chapter and year; the most frequent first, years in order. */
    public record Facets(
            @JsonProperty("class") List<Facet> classes,
            @JsonProperty("chapter") List<Facet> chapters,
            @JsonProperty("year") List<Facet> years) {

        static Facets of(List<Entry> entries, Schema schema) {
            Comparator<Facet> frequent =
                    Comparator.comparingInt(Facet::count).reversed().thenComparing(Facet::name);
            return new Facets(
                    counts(entries, entry -> Optional.of(entry.className()), schema::label, frequent),
                    counts(entries, entry -> Optional.of(entry.chapterIri()), iri -> schema.label(iri), frequent),
                    counts(
                            entries,
                            entry -> entry.year().map(Object::toString),
                            year -> null,
                            Comparator.comparing(Facet::name)));
        }

        private static List<Facet> counts(
                List<Entry> entries,
                Function<Entry, Optional<String>> value,
                Function<String, Text> label,
                Comparator<Facet> order) {
            return entries.stream()
                    .flatMap(entry -> value.apply(entry).stream())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(entry -> 1)))
                    .entrySet()
                    .stream()
                    .map(count -> new Facet(
                            count.getKey().substring(count.getKey().lastIndexOf('/') + 1),
                            label.apply(count.getKey()),
                            count.getValue()))
                    .sorted(order)
                    .toList();
        }
    }

    /**
     * A part of what was found.
     *
     * @param name the local name of a class or a chapter, or a year
     * @param label its label; null for a year
     * @param count how many entries
     */
    public record Facet(String name, Text label, int count) {}
}
