package stemma.export;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import stemma.glossary.Evidence;
import stemma.glossary.Lineage;
import stemma.glossary.Text;
import stemma.query.Namespaces;

/** A lineage as RDF 1.2: its statements, each with its evidence as an annotation, as the ontology has them. */
public final class Triples {
    private final Namespaces namespaces;
    private final Graph graph = GraphFactory.createDefaultGraph();

    private Triples(Namespaces namespaces) {
        this.namespaces = namespaces;
        graph.getPrefixMapping().setNsPrefix("st", namespaces.schema());
        graph.getPrefixMapping().setNsPrefix("skos", SKOS.getURI());
        graph.getPrefixMapping().setNsPrefix("dct", DCTerms.getURI());
        graph.getPrefixMapping().setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    /** The graph of a lineage. */
    public static Graph of(Lineage lineage, Namespaces namespaces) {
        Triples triples = new Triples(namespaces);
        lineage.nodes().forEach(triples::add);
        lineage.edges().forEach(triples::add);
        return triples.graph;
    }

    private void add(Lineage.Node node) {
        Node entry = NodeFactory.createURI(node.item().iri());
        graph.add(entry, RDF.type.asNode(), term(node.item().className()));
        texts(entry, SKOS.prefLabel.asNode(), node.item().label());
        if (node.item().year() != null) {
            graph.add(entry, term("year"), year(node.item().year()));
        }
    }

    private void add(Lineage.Edge edge) {
        Triple statement = Triple.create(entry(edge.source()), term(edge.relation()), entry(edge.target()));
        graph.add(statement);
        for (Evidence evidence : edge.grounds().evidence()) {
            Node reifier = NodeFactory.createBlankNode();
            graph.add(
                    reifier, NodeFactory.createURI(RDF.getURI() + "reifies"), NodeFactory.createTripleTerm(statement));
            graph.add(
                    reifier,
                    DCTerms.source.asNode(),
                    NodeFactory.createURI(evidence.source().iri()));
            if (evidence.locator() != null) {
                graph.add(reifier, term("locator"), NodeFactory.createLiteralString(evidence.locator()));
            }
            if (evidence.year() != null) {
                graph.add(reifier, term("year"), year(evidence.year()));
            }
            if (evidence.reason() != null) {
                texts(reifier, term("reason"), evidence.reason());
            }
        }
    }

    private void texts(Node subject, Node property, Text text) {
        text.byLanguage()
                .forEach((language, words) ->
                        graph.add(subject, property, NodeFactory.createLiteralLang(words, language)));
    }

    private Node entry(String name) {
        return NodeFactory.createURI(namespaces.concepts() + name);
    }

    private Node term(String name) {
        return NodeFactory.createURI(namespaces.schema() + name);
    }

    private static Node year(int year) {
        return NodeFactory.createLiteralDT(Integer.toString(year), XSDDatatype.XSDgYear);
    }
}
