package stemma.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Leads from a former name, a name in another letter case, or an IRI, to the name. */
final class RightName {
    private RightName() {}

    /**
     * The answer that leads there; empty where there is no need.
     *
     * @param given the last part of the path; when it is none, an IRI names the entry and all is right
     * @param right what should stand in its place
     */
    static Optional<Answer> redirect(Context ctx, String given, Optional<String> right) {
        return right.filter(name -> !name.equals(given) && !ctx.pathParamMap().isEmpty())
                .map(name -> permanently(
                        ctx.path().substring(0, ctx.path().lastIndexOf('/') + 1) + segment(name),
                        ctx.queryString() == null ? "" : ctx.queryString()));
    }

    /** The answer that leads from a list to one of its items, for the same query string without the IRI that named it. */
    static Answer leadingTo(Context ctx, String name) {
        return permanently(
                ctx.path() + "/" + segment(name),
                Arrays.stream(ctx.queryString().split("&", -1))
                        .filter(part -> !part.startsWith(Operation.IRI + "="))
                        .collect(Collectors.joining("&")));
    }

    private static Answer permanently(String path, String query) {
        return Answer.of(308, Map.of("Location", query.isEmpty() ? path : path + "?" + query), new byte[0], "");
    }

    /** A name as a part of a path. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
