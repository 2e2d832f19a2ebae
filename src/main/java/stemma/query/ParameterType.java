package stemma.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What kind of value a query's parameter takes, and how its text becomes an RDF term. */
public enum ParameterType {
    /** An entry, by its local name, its IRI, or a CURIE. */
    CONCEPT {
        @Override
        Optional<Node> parse(String text, Namespaces namespaces) {
            return named(text, namespaces, namespaces.concepts());
        }
    },
    /** A class, relation, trait or attribute of the schema, by its local name, its IRI, or a CURIE. */
    TERM {
        @Override
        Optional<Node> parse(String text, Namespaces namespaces) {
            return named(text, namespaces, namespaces.schema());
        }
    },
    /** An absolute IRI, or a CURIE of one. */
    IRI {
        @Override
        Optional<Node> parse(String text, Namespaces namespaces) {
            return absolute(namespaces.expanded(text));
        }
    },
    /** Any text. */
    STRING {
        @Override
        Optional<Node> parse(String text, Namespaces namespaces) {
            return Optional.of(NodeFactory.createLiteralString(text));
        }
    },
    /** A language tag (BCP 47). */
    LANGUAGE {
        @Override
        Optional<Node> parse(String text, Namespaces namespaces) {
            return matching(text, "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", XSDDatatype.XSDstring);
        }
    },
    /** A whole number of at most 18 digits. */
    INTEGER {
        @Override
        Optional<Node> parse(String text, Namespaces namespaces) {
            return matching(text, "[+-]?[0-9]{1,18}", XSDDatatype.XSDinteger);
        }
    },
    /** {@code true} or {@code false}. */
    BOOLEAN {
        @Override
        Optional<Node> parse(String text, Namespaces namespaces) {
            return matching(text, "true|false", XSDDatatype.XSDboolean);
        }
    },
    /** A year of four digits. */
    YEAR {
        @Override
        Optional<Node> parse(String text, Namespaces namespaces) {
            return matching(text, "[0-9]{4}", XSDDatatype.XSDgYear);
        }
    };

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    private static final Pattern LOCAL_NAME = Pattern.compile("[\\p{L}\\p{N}_.-]{1,200}");

    /** The term that a text stands for; empty when the text is none of this type. */
    abstract Optional<Node> parse(String text, Namespaces namespaces);

    /** The type's name in headers and answers. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Node> named(String text, Namespaces namespaces, String namespace) {
        return LOCAL_NAME.matcher(text).matches()
                ? Optional.of(NodeFactory.createURI(namespace + text))
                : absolute(namespaces.expanded(text)).filter(iri -> iri.getURI().startsWith(namespace));
    }

    private static Optional<Node> absolute(String iri) {
        return ABSOLUTE.matcher(iri).matches() ? Optional.of(NodeFactory.createURI(iri)) : Optional.empty();
    }

    private static Optional<Node> matching(String text, String pattern, XSDDatatype datatype) {
        return Pattern.matches(pattern, text)
                ? Optional.of(NodeFactory.createLiteralDT(text, datatype))
                : Optional.empty();
    }
}
