package stemma.sparql;

import java.util.List;

/** What makes the same query answer otherwise on the same data: the time of day, and what is drawn anew each time. */
final class Chance {
    private static final List<String> FUNCTIONS = List.of("NOW", "RAND", "UUID", "STRUUID");

    private Chance() {}

    /**
     * Whether it may have a part in the answer to a query; it surely has none where this is false. The names of functions
     * count also where they only stand in a string, and so does whatever an escape may hide.
     */
    static boolean mayBeIn(String query) {
        boolean inWord = false;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            boolean isLetter = isLetter(c);
            if (isLetter && !inWord && beginsFunction(query, i)) {
                return true;
            }
            if (c == '\\' && query.regionMatches(true, i + 1, "u", 0, 1)) {
                return true;
            }
            inWord = isLetter;
        }
        return false;
    }

    private static boolean beginsFunction(String query, int at) {
        for (String function : FUNCTIONS) {
            int end = at + function.length();
            if (query.regionMatches(true, at, function, 0, function.length())
                    && (end == query.length() || !isOfWord(query.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isOfWord(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
    }
}
