package stemma.query;

import java.util.Map;

/**
 * Where a vocabulary's names live. Read from the vocabulary itself, never assumed.
 *
 * @param concepts what the IRI of an entry begins with, before its local name
 * @param schema what the IRI of a class or property of the schema begins with
 * @param prefixes namespaces by the prefixes that stand for them
 */
public record Namespaces(String concepts, String schema, Map<String, String> prefixes) {

    /** The short name of an entry or schema term; the whole IRI for anything else. */
    public String localName(String iri) {
        if (iri.startsWith(concepts)) {
            return iri.substring(concepts.length());
        }
        return iri.startsWith(schema) ? iri.substring(schema.length()) : iri;
    }

    /** The IRI that a <a href="https://www.w3.org/TR/curie/">CURIE</a> stands for; any other text as it is. */
    public String expanded(String text) {
        int colon = text.indexOf(':');
        String namespace = colon < 0 ? null : prefixes.get(text.substring(0, colon));
        return namespace == null ? text : namespace + text.substring(colon + 1);
    }

    /** The short name of what a short name, an IRI or a CURIE names. */
    public String named(String text) {
        return localName(expanded(text));
    }
}
