package stemma.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import stemma.problem.Problem;

/** What every answer carries: an id, leave for other origins to read it, and rules for browsers. */
final class Guards {
    private static final String REQUEST_ID = "requestId";
    private static final String IDENTITY = "identity";
    private static final Pattern PLAIN_QUERY = Pattern.compile("[^%\ufffd]*+");
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

    /**
     * Registers the guards.
     *
     * @param largestBody the most bytes of a body that are read
     */
    static void register(RoutesConfig routes, long largestBody) {
        // One handler for all, and no route of its own: a route for every path would make every unknown path a wrong
        // method.
        routes.before(ctx -> {
            mark(ctx);
            refuseOverride(ctx);
            refuseBody(ctx, largestBody);
            if (ctx.queryString() != null
                    && !PLAIN_QUERY.matcher(ctx.queryString()).matches()) {
                // Also where nobody asks for parameters: what cannot be read is refused everywhere.
                Form.ofAddress(ctx);
            }
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
     * The request without what asks for another method or protocol than its own. The header by which Javalin would let a GET be
     * taken for another method is refused later; an upgrade, to WebSocket for instance, may be passed over
     * (<a href="https://www.rfc-editor.org/rfc/rfc9110#name-upgrade">RFC 9110</a>).
     */
    static Request plain(Request request, HttpFields.Mutable answer) {
        boolean override = request.getHeaders().contains(METHOD_OVERRIDE);
        if (!override
                && !request.getHeaders().contains(HttpHeader.UPGRADE)
                && !request.getHeaders().contains(HttpHeader.SEC_WEBSOCKET_VERSION)) {
            return request;
        }
        if (override) {
            request.setAttribute(METHOD_OVERRIDE, METHOD_OVERRIDE);
        }
        HttpFields headers = HttpFields.build(request.getHeaders())
                .remove(METHOD_OVERRIDE)
                .remove(HttpHeader.UPGRADE)
                .remove(HttpHeader.SEC_WEBSOCKET_VERSION)
                .asImmutable();
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

    /** A body that will not be read is refused before it is sent, and one in a coding is not taken for what it is not. */
    private static void refuseBody(Context ctx, long largestBody) throws IOException {
        long length = ctx.req().getContentLengthLong();
        if (length > largestBody) {
            Excess.throwAway(ctx, length);
            throw new Problem.TooLarge(largestBody).exception();
        }
        String encoding = ctx.header("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase(IDENTITY)) {
            throw new Problem.UnsupportedMediaType("Content-Encoding: " + encoding, List.of(IDENTITY)).exception();
        }
        String transfer = ctx.header("Transfer-Encoding");
        if (transfer != null && !transfer.strip().equalsIgnoreCase("chunked")) {
            throw new Problem.BadRequest("The only Transfer-Encoding that is read is chunked.").exception();
        }
    }

    /** Sets the headers; again, after a response was reset. */
    static void mark(Context ctx) {
        HttpFields.Mutable fields = ServletContextRequest.getServletContextRequest(ctx.req())
                .getServletContextResponse()
                .getHeaders();
        mark(fields, requestId(ctx));
    }

    /** Sets the headers of the answer to the request of an id. */
    static void mark(HttpFields.Mutable fields, String requestId) {
        OF_ALL.forEach(fields::put);
        fields.put(REQUEST_ID_HEADER, requestId);
    }

    /** Whether a request says that it has another method than its own. */
    static boolean asksForAnotherMethod(Request request) {
        return request.getAttribute(METHOD_OVERRIDE) != null;
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
