package stemma.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextHit;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexException;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQueryFuncs;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import stemma.problem.Problem;

/**
 * The texts of a store's entries, for <a href="https://jena.apache.org/documentation/query/text-query.html">text:query</a>:
 * labels, titles, definitions and notes in all languages, in Lucene. Committed together with the store; each transaction sees
 * the texts of its own version.
 */
final class TextIndex extends TextIndexLucene {
    private static final String VERSION = "version";
    /** Tells at every start that an experimental module of the JDK is not there. Loggers that nobody holds forget their level. */
    private static final Logger OF_VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        OF_VECTORS.setLevel(Level.SEVERE);
    }

    private static final List<Node> PROPERTIES = List.of(
            SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(),
            SKOS.hiddenLabel.asNode(),
            SKOS.definition.asNode(),
            SKOS.scopeNote.asNode(),
            RDFS.label.asNode(),
            RDFS.comment.asNode(),
            DCTerms.title.asNode());
    private static final Set<Node> TEXTS = Set.copyOf(PROPERTIES);
    private static final List<Resource> ALL = PROPERTIES.stream()
            .map(property -> ResourceFactory.createResource(property.getURI()))
            .toList();

    private final SnapshotDirectory directory;
    private Version next;

    private TextIndex(SnapshotDirectory directory) throws IOException {
        super(directory, config());
        this.directory = directory;
        directory.advance();
    }

    static TextIndex open(Path folder) throws IOException {
        return new TextIndex(new SnapshotDirectory(FSDirectory.open(folder)));
    }

    static TextIndex inMemory() {
        try {
            return new TextIndex(new SnapshotDirectory(new ByteBuffersDirectory()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TextIndexConfig config() {
        EntityDefinition fields =
                new EntityDefinition("uri", PROPERTIES.getFirst().getLocalName());
        PROPERTIES.forEach(property -> fields.set(property.getLocalName(), property));
        fields.setLangField("lang");
        fields.setGraphField("graph");
        fields.setUidField("uid");
        TextIndexConfig config = new TextIndexConfig(fields);
        config.setAnalyzer(new TextAnalyzer());
        config.setValueStored(true);
        return config;
    }

    /** The version that the texts are of; empty when there is no telling. */
    Optional<String> version() {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return Optional.ofNullable(reader.getIndexCommit().getUserData().get(VERSION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version that the next commit will be. */
    void next(Version version) {
        this.next = version;
    }

    @Override
    public void prepareCommit() {
        getIndexWriter().setLiveCommitData(Map.of(VERSION, next.value()).entrySet());
        super.prepareCommit();
    }

    /** Reads all texts anew, inside the dataset's transaction. */
    void rebuild(DatasetGraph dataset, Version version) {
        try {
            getIndexWriter().deleteAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Node property : PROPERTIES) {
            dataset.find(Node.ANY, Node.ANY, property, Node.ANY).forEachRemaining(this::add);
        }
        keep(version);
    }

    /** Commits what was added by itself, as the texts of a version. */
    void keep(Version version) {
        next(version);
        prepareCommit();
        commit();
        committed();
    }

    /** Whether the objects of a property are texts that are found here. */
    static boolean isText(Node property) {
        return TEXTS.contains(property);
    }

    /** How many statements with texts a dataset has, in its transaction. */
    static long count(DatasetGraph dataset) {
        DatasetGraphTDB tdb = TDBInternal.getDatasetGraphTDB(dataset);
        NodeTupleTable triples = tdb.getTripleTable().getNodeTupleTable();
        NodeTupleTable quads = tdb.getQuadTable().getNodeTupleTable();
        return PROPERTIES.stream()
                .mapToLong(property -> Iter.count(triples.findAsNodeIds(Node.ANY, property, Node.ANY))
                        + Iter.count(quads.findAsNodeIds(Node.ANY, Node.ANY, property, Node.ANY)))
                .sum();
    }

    /** Adds a statement's text, whether or not it is there. Any thread may. */
    void add(Quad quad) {
        Node graph = quad.isDefaultGraph() ? Quad.defaultGraphNodeGenerated : quad.getGraph();
        Entity text = TextQueryFuncs.entityFromQuad(
                getDocDef(), graph, quad.getSubject(), quad.getPredicate(), quad.getObject());
        if (text != null) {
            addEntity(text);
        }
    }

    /** The calling thread's transaction begins: it sees the texts of the newest version until {@link #end()}. */
    void begin() {
        directory.pin();
    }

    void end() {
        try {
            directory.unpin();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was committed is what transactions see that begin from here on. */
    void committed() {
        try {
            directory.advance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where no property is named, all are meant. */
    @Override
    public List<TextHit> query(
            String subject,
            List<Resource> properties,
            String text,
            String graph,
            String language,
            int limit,
            String highlight) {
        try {
            // By itself, for it will be put into parentheses, once for each property.
            QueryParser parser = new QueryParser(getDocDef().getPrimaryField(), getQueryAnalyzer());
            parser.setAllowLeadingWildcard(true);
            parser.parse(text);
            return super.query(
                    subject, properties.isEmpty() ? ALL : properties, text, graph, language, limit, highlight);
        } catch (ParseException
                | TextIndexException
                | QueryParseException
                | IllegalArgumentException
                | TooComplexToDeterminizeException e) {
            throw new Problem.BadRequest("'" + text + "' is no query for texts, as Lucene's query parser reads them."
                            + " Signs such as ( ) : / are written with \\ before them.")
                    .exception();
        }
    }
}
