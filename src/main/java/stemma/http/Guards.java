package stemma.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import stemma.problem.Problem;

/** What every answer carries: an id, leave for other origins to read it, and rules for browsers. */
final class Guards {
    private static final String REQUEST_ID = "requestId";
    private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";

    private static final String REQUEST_ID_HEADER = "X-Request-Id";

    /** The same in every answer, encoded once. */
    private static final List<HttpField> OF_ALL = List.of(
            new PreEncodedHttpField("Access-Control-Allow-Origin", "*"),
            new PreEncodedHttpField(
                    "Access-Control-Expose-Headers",
                    "Content-Language, ETag, Link, Location, Retry-After, X-Request-Id"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
            new PreEncodedHttpField("Content-Security-Policy", CONTENT_SECURITY_POLICY));

    private Guards() {}

    static void register(RoutesConfig routes) {
        // One handler for all, and no route of its own: a route for every path would make every unknown path a wrong
        // method.
        routes.before(ctx -> {
            mark(ctx);
            refuseOverride(ctx);
            if (ctx.method().equals(HandlerType.OPTIONS)) {
                ctx.header("Allow", Routes.methods(ctx.path()));
                ctx.header("Access-Control-Allow-Methods", Routes.methods(ctx.path()));
                ctx.header(
                        "Access-Control-Allow-Headers",
                        "Accept, Accept-Language, Authorization, Content-Type, If-Match, If-None-Match");
                ctx.header("Access-Control-Max-Age", "86400");
                ctx.status(204);
                ctx.skipRemainingHandlers();
            }
        });
    }

    /**
     * The request without the header by which Javalin would let a GET be taken for another method; its own method is what
     * counts until it is refused.
     */
    static Request withItsOwnMethod(Request request, HttpFields.Mutable answer) {
        if (!request.getHeaders().contains(METHOD_OVERRIDE)) {
            return request;
        }
        request.setAttribute(METHOD_OVERRIDE, METHOD_OVERRIDE);
        HttpFields headers =
                HttpFields.build(request.getHeaders()).remove(METHOD_OVERRIDE).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
    }

    private static void refuseOverride(Context ctx) {
        if (ctx.req().getAttribute(METHOD_OVERRIDE) != null) {
            throw new Problem.BadRequest("The header " + METHOD_OVERRIDE + " is refused: send the method itself.")
                    .exception();
        }
    }

    /** Sets the headers; again, after a response was reset. */
    static void mark(Context ctx) {
        HttpFields.Mutable fields = ServletContextRequest.getServletContextRequest(ctx.req())
                .getServletContextResponse()
                .getHeaders();
        OF_ALL.forEach(fields::put);
        fields.put(REQUEST_ID_HEADER, requestId(ctx));
    }

    /** The headers of an answer to the request of an id. */
    static Map<String, String> headers(String requestId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REQUEST_ID_HEADER, requestId);
        OF_ALL.forEach(field -> headers.put(field.getName(), field.getValue()));
        return headers;
    }

    /** The id of a request, which its answer and its log lines have. */
    static String requestId(Context ctx) {
        String id = ctx.attribute(REQUEST_ID);
        if (id == null) {
            id = newRequestId();
            ctx.attribute(REQUEST_ID, id);
        }
        return id;
    }

    static String newRequestId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
