package stemma.http;

import java.util.List;
import java.util.Optional;

/**
 * A parameter of an operation. The server checks requests by it and describes itself with it, so that the two cannot differ.
 *
 * @param name as it stands in the query string, or between braces in the path
 * @param meaning what it is for, a phrase in English
 * @param values which values it takes
 * @param required whether a request without it is refused
 * @param fallback the value of a request without it; empty when it then has none
 */
record Declared(String name, String meaning, Values values, boolean required, Optional<String> fallback) {
    static final String FIELDS = "fields";
    static final String IRI_MEANING = "the IRI of an entry, or a CURIE such as `llm:LSTM`";

    private static final int MAX_OFFSET = 1_000_000;

    /** One that may be left out. */
    static Declared optional(String name, Values values, String meaning) {
        return new Declared(name, meaning, values, false, Optional.empty());
    }

    /** One without which nothing can be answered. */
    static Declared required(String name, Values values, String meaning) {
        return new Declared(name, meaning, values, true, Optional.empty());
    }

    /** One that has a value also where none is given. */
    static Declared withFallback(String name, Values values, String fallback, String meaning) {
        return new Declared(name, meaning, values, false, Optional.of(fallback));
    }

    static Declared lang() {
        return optional(
                "lang",
                new Values.Language(),
                "the language of texts, or `all`; without it texts come in all, and Accept-Language chooses the one of sentences");
    }

    /** Which members of an answer are wanted. */
    static Declared fields(List<String> members) {
        return optional(
                FIELDS,
                new Values.Members(members),
                "the members that the answer, or each item of a list, shall have, with commas between them; without it, all");
    }

    /** How many items of a list are wanted. */
    static Declared limit(int fallback, int max) {
        return withFallback("limit", new Values.Whole(1, max), Integer.toString(fallback), "how many items, at most");
    }

    /** Where in a list the wanted items begin. */
    static Declared offset() {
        return withFallback("offset", new Values.Whole(0, MAX_OFFSET), "0", "how many items to pass over");
    }
}
