package stemma.glossary;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total the length of the whole list
 * @param limit how many items were asked for
 * @param offset the position of the first one in the whole list, from 0
 * @param items the part
 */
public record Page<T>(int total, int limit, int offset, List<T> items) {

    /** The part of a whole list. */
    public static <T> Page<T> of(List<T> whole, int limit, int offset) {
        int from = Math.min(offset, whole.size());
        int to = (int) Math.min((long) from + limit, whole.size());
        return new Page<>(whole.size(), limit, offset, whole.subList(from, to));
    }
}
