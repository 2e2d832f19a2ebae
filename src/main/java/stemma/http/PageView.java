package stemma.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the address of the lineage page asks for; the same names as in {@code web/state.js}. */
sealed interface PageView {
    /** How many entries are compared at once. */
    int MOST_COMPARED = 4;

    /** Nothing in particular: all entries. */
    record All() implements PageView {}

    /** One entry. */
    record Entry(String name) implements PageView {}

    /** A statement, such as {@code LSTM.extends.RNN}. */
    record Statement(String source, String relation, String target) implements PageView {}

    /** The ways between two entries. */
    record Ways(String from, String to) implements PageView {}

    /** Two entries or more side by side. */
    record Compared(List<String> names) implements PageView {}

    /**
     * The view of some parameters. A statement comes before the entry that it is seen with; a half of a view is of one entry.
     *
     * @param rightName gives the name that an entry has now, of one that may be old or in another letter case
     */
    static PageView of(Map<String, List<String>> parameters, UnaryOperator<String> rightName) {
        String[] statement = first(parameters, "edge").split("\\.", -1);
        if (statement.length == 3 && Arrays.stream(statement).noneMatch(String::isBlank)) {
            return new Statement(rightName.apply(statement[0]), statement[1], rightName.apply(statement[2]));
        }
        List<String> names =
                names(parameters).stream().map(rightName).distinct().toList();
        if (names.size() > 1) {
            return first(parameters, "from").isBlank()
                    ? new Compared(names)
                    : new Ways(names.getFirst(), names.getLast());
        }
        return names.isEmpty() ? new All() : new Entry(names.getFirst());
    }

    private static List<String> names(Map<String, List<String>> parameters) {
        List<String> one = given(first(parameters, "focus"));
        List<String> ends = given(first(parameters, "from"), first(parameters, "to"));
        List<String> compared = given(first(parameters, "compare").split(","));
        return List.of(one, ends, compared).stream()
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> given(String... names) {
        return Arrays.stream(names)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_COMPARED)
                .toList();
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        return parameters.getOrDefault(name, List.of("")).getFirst();
    }

    /** The part of the address that asks for it: empty, or with an ampersand at its end. */
    default String query() {
        return switch (this) {
            case All all -> "";
            case Entry entry -> "focus=" + RightName.segment(entry.name()) + "&";
            case Statement statement ->
                "edge=" + RightName.segment(statement.source()) + "." + RightName.segment(statement.relation()) + "."
                        + RightName.segment(statement.target()) + "&";
            case Ways ways -> "from=" + RightName.segment(ways.from()) + "&to=" + RightName.segment(ways.to()) + "&";
            case Compared compared ->
                compared.names().stream().map(RightName::segment).collect(Collectors.joining(",", "compare=", "&"));
        };
    }
}
