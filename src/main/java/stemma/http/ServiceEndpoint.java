package stemma.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import stemma.problem.Problem;
import stemma.sparql.Accept;
import stemma.sparql.Format;
import stemma.sparql.ServiceDescription;
import stemma.sparql.SparqlOptions;
import stemma.store.GraphStore;

/** What the SPARQL endpoint shows of itself: the editor to people, its description to programs. */
final class ServiceEndpoint {
    private static final String HTML = "text/html";

    private final GraphStore store;
    private final SparqlOptions options;
    private final HttpServer.Options server;
    private final JsonAnswers answers;

    ServiceEndpoint(GraphStore store, SparqlOptions options, HttpServer.Options server, JsonAnswers answers) {
        this.store = store;
        this.options = options;
        this.server = server;
        this.answers = answers;
    }

    Answer show(Context ctx) throws IOException {
        String accept = Wanted.accept(ctx, Form.ofAddress(ctx));
        List<String> offered = Stream.concat(
                        Format.ofGraphs().stream().flatMap(format -> format.mediaTypes().stream()), Stream.of(HTML))
                .toList();
        String chosen = new Accept(accept)
                .best(offered, List::of)
                .orElseThrow(() -> new Problem.NotAcceptable(offered).exception());
        if (chosen.equals(HTML)) {
            return answers.bytes(HTML + ";charset=utf-8", Files.readAllBytes(editor()));
        }
        Format format = Format.named(chosen).orElseThrow();
        Graph description = store.read(snapshot -> ServiceDescription.of(snapshot.dataset(), options, service(ctx)));
        return answers.bytes(format.contentType(), format.bytes(description));
    }

    private Path editor() {
        return server.web().resolve("sparql.html");
    }

    private ServiceDescription.Service service(Context ctx) {
        String update = server.token().isPresent() ? ctx.url().replaceFirst("/sparql$", "/update") : "";
        return new ServiceDescription.Service(ctx.url(), update, limits());
    }

    /** Times are in seconds, sizes in bytes. */
    private Map<String, Long> limits() {
        ClientLimits clients = server.limits();
        return Map.of(
                "largestRequest", server.largestBody(),
                "concurrentQueries", (long) server.slots(),
                "clientQueries", (long) clients.clientSlots(),
                "connections", (long) clients.connections(),
                "clientConnections", (long) clients.clientConnections(),
                "silence", clients.silence().toSeconds(),
                "stall", clients.stall().toSeconds(),
                "leastRate", (long) clients.leastRate(),
                "largestHeaders", (long) clients.largestHeaders());
    }
}
