package stemma.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Leads from a name in another letter case to the name. */
final class RightlySpelled {
    private RightlySpelled() {}

    /**
     * The answer that leads there; empty where there is no need.
     *
     * @param given the last part of the path
     * @param right what should stand in its place
     */
    static Optional<Answer> redirect(Context ctx, String given, Optional<String> right) {
        return right.filter(name -> !name.equals(given)).map(name -> {
            String path = ctx.path().substring(0, ctx.path().lastIndexOf('/') + 1)
                    + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
            return Answer.of(308, Map.of("Location", path + query), new byte[0], "");
        });
    }
}
