package stemma.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** What every answer carries: an id, leave for other origins to read it, and rules for browsers. */
final class Guards {
    private static final String REQUEST_ID = "requestId";
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";

    private Guards() {}

    static void register(RoutesConfig routes) {
        routes.before(Guards::mark);
        routes.options("/*", ctx -> {
            ctx.header("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
            ctx.header("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match");
            ctx.header("Access-Control-Max-Age", "86400");
            ctx.status(204);
        });
    }

    /** Sets the headers; again, after a response was reset. */
    static void mark(Context ctx) {
        ctx.header("X-Request-Id", requestId(ctx));
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header(
                "Access-Control-Expose-Headers",
                "Content-Language, ETag, Link, Location, Retry-After, X-Request-Id");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    }

    /** The id of a request, which its answer and its log lines have. */
    static String requestId(Context ctx) {
        String id = ctx.attribute(REQUEST_ID);
        if (id == null) {
            id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            ctx.attribute(REQUEST_ID, id);
        }
        return id;
    }
}
