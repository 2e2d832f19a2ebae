package stemma.sparql;

import java.io.OutputStream;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.system.SyntaxLabels;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.vocabulary.XSD;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * Answers in the <a href="https://www.w3.org/TR/sparql12-results-json/">SPARQL 1.2 Query Results JSON Format</a>, a solution
 * a line. What is begun and fails is left as it is: half an answer has no end that looks like one.
 */
final class SolutionsJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final SerializedString TYPE = new SerializedString("type");
    private static final SerializedString VALUE = new SerializedString("value");
    private static final SerializedString LANGUAGE = new SerializedString("xml:lang");
    private static final SerializedString DIRECTION = new SerializedString("its:dir");
    private static final SerializedString DATATYPE = new SerializedString("datatype");
    private static final char NO_CHARACTER = '\ufffd';

    private final JsonGenerator out;
    private final NodeToLabel labels = SyntaxLabels.createNodeToLabel();

    private SolutionsJson(OutputStream to) {
        out = JSON.createGenerator(ObjectWriteContext.empty(), to, JsonEncoding.UTF8);
    }

    /** Writes solutions as they come. */
    static void write(RowSet rows, OutputStream to) {
        new SolutionsJson(to).write(rows);
    }

    /** Writes the answer to an ASK query. */
    static void write(boolean answer, OutputStream to) {
        new SolutionsJson(to).write(answer);
    }

    private void write(boolean answer) {
        out.writeStartObject();
        out.writeObjectPropertyStart("head");
        out.writeEndObject();
        out.writeBooleanProperty("boolean", answer);
        end();
    }

    private void write(RowSet rows) {
        List<Var> variables = rows.getResultVars();
        List<SerializedString> names = variables.stream()
                .map(variable -> new SerializedString(whole(variable.getVarName())))
                .toList();
        out.writeStartObject();
        out.writeObjectPropertyStart("head");
        out.writeArrayPropertyStart("vars");
        names.forEach(out::writeString);
        out.writeEndArray();
        out.writeEndObject();
        out.writeObjectPropertyStart("results");
        out.writeArrayPropertyStart("bindings");
        boolean isEmpty = !rows.hasNext();
        while (rows.hasNext()) {
            out.writeRaw('\n');
            write(rows.next(), variables, names);
        }
        if (!isEmpty) {
            out.writeRaw('\n');
        }
        out.writeEndArray();
        out.writeEndObject();
        end();
    }

    private void end() {
        out.writeEndObject();
        out.writeRaw('\n');
        out.close();
    }

    private void write(Binding row, List<Var> variables, List<SerializedString> names) {
        out.writeStartObject();
        for (int i = 0; i < variables.size(); i++) {
            Node value = row.get(variables.get(i));
            if (value != null) {
                out.writeName(names.get(i));
                write(value);
            }
        }
        out.writeEndObject();
    }

    private void write(Node term) {
        out.writeStartObject();
        out.writeName(TYPE);
        if (term.isURI()) {
            out.writeString("uri");
            out.writeName(VALUE);
            out.writeString(whole(term.getURI()));
        } else if (term.isBlank()) {
            out.writeString("bnode");
            out.writeName(VALUE);
            out.writeString(labels.get(null, term).substring("_:".length()));
        } else if (term.isLiteral()) {
            out.writeString("literal");
            writeLiteral(term);
        } else {
            out.writeString("triple");
            out.writeName(VALUE);
            write(term.getTriple());
        }
        out.writeEndObject();
    }

    private void writeLiteral(Node literal) {
        out.writeName(VALUE);
        out.writeString(whole(literal.getLiteralLexicalForm()));
        String language = literal.getLiteralLanguage();
        TextDirection direction = literal.getLiteralBaseDirection();
        if (!language.isEmpty()) {
            out.writeName(LANGUAGE);
            out.writeString(language);
        } else if (!literal.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
            out.writeName(DATATYPE);
            out.writeString(whole(literal.getLiteralDatatypeURI()));
        }
        if (direction != null) {
            out.writeName(DIRECTION);
            out.writeString(direction.direction());
        }
    }

    private void write(Triple triple) {
        out.writeStartObject();
        out.writeName("subject");
        write(triple.getSubject());
        out.writeName("predicate");
        write(triple.getPredicate());
        out.writeName("object");
        write(triple.getObject());
        out.writeEndObject();
    }

    /** A text without halves of characters, which SUBSTR for instance may leave and UTF-8 does not have. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int[] points = text.codePoints()
                        .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                                ? NO_CHARACTER
                                : point)
                        .toArray();
                return new String(points, 0, points.length);
            }
        }
        return text;
    }
}
