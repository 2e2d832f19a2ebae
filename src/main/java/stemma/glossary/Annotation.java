package stemma.glossary;

import java.util.List;

/**
 * A term in a text.
 *
 * @param start where it begins, in code points
 * @param end where it ends, exclusive, in code points
 * @param startUtf16 where it begins, in UTF-16 code units, as strings of JavaScript and Java count
 * @param endUtf16 where it ends, exclusive, in UTF-16 code units
 * @param text what stands there
 * @param concepts the entries that it may mean, the likeliest first
 */
public record Annotation(int start, int end, int startUtf16, int endUtf16, String text, List<Candidate> concepts) {

    /**
     * An entry that a term may mean.
     *
     * @param score how likely it does, from 0 to 1
     */
    public record Candidate(String name, String iri, Text label, double score) {}
}
