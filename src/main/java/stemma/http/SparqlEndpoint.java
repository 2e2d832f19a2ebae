package stemma.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.sparql.BrokenAnswerException;
import stemma.sparql.Format;
import stemma.sparql.SparqlRequest;
import stemma.sparql.SparqlService;

/**
 * The query operation of the <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol</a>:
 * GET, POST of a form, POST of the query itself.
 */
final class SparqlEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SparqlEndpoint.class);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";
    private static final Pattern NOT_UTF_8 = Pattern.compile("charset\\s*=\\s*\"?+(?!utf-8\"?\\s*(;|$))");
    private static final Duration NO_WISH = Duration.ofDays(1);

    private final SparqlService service;
    private final QueryPool pool;

    SparqlEndpoint(SparqlService service, QueryPool pool) {
        this.service = service;
        this.pool = pool;
    }

    void get(Context ctx) throws Exception {
        answer(ctx, request(ctx, Form.read(ctx.queryString())));
    }

    void post(Context ctx) throws Exception {
        String[] type = Objects.requireNonNullElse(ctx.header("Content-Type"), "")
                .toLowerCase(Locale.ROOT)
                .split(";", 2);
        if (type.length > 1 && NOT_UTF_8.matcher(type[1]).find()) {
            throw unsupported(type[1].strip());
        }
        switch (type[0].strip()) {
            case FORM -> answer(ctx, request(ctx, Form.read(Form.utf8(ctx.bodyAsBytes()))));
            case QUERY -> {
                Map<String, List<String>> parameters = Form.read(ctx.queryString());
                parameters.computeIfAbsent("query", key -> new ArrayList<>()).add(Form.utf8(ctx.bodyAsBytes()));
                answer(ctx, request(ctx, parameters));
            }
            case UPDATE -> throw updatesAreOff();
            default -> throw unsupported(type[0].strip());
        }
    }

    private static ProblemException unsupported(String type) {
        return new Problem.UnsupportedMediaType(type, List.of(QUERY + " (UTF-8)", FORM + " (UTF-8)")).exception();
    }

    /** What the answer to any update is. */
    static ProblemException updatesAreOff() {
        return new Problem.Refused("Updates are off: the ontology folder is what is edited.").exception();
    }

    private static SparqlRequest request(Context ctx, Map<String, List<String>> parameters) {
        if (parameters.containsKey("update")) {
            throw updatesAreOff();
        }
        return new SparqlRequest(
                single(parameters, "query")
                        .orElseThrow(() -> new Problem.BadParameter("query", "it is required").exception()),
                parameters.getOrDefault("default-graph-uri", List.of()),
                parameters.getOrDefault("named-graph-uri", List.of()),
                accept(ctx, parameters),
                timeout(parameters));
    }

    private static String accept(Context ctx, Map<String, List<String>> parameters) {
        Optional<String> named = single(parameters, "format");
        if (named.isEmpty()) {
            return Objects.requireNonNullElse(ctx.header("Accept"), "");
        }
        return Format.named(named.get())
                .map(Format::mediaType)
                .orElseThrow(
                        () -> new Problem.BadParameter("format", "a media type or a short name of a format is expected")
                                .exception());
    }

    private static Duration timeout(Map<String, List<String>> parameters) {
        Optional<String> wish = single(parameters, "timeout");
        if (wish.isEmpty()) {
            return NO_WISH;
        }
        if (!wish.get().matches("[1-9][0-9]{0,4}")) {
            throw new Problem.BadParameter("timeout", "a number of seconds is expected").exception();
        }
        return Duration.ofSeconds(Long.parseLong(wish.get()));
    }

    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Problem.BadParameter(name, "it is given " + values.size() + " times").exception();
        }
        return values.stream().findFirst();
    }

    private void answer(Context ctx, SparqlRequest request) throws Exception {
        HttpServletResponse response = ctx.res();
        try {
            pool.run(() -> {
                service.answer(request, contentType -> {
                    response.setContentType(contentType);
                    response.setHeader("Vary", "Accept");
                    response.setHeader("Cache-Control", "no-cache");
                    return response.getOutputStream();
                });
                return null;
            });
        } catch (BrokenAnswerException e) {
            if (!response.isCommitted()) {
                throw e.problem().exception();
            }
            LOG.info("{} broken off: {}", Guards.requestId(ctx), e.getMessage());
            breakOff(ctx);
        } catch (IOException e) {
            LOG.info("{} the client left", Guards.requestId(ctx));
            breakOff(ctx);
        }
    }

    /** Ends the connection without the end of the answer, so that no client takes a part for the whole. */
    private static void breakOff(Context ctx) {
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
