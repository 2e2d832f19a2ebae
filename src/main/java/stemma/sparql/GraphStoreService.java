package stemma.sparql;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.store.GraphStore;
import stemma.store.GraphStore.Written;
import stemma.store.InvalidChangeException;
import stemma.store.Snapshot;
import stemma.store.Upkeep;
import stemma.store.Version;

/**
 * The operations of the <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP Protocol</a>.
 * A graph without triples is a graph that is not there. Runs on the calling thread.
 */
public final class GraphStoreService {
    private final GraphStore store;
    private final Writer writer;
    private final SparqlOptions options;

    /**
     * A graph, as the protocol names it.
     *
     * @param iri its IRI; empty for the default graph
     */
    public record GraphName(Optional<String> iri) {
        /** The default graph. */
        public static final GraphName DEFAULT = new GraphName(Optional.empty());

        private Node node() {
            return iri.map(NodeFactory::createURI).orElse(Quad.defaultGraphIRI);
        }
    }

    /**
     * What a client sends.
     *
     * @param format how it is written
     * @param bytes the text
     * @param base what relative IRIs in it are relative to
     */
    public record Document(
            Format format,
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
            String base) {}

    public GraphStoreService(GraphStore store, Upkeep upkeep, SparqlOptions options) {
        this.store = store;
        this.writer = new Writer(store, upkeep, options);
        this.options = options;
    }

    /**
     * A graph's triples.
     *
     * @throws ProblemException with {@link Problem.NotFound}, or {@link Problem.NotAcceptable} when the format cannot hold
     *     them
     */
    public byte[] read(GraphName name, Format format) {
        return store.read(snapshot -> {
            Graph graph = graph(name, snapshot);
            Graph copy = GraphFactory.createDefaultGraph();
            GraphUtil.addInto(copy, graph);
            snapshot.dataset().prefixes().forEach(copy.getPrefixMapping()::setNsPrefix);
            return format.bytes(copy);
        });
    }

    /**
     * Puts these triples in the place of a graph's.
     *
     * @return whether the graph was not there before
     */
    public Written<Boolean> put(GraphName name, List<Document> documents, Precondition precondition)
            throws InvalidChangeException {
        refuseUnion(name);
        return add(name, documents, precondition, Existing.REMOVED);
    }

    /**
     * Adds these triples to a graph's.
     *
     * @return whether the graph was not there before
     */
    public Written<Boolean> post(GraphName name, List<Document> documents, Precondition precondition)
            throws InvalidChangeException {
        return add(name, documents, precondition, Existing.KEPT);
    }

    /**
     * Removes a graph.
     *
     * @throws ProblemException with {@link Problem.NotFound}
     */
    public Version delete(GraphName name, Precondition precondition) throws InvalidChangeException {
        refuseUnion(name);
        return writer.<Void>write(precondition, dataset -> {
                    precondition.checkGraph(isThere(name, dataset), store.version());
                    if (!isThere(name, dataset)) {
                        throw notFound(name);
                    }
                    dataset.removeGraph(name.node());
                    return null;
                })
                .version();
    }

    /** A JSON-LD document may name a context elsewhere, which would have to be fetched. */
    private static final class NoFetching implements DocumentLoader {
        private String asked;

        @Override
        public com.apicatalog.jsonld.document.Document loadDocument(URI url, DocumentLoaderOptions options)
                throws JsonLdError {
            asked = url.toString();
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED);
        }

        Context context() {
            JsonLdOptions options = new JsonLdOptions();
            options.setDocumentLoader(this);
            return Context.create().set(LangJSONLD11.JSONLD_OPTIONS, options);
        }

        void refuseIfAsked() {
            if (asked != null) {
                throw new Problem.Refused("The context <" + asked + "> is refused: this server fetches nothing."
                                + " Write the context into the document.")
                        .exception();
            }
        }
    }

    private enum Existing {
        KEPT,
        REMOVED
    }

    private Written<Boolean> add(GraphName name, List<Document> documents, Precondition precondition, Existing existing)
            throws InvalidChangeException {
        Graph triples = parsed(documents);
        return writer.write(precondition, dataset -> {
            boolean isNew = !isThere(name, dataset);
            precondition.checkGraph(!isNew, store.version());
            if (existing == Existing.REMOVED) {
                dataset.removeGraph(name.node());
            }
            triples.getPrefixMapping().getNsPrefixMap().forEach((prefix, iri) -> {
                if (!dataset.prefixes().containsPrefix(prefix)) {
                    dataset.prefixes().add(prefix, iri);
                }
            });
            GraphUtil.addInto(dataset.getGraph(name.node()), triples);
            return isNew;
        });
    }

    /** Everything is read before anything is changed. Prefixes of the first document hold for the next ones. */
    private Graph parsed(List<Document> documents) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Document document : documents) {
            NoFetching noFetching = new NoFetching();
            try {
                RDFParser.create()
                        .source(new ByteArrayInputStream(document.bytes()))
                        .lang(document.format().lang())
                        .base(document.base())
                        .errorHandler(new Complaints())
                        .context(noFetching.context())
                        .parse(graph);
            } catch (RiotException | ProblemException e) {
                noFetching.refuseIfAsked();
                throw e instanceof ProblemException problem
                        ? problem
                        : new Problem.SyntaxError(0, 0, "The document cannot be read.").exception();
            }
        }
        return graph;
    }

    /** Tells where a document is wrong. */
    private static final class Complaints implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            throw new Problem.SyntaxError((int) Math.max(line, 0), (int) Math.max(column, 0), message).exception();
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }

    private Graph graph(GraphName name, Snapshot snapshot) {
        if (!isThere(name, snapshot.dataset())) {
            throw notFound(name);
        }
        return name.iri().isEmpty() && options.defaultGraph() == DefaultGraph.UNION
                ? snapshot.dataset().getUnionGraph()
                : snapshot.dataset().getGraph(name.node());
    }

    private static boolean isThere(GraphName name, DatasetGraph dataset) {
        return name.iri().isEmpty() || dataset.containsGraph(name.node());
    }

    private static ProblemException notFound(GraphName name) {
        return new Problem.NotFound("graph", name.iri().orElse("default"), List.of()).exception();
    }

    private void refuseUnion(GraphName name) {
        if (name.iri().isEmpty() && options.defaultGraph() == DefaultGraph.UNION) {
            throw new Problem.Refused("Here the default graph is the union of the named graphs,"
                            + " which cannot be replaced or removed as a whole. Name a graph.")
                    .exception();
        }
    }
}
