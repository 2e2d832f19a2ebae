package stemma.sparql;

import java.util.regex.Pattern;

/** What makes the same query answer otherwise on the same data: the time of day, and what is drawn anew each time. */
final class Chance {
    /**
     * The functions NOW, RAND, UUID and STRUUID, also where they only stand in a string, and whatever an escape may hide.
     */
    private static final Pattern SIGN =
            Pattern.compile("(?<![a-z])(?:now|rand|(?:str)?uuid)(?![a-z0-9_])|\\\\u", Pattern.CASE_INSENSITIVE);

    private Chance() {}

    /** Whether it may have a part in the answer to a query; it surely has none where this is false. */
    static boolean mayBeIn(String query) {
        return SIGN.matcher(query).find();
    }
}
