package stemma.glossary;

import java.util.Optional;

/**
 * A moment up to which something is known.
 *
 * @param date a year, a month or a day, as XML Schema writes it ({@code 2018}, {@code 2018-06}, {@code 2018-06-11}); it is
 *     meant as a whole, so that {@code 2018-06} has all of June
 */
public record Moment(String date) {

    /** Whether a date was over before this moment began. */
    boolean isAfter(String past) {
        int precision = Math.min(date.length(), past.length());
        return past.substring(0, precision).compareTo(date.substring(0, precision)) < 0;
    }

    /** Whether an entry was there. One without a date always was. */
    boolean knows(Entry entry) {
        Optional<String> since = entry.released().or(() -> entry.year().map(String::valueOf));
        return since.map(this::knows).orElse(true);
    }

    /** Whether a date of any precision was reached; a whole that holds the moment was. */
    boolean knows(String since) {
        int precision = Math.min(date.length(), since.length());
        return since.substring(0, precision).compareTo(date.substring(0, precision)) <= 0;
    }
}
