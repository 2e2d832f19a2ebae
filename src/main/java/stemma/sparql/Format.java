package stemma.sparql;

import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterBuilder;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

/** How answers are written: solutions and booleans in one group of formats, graphs in another; the first is the default. */
public enum Format {
    RESULTS_JSON(true, ResultSetLang.RS_JSON, null, "application/sparql-results+json", "application/json"),
    RESULTS_XML(true, ResultSetLang.RS_XML, null, "application/sparql-results+xml", "application/xml"),
    CSV(true, ResultSetLang.RS_CSV, null, "text/csv"),
    TSV(true, ResultSetLang.RS_TSV, null, "text/tab-separated-values"),
    TURTLE(false, Lang.TURTLE, RDFFormat.TURTLE_PRETTY, "text/turtle", "application/x-turtle"),
    N_TRIPLES(false, Lang.NTRIPLES, RDFFormat.NTRIPLES, "application/n-triples", "text/plain"),
    RDF_XML(false, Lang.RDFXML, RDFFormat.RDFXML_PLAIN, "application/rdf+xml"),
    JSON_LD(false, Lang.JSONLD, RDFFormat.JSONLD11_PRETTY, "application/ld+json"),
    TRIG(false, Lang.TRIG, RDFFormat.TRIG_PRETTY, "application/trig"),
    N_QUADS(false, Lang.NQUADS, RDFFormat.NQUADS, "application/n-quads");

    private static final List<Format> OF_RESULTS =
            Arrays.stream(values()).filter(format -> format.ofResults).toList();
    private static final List<Format> OF_GRAPHS =
            Arrays.stream(values()).filter(format -> !format.ofResults).toList();

    private final boolean ofResults;
    private final Lang lang;
    private final RDFFormat rdf;
    private final List<String> mediaTypes;

    Format(boolean ofResults, Lang lang, RDFFormat rdf, String... mediaTypes) {
        this.ofResults = ofResults;
        this.lang = lang;
        this.rdf = rdf;
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The formats of solutions and booleans. */
    public static List<Format> ofResults() {
        return OF_RESULTS;
    }

    /** The formats of graphs. */
    public static List<Format> ofGraphs() {
        return OF_GRAPHS;
    }

    /** The formats of several graphs, each with its name. */
    static List<Format> ofDatasets() {
        return List.of(TRIG, N_QUADS, JSON_LD);
    }

    /** The formats in which a graph can be sent to the server. */
    public static List<Format> ofDocuments() {
        return List.of(TURTLE, N_TRIPLES, RDF_XML, JSON_LD);
    }

    /** The format of graphs that a media type names. */
    public static Optional<Format> ofGraph(String mediaType) {
        return ofGraphs().stream()
                .filter(format -> format.mediaTypes.contains(mediaType))
                .findFirst();
    }

    /** The format of a name: a media type, or a short name such as {@code json}, {@code csv}, {@code ttl}. */
    public static Optional<Format> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaTypes.contains(wanted)
                        || format.shortName().equals(wanted)
                        || format.lang.getFileExtensions().contains(wanted))
                .findFirst();
    }

    /**
     * The one that a client wants most.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.NotAcceptable}
     */
    public static Format choose(Accept accept, List<Format> offered) {
        return accept.best(offered, format -> format.mediaTypes)
                .orElseThrow(() -> new Problem.NotAcceptable(
                                offered.stream().map(Format::mediaType).toList())
                        .exception());
    }

    /** The media type that an answer is labelled with. */
    public String mediaType() {
        return mediaTypes.getFirst();
    }

    /** Every media type by which it is known, the first being its own. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    Lang lang() {
        return lang;
    }

    /** The last part of its IRI among <a href="https://www.w3.org/ns/formats/">those of W3C</a>. */
    String w3cName() {
        return switch (this) {
            case RESULTS_JSON -> "SPARQL_Results_JSON";
            case RESULTS_XML -> "SPARQL_Results_XML";
            case CSV -> "SPARQL_Results_CSV";
            case TSV -> "SPARQL_Results_TSV";
            case TURTLE -> "Turtle";
            case N_TRIPLES -> "N-Triples";
            case RDF_XML -> "RDF_XML";
            case JSON_LD -> "JSON-LD";
            case TRIG -> "TriG";
            case N_QUADS -> "N-Quads";
        };
    }

    /** The value of the Content-Type header. */
    public String contentType() {
        return mediaType().startsWith("text/") ? mediaType() + ";charset=utf-8" : mediaType();
    }

    /** The name for {@code format=}. */
    public String shortName() {
        return switch (this) {
            case RESULTS_JSON -> "json";
            case RESULTS_XML -> "xml";
            case N_TRIPLES -> "nt";
            case RDF_XML -> "rdfxml";
            case JSON_LD -> "jsonld";
            case N_QUADS -> "nq";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** Writes solutions as they come. */
    public void write(RowSet rows, OutputStream out) {
        if (this == RESULTS_JSON) {
            SolutionsJson.write(rows, out);
            return;
        }
        RowSetWriterRegistry.getFactory(lang).create(lang).write(out, rows, ARQ.getContext());
    }

    /** Writes the answer to an ASK query. */
    public void write(boolean answer, OutputStream out) {
        if (this == RESULTS_JSON) {
            SolutionsJson.write(answer, out);
            return;
        }
        RowSetWriterRegistry.getFactory(lang).create(lang).write(out, answer, ARQ.getContext());
    }

    /**
     * Writes a graph.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.NotAcceptable} when the format has no way to write a
     *     triple, as RDF/XML and JSON-LD have none for statements about statements
     */
    public byte[] bytes(Graph graph) {
        return bytes(graph.stream(), RDFWriter.source(graph));
    }

    /**
     * Writes several graphs with their names, in one of the formats of datasets.
     *
     * @throws stemma.problem.ProblemException as for one graph
     */
    byte[] bytes(DatasetGraph dataset) {
        return bytes(dataset.stream().map(Quad::asTriple), RDFWriter.source(dataset));
    }

    private byte[] bytes(Stream<Triple> triples, RDFWriterBuilder writer) {
        if (!hasTripleTerms() && triples.anyMatch(triple -> triple.getObject().isTripleTerm())) {
            throw cannotBeWritten();
        }
        // Jena gives a stream of bytes buffers that are larger than most answers.
        StringWriter text = new StringWriter();
        try {
            writer.format(rdf).build().output(text);
        } catch (JenaException e) {
            throw cannotBeWritten();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private boolean hasTripleTerms() {
        return this != RDF_XML && this != JSON_LD;
    }

    private ProblemException cannotBeWritten() {
        return new Problem.NotAcceptable(ofGraphs().stream()
                        .filter(other -> other != this)
                        .map(Format::mediaType)
                        .toList())
                .exception();
    }
}
