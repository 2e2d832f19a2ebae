package stemma.glossary;

import java.util.List;

/**
 * Where a statement comes from.
 *
 * @param source the work
 * @param locator the place in it
 * @param year the year of the source
 * @param reason why the statement holds
 */
public record Evidence(Source source, String locator, Integer year, Text reason) {

    /** A work that is cited; {@code year} is the one of its issue, {@code url} leads to it. Absent values are null. */
    public record Source(
            String name, String iri, Text label, Text title, List<String> authors, Integer year, String url) {}
}
