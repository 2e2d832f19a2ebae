package stemma.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
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
    private static final Duration NO_WISH = Duration.ofDays(1);

    private final SparqlService service;
    private final QueryPool pool;

    SparqlEndpoint(SparqlService service, QueryPool pool) {
        this.service = service;
        this.pool = pool;
    }

    void get(Context ctx) throws Exception {
        answer(ctx, request(ctx, ctx.queryParamMap(), null));
    }

    void post(Context ctx) throws Exception {
        String type = ctx.contentType() == null
                ? ""
                : ctx.contentType().replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        switch (type) {
            case FORM -> answer(ctx, request(ctx, ctx.formParamMap(), null));
            case QUERY -> answer(ctx, request(ctx, ctx.queryParamMap(), ctx.body()));
            case UPDATE -> throw updatesAreOff();
            default -> throw new Problem.UnsupportedMediaType(type, List.of(QUERY, FORM)).exception();
        }
    }

    /** What the answer to any update is. */
    static ProblemException updatesAreOff() {
        return new Problem.Refused("Updates are off: the ontology folder is what is edited.").exception();
    }

    private static SparqlRequest request(Context ctx, Map<String, List<String>> parameters, String body) {
        if (parameters.containsKey("update")) {
            throw updatesAreOff();
        }
        List<String> queries = body == null ? parameters.getOrDefault("query", List.of()) : List.of(body);
        if (queries.size() != 1) {
            throw new Problem.BadParameter("query", "exactly one is expected, not " + queries.size()).exception();
        }
        return new SparqlRequest(
                queries.getFirst(),
                parameters.getOrDefault("default-graph-uri", List.of()),
                parameters.getOrDefault("named-graph-uri", List.of()),
                accept(ctx, parameters),
                timeout(parameters));
    }

    private static String accept(Context ctx, Map<String, List<String>> parameters) {
        List<String> named = parameters.getOrDefault("format", List.of());
        if (named.isEmpty()) {
            String header = ctx.header("Accept");
            return header == null ? "" : header;
        }
        return Format.named(named.getFirst())
                .map(Format::mediaType)
                .orElseThrow(() ->
                        new Problem.BadParameter("format", "a media type or a short name of a format is expected")
                                .exception());
    }

    private static Duration timeout(Map<String, List<String>> parameters) {
        List<String> wish = parameters.getOrDefault("timeout", List.of());
        if (wish.isEmpty()) {
            return NO_WISH;
        }
        if (!wish.getFirst().matches("[1-9][0-9]{0,4}")) {
            throw new Problem.BadParameter("timeout", "a number of seconds is expected").exception();
        }
        return Duration.ofSeconds(Long.parseLong(wish.getFirst()));
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
        } catch (IOException e) {
            LOG.info("{} broken off: {}", Guards.requestId(ctx), e.getMessage());
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
