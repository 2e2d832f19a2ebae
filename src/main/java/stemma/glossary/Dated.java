package stemma.glossary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An entry with its date.
 *
 * @param date the year, month or day of first publication or release, as XML Schema writes it
 */
public record Dated(@JsonUnwrapped Item item, String date) {}
