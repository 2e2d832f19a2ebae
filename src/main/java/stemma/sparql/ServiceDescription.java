package stemma.sparql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import stemma.store.Limits;

/**
 * Describes the endpoint as <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>
 * has it, with counts in <a href="https://www.w3.org/TR/void/">VoID</a> where the dataset has no more than 250,000 statements, and its
 * limits in terms of its own.
 */
public final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final String LIMITS = "https://w3id.org/stemma/service#";
    private static final int MOST_COUNTED = 250_000;

    /**
     * What the server adds to what is known here.
     *
     * @param endpoint the endpoint's IRI
     * @param update the IRI where updates are sent; empty when there are none
     * @param limits what a client may take of the server, by the names that the description gives them
     */
    public record Service(String endpoint, String update, Map<String, Long> limits) {}

    private final SparqlOptions options;
    private final Service service;
    private final Graph graph = GraphFactory.createDefaultGraph();

    private ServiceDescription(SparqlOptions options, Service service) {
        this.options = options;
        this.service = service;
    }

    /** The description of a service on a dataset, as a graph. */
    public static Graph of(DatasetGraph dataset, SparqlOptions options, Service service) {
        ServiceDescription description = new ServiceDescription(options, service);
        description.describe(dataset);
        return description.graph;
    }

    private void describe(DatasetGraph dataset) {
        graph.getPrefixMapping()
                .setNsPrefix("sd", SD)
                .setNsPrefix("void", VOID)
                .setNsPrefix("formats", FORMATS)
                .setNsPrefix("limit", LIMITS)
                .setNsPrefix("xsd", XSDDatatype.XSD + "#");
        Node subject = NodeFactory.createURI(service.endpoint());
        type(subject, "Service");
        sd(subject, "endpoint", subject);
        sd(subject, "supportedLanguage", sdNode("SPARQL10Query"));
        sd(subject, "supportedLanguage", sdNode("SPARQL11Query"));
        if (!service.update().isEmpty()) {
            sd(subject, "supportedLanguage", sdNode("SPARQL11Update"));
            add(subject, LIMITS + "update", NodeFactory.createURI(service.update()));
        }
        if (options.defaultGraph() == DefaultGraph.UNION) {
            sd(subject, "feature", sdNode("UnionDefaultGraph"));
        }
        for (Format format : Format.values()) {
            sd(subject, "resultFormat", NodeFactory.createURI(FORMATS + format.w3cName()));
        }
        Format.ofDocuments()
                .forEach(format -> sd(subject, "inputFormat", NodeFactory.createURI(FORMATS + format.w3cName())));
        Limits limits = options.limits();
        add(subject, LIMITS + "timeout", literal(limits.timeout().toString(), XSDDatatype.XSDduration));
        add(subject, LIMITS + "rows", number(limits.rows()));
        add(subject, LIMITS + "memory", number(limits.memory()));
        add(subject, LIMITS + "value", number(limits.value()));
        add(subject, LIMITS + "answer", number(limits.answer()));
        add(subject, LIMITS + "query", number(limits.query()));
        add(subject, LIMITS + "nesting", number(limits.nesting()));
        add(subject, LIMITS + "items", number(limits.items()));
        service.limits().forEach((name, limit) -> add(subject, LIMITS + name, number(limit)));
        sd(subject, "defaultDataset", dataset(dataset));
    }

    private Node dataset(DatasetGraph dataset) {
        Node node = NodeFactory.createBlankNode();
        type(node, "Dataset");
        add(node, RDF.type.getURI(), NodeFactory.createURI(VOID + "Dataset"));
        if (isCounted(dataset)) {
            count(node, dataset);
        }
        return node;
    }

    /** To tell how many different things there are, all of them are held. */
    private static boolean isCounted(DatasetGraph dataset) {
        Iterator<Quad> quads = dataset.find();
        try {
            return Iter.step(quads, MOST_COUNTED) < MOST_COUNTED;
        } finally {
            Iter.close(quads);
        }
    }

    private void count(Node node, DatasetGraph dataset) {
        Counts named = new Counts();
        Counts unnamed = new Counts();
        Map<String, Counts> graphs = new TreeMap<>();
        Iterator<Quad> quads = dataset.find();
        while (quads.hasNext()) {
            Quad quad = quads.next();
            if (quad.isDefaultGraph()) {
                unnamed.count(quad.asTriple());
            } else {
                named.count(quad.asTriple());
                graphs.computeIfAbsent(quad.getGraph().toString(), iri -> new Counts())
                        .count(quad.asTriple());
            }
        }
        Node defaultGraph = NodeFactory.createBlankNode();
        type(defaultGraph, "Graph");
        (options.defaultGraph() == DefaultGraph.UNION ? named : unnamed).describe(defaultGraph);
        sd(node, "defaultGraph", defaultGraph);
        graphs.forEach((iri, counts) -> {
            Node namedGraph = NodeFactory.createBlankNode();
            type(namedGraph, "NamedGraph");
            sd(namedGraph, "name", NodeFactory.createURI(iri));
            Node content = NodeFactory.createBlankNode();
            type(content, "Graph");
            counts.describe(content);
            sd(namedGraph, "graph", content);
            sd(node, "namedGraph", namedGraph);
        });
    }

    /** Counts of a graph, taken while its triples go by. */
    private final class Counts {
        private final Set<Triple> seen = new HashSet<>();
        private final Set<Node> subjects = new HashSet<>();
        private final Set<Node> objects = new HashSet<>();
        private final Map<Node, Integer> properties = new HashMap<>();
        private final Map<Node, Integer> classes = new HashMap<>();

        void count(Triple triple) {
            // The same triple may stand in several graphs of a union.
            if (seen.add(triple)) {
                subjects.add(triple.getSubject());
                objects.add(triple.getObject());
                properties.merge(triple.getPredicate(), 1, Integer::sum);
                if (triple.getPredicate().equals(RDF.Nodes.type)) {
                    classes.merge(triple.getObject(), 1, Integer::sum);
                }
            }
        }

        void describe(Node node) {
            add(node, RDF.type.getURI(), NodeFactory.createURI(VOID + "Dataset"));
            count(node, "triples", seen.size());
            count(node, "distinctSubjects", subjects.size());
            count(node, "distinctObjects", objects.size());
            count(node, "properties", properties.size());
            count(node, "classes", classes.size());
            partitions(node, properties, "propertyPartition", "property", "triples");
            partitions(node, classes, "classPartition", "class", "entities");
        }

        private void partitions(Node node, Map<Node, Integer> counts, String partition, String what, String unit) {
            List<Node> keys = new ArrayList<>(counts.keySet());
            keys.sort(Comparator.comparing(Node::toString));
            for (Node key : keys) {
                if (key.isURI()) {
                    Node part = NodeFactory.createBlankNode();
                    add(node, VOID + partition, part);
                    add(part, VOID + what, key);
                    count(part, unit, counts.get(key));
                }
            }
        }

        private void count(Node node, String what, int number) {
            add(node, VOID + what, number(number));
        }
    }

    private void type(Node node, String name) {
        add(node, RDF.type.getURI(), sdNode(name));
    }

    private void sd(Node node, String property, Node value) {
        add(node, SD + property, value);
    }

    private void add(Node node, String property, Node value) {
        graph.add(node, NodeFactory.createURI(property), value);
    }

    private static Node sdNode(String name) {
        return NodeFactory.createURI(SD + name);
    }

    private static Node number(long number) {
        return literal(Long.toString(number), XSDDatatype.XSDinteger);
    }

    private static Node literal(String text, XSDDatatype datatype) {
        return NodeFactory.createLiteralDT(text, datatype);
    }
}
