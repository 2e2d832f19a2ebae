package stemma.glossary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * The answer to a search.
 *
 * @param query what was looked for
 * @param total how many entries have it
 * @param limit how many were asked for
 * @param offset the position of the first one, from 0
 * @param items the best first
 */
public record Search(String query, int total, int limit, int offset, List<Hit> items) {

    /** An entry that has the query in one of its texts; a score of 1 is the best. */
    public record Hit(@JsonUnwrapped Item item, double score, Match match) {}

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
}
