package stemma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stemma.glossary.Glossary;
import stemma.http.HttpServer;
import stemma.ontology.Consequences;
import stemma.ontology.Fault;
import stemma.ontology.InvalidOntologyException;
import stemma.ontology.OntologyFolder;
import stemma.ontology.Progress;
import stemma.ontology.StoreFolder;
import stemma.query.InvalidQueryFileException;
import stemma.query.QueryCatalog;
import stemma.query.QueryRunner;
import stemma.sparql.Sparql;
import stemma.sparql.SparqlOptions;
import stemma.store.GraphStore;
import stemma.store.Upkeep;

/** A running Stemma: the rooms, built in order, each given what it needs. Closing it closes them in reverse. */
public final class Stemma implements AutoCloseable {
    private final GraphStore store;
    private final HttpServer server;
    private final List<Fault> faults;

    private Stemma(GraphStore store, HttpServer server, List<Fault> faults) {
        this.store = store;
        this.server = server;
        this.faults = faults;
    }

    /**
     * Builds everything and starts to serve; when this returns, the server answers.
     *
     * @param progress hears how far a build of the store has come
     * @throws InvalidOntologyException when the ontology is refused and no older store can serve instead
     * @throws InvalidQueryFileException when a query file is refused, or its example fails
     * @throws IOException when a folder cannot be read or written
     */
    public static Stemma start(Settings settings, Progress progress)
            throws IOException, InvalidOntologyException, InvalidQueryFileException {
        return settings.writable() == Settings.Writable.PLAIN ? startPlain(settings) : startChecked(settings, progress);
    }

    private static Stemma startChecked(Settings settings, Progress progress)
            throws IOException, InvalidOntologyException, InvalidQueryFileException {
        QueryCatalog catalog = QueryCatalog.load(settings.queries());
        QueryRunner runner = new QueryRunner(catalog, settings.limits());
        OntologyFolder ontology = new OntologyFolder(settings.ontology(), settings.base());
        StoreFolder.Opened opened = openStore(settings, progress);
        try {
            // These grow with the glossary and with nothing that a client sends.
            QueryRunner own = new QueryRunner(catalog);
            checkExamples(own, opened);
            Glossary glossary = new Glossary(opened.store(), own);
            glossary.warm();
            Upkeep upkeep = settings.token().isPresent() ? Consequences.of(ontology) : Upkeep.NONE;
            Sparql sparql = Sparql.on(opened.store(), upkeep, sparqlOptions(settings, Set.of(ontology.derivedGraph())));
            HttpServer server = HttpServer.start(
                    httpOptions(settings),
                    opened.store(),
                    sparql,
                    Optional.of(new HttpServer.GlossaryRoom(runner, glossary)));
            return new Stemma(opened.store(), server, opened.faults());
        } catch (IOException | InvalidOntologyException | InvalidQueryFileException | RuntimeException e) {
            opened.store().close();
            throw e;
        }
    }

    /** A plain SPARQL server: the store is its own, and nothing is asked of it. */
    private static Stemma startPlain(Settings settings) throws IOException {
        GraphStore store = new StoreFolder(settings.store()).openPlain();
        try {
            Sparql sparql = Sparql.on(store, Upkeep.NONE, sparqlOptions(settings, Set.of()));
            HttpServer server = HttpServer.start(httpOptions(settings), store, sparql, Optional.empty());
            return new Stemma(store, server, List.of());
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static SparqlOptions sparqlOptions(Settings settings, Set<String> reservedGraphs) {
        return new SparqlOptions(
                settings.defaultGraph(),
                settings.dialect(),
                settings.limits(),
                settings.patience(),
                settings.base() + "graph/written",
                reservedGraphs);
    }

    private static HttpServer.Options httpOptions(Settings settings) {
        return new HttpServer.Options(
                settings.host(),
                settings.port(),
                settings.web(),
                settings.slots(),
                settings.cacheBytes(),
                settings.largestRequest(),
                settings.limits().query(),
                settings.clientLimits(),
                settings.token());
    }

    /** Runs the query files' examples, unless these very files were found good on this very store before. */
    private static void checkExamples(QueryRunner runner, StoreFolder.Opened opened)
            throws IOException, InvalidQueryFileException {
        Path note = opened.build().resolve("queries-checked");
        String state = opened.store().version() + " " + runner.catalog().checksum();
        if (!Files.exists(note) || !Files.readString(note).equals(state)) {
            runner.checkExamples(opened.store());
            Files.writeString(note, state);
        }
    }

    /** Opens the store of the settings' ontology, building it first where that is due. The caller closes it. */
    static StoreFolder.Opened openStore(Settings settings, Progress progress)
            throws IOException, InvalidOntologyException {
        return new StoreFolder(settings.store())
                .open(new OntologyFolder(settings.ontology(), settings.base()), progress);
    }

    /**
     * Opens the store of the ontology's present state, for those who want no older one.
     *
     * @throws InvalidOntologyException when the ontology is refused, whether or not there is an older store
     */
    static GraphStore openCurrentStore(Settings settings, Progress progress)
            throws IOException, InvalidOntologyException {
        StoreFolder.Opened opened = openStore(settings, progress);
        if (!opened.faults().isEmpty()) {
            opened.store().close();
            throw new InvalidOntologyException(opened.faults());
        }
        return opened.store();
    }

    /** Where it answers, such as {@code http://127.0.0.1:8080/}. */
    public String address() {
        return server.address();
    }

    /** Why an older store serves instead of the ontology's present state; empty when the present state is served. */
    public List<Fault> faults() {
        return faults;
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
