package stemma.export;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

/**
 * A graph in RDF 1.1: what RDF 1.2 says with a triple term is said with an
 * <a href="https://www.w3.org/TR/owl2-mapping-to-rdf/#Translation_of_Annotations">annotated axiom of OWL 2</a>, which Protégé
 * and OLS read; other triple terms become statements of RDF's own vocabulary.
 */
public final class OwlAxioms {
    private static final Node REIFIES = NodeFactory.createURI(RDF.getURI() + "reifies");

    private final Graph plain = GraphFactory.createDefaultGraph();
    private final Map<Node, Node> statements = new HashMap<>();

    private OwlAxioms() {}

    /** The graph without triple terms. */
    public static Graph of(Graph graph) {
        OwlAxioms axioms = new OwlAxioms();
        axioms.plain.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
        axioms.plain.getPrefixMapping().setNsPrefix("owl", OWL2.getURI());
        graph.stream().forEach(axioms::add);
        return axioms.plain;
    }

    private void add(Triple triple) {
        if (!triple.getObject().isTripleTerm()) {
            plain.add(triple);
        } else if (triple.getPredicate().equals(REIFIES)) {
            Triple statement = triple.getObject().getTriple();
            Node axiom = triple.getSubject();
            plain.add(axiom, RDF.type.asNode(), OWL2.Axiom.asNode());
            plain.add(axiom, OWL2.annotatedSource.asNode(), statement.getSubject());
            plain.add(axiom, OWL2.annotatedProperty.asNode(), statement.getPredicate());
            plain.add(axiom, OWL2.annotatedTarget.asNode(), statement.getObject());
        } else {
            Node statement = statements.computeIfAbsent(triple.getObject(), this::described);
            plain.add(triple.getSubject(), triple.getPredicate(), statement);
        }
    }

    /** A statement that is spoken of without being annotated, such as the premise of a derivation. */
    private Node described(Node tripleTerm) {
        Triple triple = tripleTerm.getTriple();
        Node statement = NodeFactory.createBlankNode();
        plain.add(statement, RDF.type.asNode(), RDF.Statement.asNode());
        plain.add(statement, RDF.subject.asNode(), triple.getSubject());
        plain.add(statement, RDF.predicate.asNode(), triple.getPredicate());
        plain.add(statement, RDF.object.asNode(), triple.getObject());
        return statement;
    }
}
