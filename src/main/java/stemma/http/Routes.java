package stemma.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.store.GraphStore;

/** The whole URL map. */
final class Routes {
    /** Where the API describes itself. */
    static final String DESCRIPTION = "/openapi.json";

    /** Where a page shows that description. */
    static final String DOCS = "/docs";

    /** Where texts are annotated. */
    static final String ANNOTATE = "/api/v1/annotate";

    /** Where queries are asked. */
    static final String SPARQL = "/sparql";

    private final GraphStore store;
    private final Optional<GlossaryEndpoints> glossary;
    private final ServiceEndpoint service;
    private final SparqlEndpoint sparql;
    private final GraphStoreEndpoint graphs;
    private final Answers answers;
    private final JsonAnswers json;

    /** What there is only on a store that holds a glossary. */
    record GlossaryEndpoints(
            List<Operation> operations,
            QueryEndpoint queries,
            ReconcileEndpoint reconciliation,
            AnnotateEndpoint annotation,
            PageEndpoint pages,
            DumpEndpoint dumps,
            OpenApiEndpoint description) {}

    Routes(
            GraphStore store,
            Optional<GlossaryEndpoints> glossary,
            ServiceEndpoint service,
            SparqlEndpoint sparql,
            GraphStoreEndpoint graphs,
            Answers answers,
            JsonAnswers json) {
        this.store = store;
        this.glossary = glossary;
        this.service = service;
        this.sparql = sparql;
        this.graphs = graphs;
        this.answers = answers;
        this.json = json;
    }

    void register(RoutesConfig routes) {
        glossary.ifPresent(endpoints -> register(routes, endpoints));

        sparql(routes, SPARQL);
        sparql(routes, SPARQL + "/");
        routes.post("/update", sparql::postUpdate);
        routes.post("/update/", sparql::postUpdate);

        kept(routes, "/data", graphs::get);
        routes.put("/data", graphs::put);
        routes.post("/data", graphs::post);
        routes.delete("/data", graphs::delete);
        kept(routes, "/data/<path>", graphs::getDirect);
        routes.put("/data/<path>", graphs::putDirect);
        routes.post("/data/<path>", graphs::postDirect);
        routes.delete("/data/<path>", graphs::deleteDirect);

        read(routes, "/health", this::health);
    }

    private void register(RoutesConfig routes, GlossaryEndpoints endpoints) {
        endpoints.operations().forEach(operation -> kept(routes, operation.path(), operation::answer));
        kept(routes, "/api/v1/queries/{name}", endpoints.queries()::run);
        routes.post(ANNOTATE, ctx -> answers.sendNew(ctx, endpoints.annotation()::post));
        routes.post("/reconcile", ctx -> answers.sendNew(ctx, endpoints.reconciliation()::post));
        routes.post("/reconcile/v1/match", ctx -> answers.sendNew(ctx, endpoints.reconciliation()::postMatch));
        routes.post("/reconcile/v1/extend", ctx -> answers.sendNew(ctx, endpoints.reconciliation()::postExtend));
        read(routes, "/api/v1/export.{format}", endpoints.dumps()::send);
        kept(routes, "/", endpoints.pages()::lineage);
        kept(routes, "/demo", endpoints.pages()::demo);
        kept(routes, DESCRIPTION, endpoints.description()::show);
        kept(routes, DOCS, endpoints.description()::page);
    }

    /** The methods of a path. */
    static String methods(String path) {
        if (path.equals("/data") || path.startsWith("/data/")) {
            return "GET, HEAD, PUT, POST, DELETE, OPTIONS";
        }
        return switch (path) {
            case SPARQL, SPARQL + "/", "/reconcile", ANNOTATE -> "GET, HEAD, POST, OPTIONS";
            case "/update", "/update/", "/reconcile/v1/match", "/reconcile/v1/extend" -> "POST, OPTIONS";
            default -> "GET, HEAD, OPTIONS";
        };
    }

    private void sparql(RoutesConfig routes, String path) {
        read(routes, path, this::sparql);
        routes.post(path, sparql::post);
    }

    private void sparql(Context ctx) throws Exception {
        Map<String, List<String>> parameters = Form.ofAddress(ctx);
        if (SparqlEndpoint.isAsking(parameters)) {
            sparql.get(ctx, parameters);
        } else if (ctx.path().endsWith("/")) {
            // The editor's links are relative.
            ctx.redirect("../sparql", HttpStatus.PERMANENT_REDIRECT);
        } else {
            answers.send(ctx, service::show);
        }
    }

    private void kept(RoutesConfig routes, String path, Answers.Operation operation) {
        read(routes, path, ctx -> answers.send(ctx, operation));
    }

    private static void read(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void health(Context ctx) {
        String version = store.version().value();
        ctx.header("Cache-Control", "no-store");
        ctx.header("ETag", '"' + version + '"');
        ctx.contentType("application/json");
        ctx.result(json.bytes(Map.of("status", "up", "version", version)));
    }
}
