package stemma.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import stemma.problem.Problem;
import stemma.sparql.Format;

/** In which format a client wants its answer: the parameter {@code format} comes before the Accept header. */
final class Wanted {
    private Wanted() {}

    /**
     * What is wanted, as an Accept header says it; empty for anything.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter}
     */
    static String accept(Context ctx, Map<String, List<String>> parameters) {
        List<String> named = parameters.getOrDefault("format", List.of());
        if (named.isEmpty()) {
            return Objects.requireNonNullElse(ctx.header("Accept"), "");
        }
        if (named.size() > 1) {
            throw new Problem.BadParameter("format", "it is given " + named.size() + " times").exception();
        }
        return Format.named(named.getFirst())
                .map(Format::mediaType)
                .orElseThrow(
                        () -> new Problem.BadParameter("format", "a media type or a short name of a format is expected")
                                .exception());
    }
}
