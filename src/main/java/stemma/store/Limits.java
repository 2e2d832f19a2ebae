package stemma.store;

import java.time.Duration;

/**
 * How much one query or update may take.
 *
 * @param timeout from its start to its last byte
 * @param rows how many rows it may hold at once, where they have to be held: sorted, grouped, distinct, joined, on a path
 * @param memory the bytes that those rows may take, as estimated
 * @param value how many characters a value may have that it computes
 * @param answer how many bytes its answer may have
 * @param query how many characters its text may have
 * @param nesting how deep brackets may stand in each other in its text
 * @param items how many terms and signs may stand between two brackets of a query, and so in a list
 */
public record Limits(
        Duration timeout, long rows, long memory, int value, long answer, int query, int nesting, int items) {

    /** For those who are trusted with anything. */
    public static final Limits NONE = new Limits(
            Duration.ofDays(365),
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE);

    /** The same with less time. */
    public Limits within(Duration wish) {
        return wish.compareTo(timeout) < 0
                ? new Limits(wish, rows, memory, value, answer, query, nesting, items)
                : this;
    }
}
