package stemma.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;
import stemma.store.GraphStore;
import stemma.store.Tdb2Store;

/** The same vocabulary with more concepts: each entry once more for each copy, with all that is said of it. */
final class Grown {
    private static final String CONCEPTS = "https://w3id.org/stemma/llm/";
    private static final int AT_ONCE = 10;

    private Grown() {}

    /** A store of its own in a folder, with the entries of another and {@code copies} more of each. */
    static GraphStore of(GraphStore shipped, Path folder, int copies) throws IOException {
        GraphStore grown = Tdb2Store.open(folder, "bench");
        shipped.<Void, RuntimeException>read(source -> {
            DatasetGraph from = source.dataset();
            for (int first = 0; first <= copies; first += AT_ONCE) {
                int start = first;
                grown.<Void, RuntimeException>write(target -> {
                    DatasetGraph to = target.dataset();
                    from.prefixes().forEach((prefix, iri) -> to.prefixes().add(prefix, iri));
                    for (int copy = start; copy < Math.min(start + AT_ONCE, copies + 1); copy++) {
                        int number = copy;
                        from.find().forEachRemaining(quad -> add(quad, number, to));
                    }
                    return null;
                });
            }
            return null;
        });
        return grown;
    }

    private static void add(Quad quad, int copy, DatasetGraph to) {
        Triple triple = copy == 0 ? quad.asTriple() : copied(quad.asTriple(), copy);
        if (copy == 0 || !triple.equals(quad.asTriple())) {
            to.add(Quad.create(quad.getGraph(), triple));
        }
    }

    private static Triple copied(Triple triple, int copy) {
        Node object = copied(triple.getObject(), copy);
        if (triple.getPredicate().equals(SKOS.prefLabel.asNode())) {
            object = NodeFactory.createLiteralLang(
                    triple.getObject().getLiteralLexicalForm() + " " + copy,
                    triple.getObject().getLiteralLanguage());
        }
        return Triple.create(copied(triple.getSubject(), copy), triple.getPredicate(), object);
    }

    private static Node copied(Node node, int copy) {
        if (node.isTripleTerm()) {
            return NodeFactory.createTripleTerm(copied(node.getTriple(), copy));
        }
        if (node.isBlank()) {
            return NodeFactory.createBlankNode(node.getBlankNodeLabel() + "-" + copy);
        }
        return node.isURI() && node.getURI().startsWith(CONCEPTS)
                ? NodeFactory.createURI(node.getURI() + "-" + copy)
                : node;
    }
}
