package stemma.export;

import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import stemma.glossary.Lineage;

/** A lineage as <a href="http://graphml.graphdrawing.org/specification.html">GraphML</a>, for Gephi, yEd and NetworkX. */
public final class GraphMl {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final String language;

    private GraphMl(String language) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        this.language = language;
    }

    /**
     * The document.
     *
     * @param language the language of its labels
     */
    public static String of(Lineage lineage, String language) {
        try {
            GraphMl document = new GraphMl(language);
            document.write(lineage);
            return document.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Lineage lineage) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        key("label", "node", "string");
        key("class", "node", "string");
        key("year", "node", "int");
        key("iri", "node", "string");
        key("relation", "edge", "string");
        key("reason", "edge", "string");
        key("since", "edge", "int");
        xml.writeStartElement("graph");
        xml.writeAttribute("edgedefault", "directed");
        for (Lineage.Node node : lineage.nodes()) {
            Map<String, Object> data = new TreeMap<>();
            data.put("label", node.item().label().in(language));
            data.put("class", node.item().className());
            data.put("iri", node.item().iri());
            if (node.item().year() != null) {
                data.put("year", node.item().year());
            }
            element("node", Map.of("id", node.item().name()), data);
        }
        for (Lineage.Edge edge : lineage.edges()) {
            Map<String, Object> data = new TreeMap<>();
            data.put("relation", edge.relation());
            if (edge.grounds().reason() != null) {
                data.put("reason", edge.grounds().reason().in(language));
            }
            if (edge.grounds().year() != null) {
                data.put("since", edge.grounds().year());
            }
            element("edge", Map.of("source", edge.source(), "target", edge.target()), data);
        }
        xml.writeEndDocument();
        xml.flush();
    }

    private void key(String id, String domain, String type) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", id);
        xml.writeAttribute("for", domain);
        xml.writeAttribute("attr.name", id);
        xml.writeAttribute("attr.type", type);
        xml.writeCharacters("\n");
    }

    private void element(String name, Map<String, String> attributes, Map<String, Object> data)
            throws XMLStreamException {
        xml.writeStartElement(name);
        for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        for (Map.Entry<String, Object> datum : data.entrySet()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", datum.getKey());
            xml.writeCharacters(datum.getValue().toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }
}
