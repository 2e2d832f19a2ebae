package stemma.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import stemma.sparql.Precondition;

/**
 * Reads <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1">If-Match and If-None-Match</a> of a request that
 * changes something. An entity tag here is a version of the store, or begins with one: {@code "71c0….5"},
 * {@code "71c0….5-9f…"}.
 */
final class Preconditions {
    private static final String ANY = "*";

    private Preconditions() {}

    static Precondition of(Context ctx) {
        String match = ctx.header("If-Match");
        if (match != null && !match.strip().equals(ANY)) {
            return new Precondition(
                    Optional.of(Arrays.stream(match.split(",", -1))
                            .map(tag -> tag.strip().replaceFirst("^\"([^\"-]*)(-[^\"]*)?\"$", "$1"))
                            .collect(Collectors.toSet())),
                    Precondition.Graph.ANY);
        }
        String noneMatch = ctx.header("If-None-Match");
        Precondition.Graph graph = match != null
                ? Precondition.Graph.PRESENT
                : noneMatch != null && noneMatch.strip().equals(ANY)
                        ? Precondition.Graph.ABSENT
                        : Precondition.Graph.ANY;
        return new Precondition(Optional.empty(), graph);
    }
}
