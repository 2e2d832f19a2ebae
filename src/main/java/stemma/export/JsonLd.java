package stemma.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * What makes the JSON of a card <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a>: a context that reads its texts as
 * they are, and a member with the other triples. All else on a card says the same for people, and is passed over.
 */
public final class JsonLd {
    /** The member of a card that holds triples. */
    public static final String STATEMENTS = "statements";

    /** Texts that stand on a card as language maps, under these names. */
    private static final Map<String, String> TEXTS = Map.of(
            "label", SKOS.prefLabel.getURI(),
            "altLabels", SKOS.altLabel.getURI(),
            "definition", SKOS.definition.getURI(),
            "scopeNote", SKOS.scopeNote.getURI());

    private JsonLd() {}

    /**
     * The context.
     *
     * @param prefixes namespaces by prefix
     */
    public static Map<String, Object> context(Map<String, String> prefixes) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("@version", 1.1);
        terms.putAll(prefixes);
        terms.put("iri", "@id");
        terms.put("items", "@graph");
        terms.put(STATEMENTS, "@nest");
        new TreeMap<>(TEXTS)
                .forEach((name, property) -> terms.put(
                        name, new TreeMap<>(Map.of("@id", property, "@container", List.of("@language", "@set")))));
        return Map.of("@context", terms);
    }

    /**
     * The triples of a subject that are no texts of a card.
     *
     * @param graph its triples and the lists that they lead to; its prefixes shorten names
     * @return values by property, each an object of JSON-LD, in a fixed order
     */
    public static Map<String, List<Object>> statements(Graph graph, Node subject) {
        Map<String, List<Object>> statements = new TreeMap<>();
        graph
                .find(subject, Node.ANY, Node.ANY)
                .filterDrop(triple -> Set.copyOf(TEXTS.values())
                        .contains(triple.getPredicate().getURI()))
                .toList()
                .stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(triple -> statements
                        .computeIfAbsent(shortened(graph, triple.getPredicate()), key -> new ArrayList<>())
                        .add(value(graph, triple.getObject())));
        return statements;
    }

    private static Object value(Graph graph, Node node) {
        if (node.isURI()) {
            return Map.of("@id", node.equals(RDF.nil.asNode()) ? node.getURI() : shortened(graph, node));
        }
        if (node.isBlank()) {
            return Map.of("@list", list(graph, node));
        }
        Map<String, Object> literal = new LinkedHashMap<>();
        literal.put("@value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) {
            literal.put("@language", node.getLiteralLanguage());
        } else if (!node.getLiteralDatatypeURI().equals(XSDDatatype.XSDstring.getURI())) {
            literal.put("@type", graph.getPrefixMapping().shortForm(node.getLiteralDatatypeURI()));
        }
        return literal;
    }

    private static List<Object> list(Graph graph, Node head) {
        List<Object> items = new ArrayList<>();
        Node cell = head;
        while (!cell.equals(RDF.nil.asNode())) {
            items.add(value(graph, object(graph, cell, RDF.first.asNode())));
            cell = object(graph, cell, RDF.rest.asNode());
        }
        return items;
    }

    private static Node object(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).next().getObject();
    }

    private static String shortened(Graph graph, Node node) {
        return graph.getPrefixMapping().shortForm(node.getURI());
    }
}
