package stemma.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.ServletException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.sparql.Accept;
import stemma.sparql.Format;
import stemma.store.InvalidChangeException;

/** Turns whatever went wrong into a problem document, in one place. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    static final String MEDIA_TYPE = "application/problem+json";
    /** The page that tells of each kind, in a section of its own. */
    private static final String TYPE = "/problems.html#";

    private static final Languages WHOLE = new Languages("en", false);

    private final Json json;
    private final long largestRequest;

    /**
     * Problems.
     *
     * @param largestRequest the most bytes of a body that are read
     */
    Problems(Json json, long largestRequest) {
        this.json = json;
        this.largestRequest = largestRequest;
    }

    void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> send(ctx, e.problem()));
        routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> send(ctx, notAllowed(ctx)));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> send(ctx, e.getStatus() == 404 ? notFound(ctx) : ofStatus(e.getStatus(), ctx.path())));
        routes.exception(InvalidChangeException.class, this::sendReport);
        // A body that breaks off or breaks the rules of its transfer, and a client that has left.
        routes.exception(EofException.class, (e, ctx) -> send(ctx, unreadable()));
        routes.exception(HttpException.RuntimeException.class, (e, ctx) -> send(ctx, unreadable()));
        routes.exception(
                ServletException.class,
                (e, ctx) -> send(ctx, e.getCause() instanceof HttpException ? unreadable() : failed(ctx, e)));
        routes.exception(Exception.class, (e, ctx) -> send(ctx, failed(ctx, e)));
        routes.error(404, ctx -> {
            if (!isProblem(ctx)) {
                send(ctx, notFound(ctx));
            }
        });
    }

    private static Problem failed(Context ctx, Exception cause) {
        LOG.error("{} {} {}", Guards.requestId(ctx), ctx.method(), ctx.path(), cause);
        return new Problem.Internal();
    }

    /** Beside the routes there are only files, which are read and nothing else. */
    private static Problem notFound(Context ctx) {
        return ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD)
                ? new Problem.NotFound("page", ctx.path(), List.of())
                : notAllowed(ctx);
    }

    private static boolean isProblem(Context ctx) {
        return MEDIA_TYPE.equals(ctx.res().getContentType());
    }

    private static Problem notAllowed(Context ctx) {
        return new Problem.MethodNotAllowed(
                ctx.method().name(), List.of(Routes.methods(ctx.path()).split(", ", -1)));
    }

    /** The problem that a status of Javalin's or Jetty's own stands for. */
    Problem ofStatus(int status, String path) {
        return switch (status) {
            case 404 -> new Problem.NotFound("page", path, List.of());
            case 414 -> new Problem.TooLong(Problem.Kind.URI_TOO_LONG);
            case 431 -> new Problem.TooLong(Problem.Kind.HEADERS_TOO_LARGE);
            case 413 -> new Problem.TooLarge(largestRequest);
            // Of HTTP itself: the version of a request.
            case 505 -> unreadable();
            default -> status >= 500 ? new Problem.Internal() : unreadable();
        };
    }

    private static Problem unreadable() {
        return new Problem.BadRequest("The request cannot be read.");
    }

    /** A client that wants RDF gets the shapes' own report. */
    private void sendReport(InvalidChangeException e, Context ctx) {
        String accept = Objects.requireNonNullElse(ctx.header("Accept"), "");
        List<String> offered = Stream.concat(
                        Stream.of(MEDIA_TYPE, "application/json"),
                        Format.ofGraphs().stream().flatMap(format -> format.mediaTypes().stream()))
                .toList();
        send(ctx, e.problem());
        new Accept(accept).best(offered, List::of).flatMap(Format::ofGraph).ifPresent(format -> {
            ctx.contentType(format.contentType());
            ctx.result(format.bytes(e.report()));
        });
    }

    private void send(Context ctx, Problem problem) {
        if (ctx.res().isCommitted()) {
            return;
        }
        ctx.res().reset();
        Guards.mark(ctx);
        ctx.status(problem.kind().status());
        ctx.header("Cache-Control", "no-store");
        if (problem instanceof Problem.Busy busy) {
            ctx.header("Retry-After", Integer.toString(busy.retryAfterSeconds()));
        }
        if (problem instanceof Problem.Unauthorized) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        if (problem instanceof Problem.MethodNotAllowed notAllowed) {
            ctx.header("Allow", String.join(", ", notAllowed.allowed()));
        }
        ctx.contentType(MEDIA_TYPE);
        ctx.result(bytes(problem, Guards.requestId(ctx)));
    }

    /** The document of a problem that the request of an id met. */
    byte[] bytes(Problem problem, String requestId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPE + problem.kind().code());
        document.put("title", problem.kind().title());
        document.put("status", problem.kind().status());
        document.put("detail", problem.detail());
        document.put("code", problem.kind().code());
        document.put("requestId", requestId);
        document.putAll(problem.members());
        return json.write(document, WHOLE);
    }
}
