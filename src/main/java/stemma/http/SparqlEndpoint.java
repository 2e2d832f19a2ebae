package stemma.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.problem.Problem;
import stemma.sparql.Precondition;
import stemma.sparql.Sparql;
import stemma.sparql.SparqlRequest;
import stemma.sparql.SparqlUpdate;
import stemma.store.Version;

/**
 * The <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>: queries by GET, by POST of a form, by POST
 * of the query itself; updates by POST of a form or of the update itself.
 */
final class SparqlEndpoint {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";
    private static final Duration NO_WISH = Duration.ofDays(1);

    private final Sparql sparql;
    private final QueryPool pool;
    private final Answers answers;
    private final Readers readers;
    private final WriteToken token;

    SparqlEndpoint(Sparql sparql, QueryPool pool, Answers answers, Readers readers, WriteToken token) {
        this.sparql = sparql;
        this.pool = pool;
        this.answers = answers;
        this.readers = readers;
        this.token = token;
    }

    /** Whether a request with these parameters asks a query, or anything at all. */
    static boolean isAsking(Map<String, List<String>> parameters) {
        return parameters.containsKey("query") || parameters.containsKey("update");
    }

    /** A query by GET. */
    void get(Context ctx, Map<String, List<String>> parameters) throws Exception {
        if (parameters.containsKey("update")) {
            token.check(ctx);
            throw new Problem.BadRequest("An update is sent by POST.").exception();
        }
        query(ctx, required(parameters, "query"), parameters);
    }

    /** A query or an update by POST. */
    void post(Context ctx) throws Exception {
        List<String> supported = List.of(QUERY + " (UTF-8)", UPDATE + " (UTF-8)", FORM + " (UTF-8)");
        String type = MediaType.of(ctx, supported);
        switch (type) {
            case FORM -> {
                Map<String, List<String>> parameters = Form.read(Form.utf8(ctx.bodyAsBytes()));
                Form.ofAddress(ctx).forEach(parameters::putIfAbsent);
                if (parameters.containsKey("update")) {
                    refuseBoth(ctx, parameters, "query");
                    update(ctx, required(parameters, "update"), parameters);
                } else {
                    query(ctx, required(parameters, "query"), parameters);
                }
            }
            case QUERY -> {
                Map<String, List<String>> parameters = Form.ofAddress(ctx);
                refuseBoth(ctx, parameters, "query", "update");
                query(ctx, Form.utf8(ctx.bodyAsBytes()), parameters);
            }
            case UPDATE -> directUpdate(ctx);
            default -> throw new Problem.UnsupportedMediaType(type, supported).exception();
        }
    }

    /** An update by POST, where no queries are answered. */
    void postUpdate(Context ctx) throws Exception {
        token.check(ctx);
        List<String> supported = List.of(UPDATE + " (UTF-8)", FORM + " (UTF-8)");
        String type = MediaType.of(ctx, supported);
        switch (type) {
            case FORM -> {
                Map<String, List<String>> parameters = Form.read(Form.utf8(ctx.bodyAsBytes()));
                Form.ofAddress(ctx).forEach(parameters::putIfAbsent);
                update(ctx, required(parameters, "update"), parameters);
            }
            case UPDATE -> directUpdate(ctx);
            default -> throw new Problem.UnsupportedMediaType(type, supported).exception();
        }
    }

    private void directUpdate(Context ctx) throws Exception {
        Map<String, List<String>> parameters = Form.ofAddress(ctx);
        refuseBoth(ctx, parameters, "query", "update");
        update(ctx, Form.utf8(ctx.bodyAsBytes()), parameters);
    }

    /** A request has one operation; whoever may not write learns that first. */
    private void refuseBoth(Context ctx, Map<String, List<String>> parameters, String... others) {
        for (String other : others) {
            if (parameters.containsKey(other)) {
                if (parameters.containsKey("update")) {
                    token.check(ctx);
                }
                throw new Problem.BadParameter(other, "the request has another operation besides").exception();
            }
        }
    }

    private void query(Context ctx, String query, Map<String, List<String>> parameters) throws Exception {
        int longest = sparql.options().limits().query();
        if (query.length() > longest) {
            throw new Problem.TooLarge(longest).exception();
        }
        answer(
                ctx,
                new SparqlRequest(
                        query,
                        ctx.url(),
                        parameters.getOrDefault("default-graph-uri", List.of()),
                        parameters.getOrDefault("named-graph-uri", List.of()),
                        Wanted.accept(ctx, parameters),
                        timeout(parameters)));
    }

    private void update(Context ctx, String update, Map<String, List<String>> parameters) throws Exception {
        token.check(ctx);
        SparqlUpdate request = new SparqlUpdate(
                update,
                ctx.url(),
                parameters.getOrDefault("using-graph-uri", List.of()),
                parameters.getOrDefault("using-named-graph-uri", List.of()));
        Precondition precondition = Preconditions.of(ctx);
        Version version = pool.run(ctx, left -> sparql.updates().update(request, precondition, left));
        ctx.status(HttpServletResponse.SC_NO_CONTENT).header("ETag", '"' + version.value() + '"');
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

    private static String required(Map<String, List<String>> parameters, String name) {
        return single(parameters, name).orElseThrow(() -> new Problem.BadParameter(name, "it is required").exception());
    }

    private static Optional<String> single(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Problem.BadParameter(name, "it is given " + values.size() + " times").exception();
        }
        return values.stream().findFirst();
    }

    private void answer(Context ctx, SparqlRequest request) throws Exception {
        Outlet.stream(ctx, readers, outlet -> {
            Draft draft = new Draft(outlet);
            pool.run(ctx, left -> {
                sparql.queries().answer(request, left, draft::open);
                return null;
            });
            draft.send(ctx, answers);
        });
    }
}
