package stemma.export;

import java.io.OutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;

/** How all triples are written, with their evidence and what the rules derive. */
public enum Dump {
    /** Graph by graph, in RDF 1.2. */
    TRIG(RDFFormat.TRIG_BLOCKS, "application/trig"),
    /** Graph by graph, in RDF 1.2. */
    NQ(RDFFormat.NQUADS, "application/n-quads"),
    /** As one graph, in RDF 1.2. */
    TTL(RDFFormat.TURTLE_BLOCKS, "text/turtle;charset=utf-8"),
    /** As one graph, in RDF 1.2. */
    NT(RDFFormat.NTRIPLES, "application/n-triples"),
    /** As one graph, in RDF 1.1: evidence is an annotated axiom of OWL. */
    RDF(RDFFormat.RDFXML_PLAIN, "application/rdf+xml"),
    /** As one graph, in RDF 1.1: evidence is an annotated axiom of OWL. */
    JSONLD(RDFFormat.JSONLD11_FLAT, "application/ld+json");

    private final RDFFormat format;
    private final String contentType;

    Dump(RDFFormat format, String contentType) {
        this.format = format;
        this.contentType = contentType;
    }

    /** The media type of what is written, for the Content-Type header. */
    public String contentType() {
        return contentType;
    }

    /** Writes a dataset; triples one after the other, but for the formats of RDF 1.1, which are gathered first. */
    public void write(DatasetGraph dataset, OutputStream out) {
        switch (this) {
            case TRIG, NQ -> RDFWriter.source(dataset).format(format).output(out);
            case TTL, NT -> write(dataset.getUnionGraph(), out);
            case RDF, JSONLD -> write(OwlAxioms.of(dataset.getUnionGraph()), out);
        }
    }

    private void write(Graph graph, OutputStream out) {
        RDFWriter.source(graph).format(format).output(out);
    }
}
