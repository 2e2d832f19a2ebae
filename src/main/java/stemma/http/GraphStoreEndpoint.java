package stemma.http;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.sparql.Accept;
import stemma.sparql.Format;
import stemma.sparql.GraphStoreService;
import stemma.sparql.GraphStoreService.Document;
import stemma.sparql.GraphStoreService.GraphName;
import stemma.sparql.Precondition;
import stemma.store.GraphStore.Written;
import stemma.store.Version;

/**
 * The <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP Protocol</a>: a graph is named by
 * {@code ?graph=}, {@code ?default}, or by the request's own address below the graph store's.
 */
final class GraphStoreEndpoint {
    private static final String MULTIPART = "multipart/form-data";

    private final GraphStoreService graphs;
    private final QueryPool pool;
    private final WriteToken token;
    private final JsonAnswers answers;

    GraphStoreEndpoint(GraphStoreService graphs, QueryPool pool, WriteToken token, JsonAnswers answers) {
        this.graphs = graphs;
        this.pool = pool;
        this.token = token;
        this.answers = answers;
    }

    /** A graph by {@code ?graph=} or {@code ?default}. */
    Answer get(Context ctx) {
        return content(ctx, named(ctx).orElseThrow(GraphStoreEndpoint::unnamed));
    }

    /** A graph by its own address. */
    Answer getDirect(Context ctx) {
        return content(ctx, direct(ctx));
    }

    void put(Context ctx) throws Exception {
        put(ctx, named(ctx));
    }

    void putDirect(Context ctx) throws Exception {
        put(ctx, Optional.of(direct(ctx)));
    }

    void post(Context ctx) throws Exception {
        Optional<GraphName> name = named(ctx);
        if (name.isPresent()) {
            post(ctx, name.get());
        } else {
            String address = ctx.url().replaceFirst("/$", "") + "/" + UUID.randomUUID();
            post(ctx, new GraphName(Optional.of(address)));
            ctx.header("Location", address);
        }
    }

    void postDirect(Context ctx) throws Exception {
        post(ctx, direct(ctx));
    }

    void delete(Context ctx) throws Exception {
        delete(ctx, named(ctx));
    }

    void deleteDirect(Context ctx) throws Exception {
        delete(ctx, Optional.of(direct(ctx)));
    }

    private Answer content(Context ctx, GraphName name) {
        Format format = Format.choose(new Accept(Wanted.accept(ctx, Form.ofAddress(ctx))), Format.ofGraphs());
        return answers.bytes(format.contentType(), graphs.read(name, format));
    }

    private void put(Context ctx, Optional<GraphName> name) throws Exception {
        token.check(ctx);
        GraphName graph = name.orElseThrow(GraphStoreEndpoint::unnamed);
        List<Document> documents = documents(ctx, graph);
        Precondition precondition = Preconditions.of(ctx);
        written(ctx, pool.run(ctx, () -> graphs.put(graph, documents, precondition)));
    }

    private void post(Context ctx, GraphName graph) throws Exception {
        token.check(ctx);
        List<Document> documents = documents(ctx, graph);
        Precondition precondition = Preconditions.of(ctx);
        written(ctx, pool.run(ctx, () -> graphs.post(graph, documents, precondition)));
    }

    private void delete(Context ctx, Optional<GraphName> name) throws Exception {
        token.check(ctx);
        GraphName graph = name.orElseThrow(GraphStoreEndpoint::unnamed);
        Precondition precondition = Preconditions.of(ctx);
        done(ctx, 204, pool.run(ctx, () -> graphs.delete(graph, precondition)));
    }

    private static void written(Context ctx, Written<Boolean> written) {
        done(ctx, written.result() ? 201 : 204, written.version());
    }

    private static void done(Context ctx, int status, Version version) {
        ctx.status(status).header("ETag", '"' + version.value() + '"');
    }

    private static List<Document> documents(Context ctx, GraphName graph) throws IOException {
        String base = graph.iri().orElse(ctx.url());
        String type = MediaType.of(ctx, supported());
        if (!type.equals(MULTIPART)) {
            return List.of(new Document(format(type), ctx.bodyAsBytes(), base));
        }
        List<Document> documents = new ArrayList<>();
        for (UploadedFile file : ctx.uploadedFiles()) {
            Format format = format(MediaType.of(file.contentType(), supported()));
            try (InputStream content = file.content()) {
                documents.add(new Document(format, content.readAllBytes(), base));
            }
        }
        return documents;
    }

    private static Format format(String type) {
        return Format.ofDocuments().stream()
                .filter(format -> format.mediaTypes().contains(type))
                .findFirst()
                .orElseThrow(() -> new Problem.UnsupportedMediaType(type, supported()).exception());
    }

    private static List<String> supported() {
        return Format.ofDocuments().stream().map(Format::mediaType).toList();
    }

    /** The graph of the parameters; empty where they name none. */
    private static Optional<GraphName> named(Context ctx) {
        Map<String, List<String>> parameters = Form.ofAddress(ctx);
        List<String> graphs = parameters.getOrDefault("graph", List.of());
        boolean isDefault = parameters.containsKey("default");
        if (graphs.size() + (isDefault ? 1 : 0) > 1) {
            throw new Problem.BadParameter("graph", "one graph is expected").exception();
        }
        return isDefault
                ? Optional.of(GraphName.DEFAULT)
                : graphs.stream().findFirst().map(GraphStoreEndpoint::graph);
    }

    private static GraphName graph(String iri) {
        try {
            if (new URI(iri).isAbsolute()) {
                return new GraphName(Optional.of(iri));
            }
        } catch (URISyntaxException e) {
            // Told below, as for a relative one.
        }
        throw new Problem.BadParameter("graph", "an absolute IRI is expected").exception();
    }

    private static GraphName direct(Context ctx) {
        return new GraphName(Optional.of(ctx.url()));
    }

    private static ProblemException unnamed() {
        return new Problem.BadParameter("graph", "a graph's IRI is expected, or 'default' in its place").exception();
    }
}
