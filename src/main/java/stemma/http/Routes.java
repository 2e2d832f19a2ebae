package stemma.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Map;
import stemma.store.GraphStore;

/** The whole URL map. */
final class Routes {
    private final GraphStore store;
    private final ConceptEndpoint concepts;
    private final QueryEndpoint queries;
    private final QualityEndpoint quality;
    private final SparqlEndpoint sparql;
    private final Answers answers;
    private final JsonAnswers json;

    Routes(
            GraphStore store,
            ConceptEndpoint concepts,
            QueryEndpoint queries,
            QualityEndpoint quality,
            SparqlEndpoint sparql,
            Answers answers,
            JsonAnswers json) {
        this.store = store;
        this.concepts = concepts;
        this.queries = queries;
        this.quality = quality;
        this.sparql = sparql;
        this.answers = answers;
        this.json = json;
    }

    void register(RoutesConfig routes) {
        kept(routes, "/api/v1/concepts", concepts::list);
        kept(routes, "/api/v1/concepts/{name}", concepts::card);
        kept(routes, "/api/v1/search", concepts::search);
        kept(routes, "/api/v1/lineage", concepts::wholeLineage);
        kept(routes, "/api/v1/lineage/{name}", concepts::lineage);
        kept(routes, "/api/v1/path", concepts::path);
        kept(routes, "/api/v1/queries", queries::list);
        kept(routes, "/api/v1/queries/{name}", queries::run);
        kept(routes, "/api/v1/quality", quality::report);

        read(routes, "/sparql", sparql::get);
        routes.post("/sparql", sparql::post);
        routes.post("/update", ctx -> {
            throw SparqlEndpoint.updatesAreOff();
        });

        read(routes, "/health", this::health);
    }

    private void kept(RoutesConfig routes, String path, Answers.Operation operation) {
        read(routes, path, ctx -> answers.send(ctx, operation));
    }

    private static void read(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private void health(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("application/json");
        ctx.result(json.bytes(Map.of("status", "up", "version", store.version().value())));
    }
}
