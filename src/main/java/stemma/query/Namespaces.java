package stemma.query;

/**
 * Where a vocabulary's names live. Read from the vocabulary itself, never assumed.
 *
 * @param concepts what the IRI of an entry begins with, before its local name
 * @param schema what the IRI of a class or property of the schema begins with
 */
public record Namespaces(String concepts, String schema) {

    /** The short name of an entry or schema term; the whole IRI for anything else. */
    public String localName(String iri) {
        if (iri.startsWith(concepts)) {
            return iri.substring(concepts.length());
        }
        return iri.startsWith(schema) ? iri.substring(schema.length()) : iri;
    }
}
