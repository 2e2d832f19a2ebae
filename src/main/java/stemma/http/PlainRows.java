package stemma.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import stemma.query.Namespaces;
import stemma.query.Row;

/** Rows as JSON has them: numbers, years and booleans as such, entries and terms by their local names, all else as text. */
record PlainRows(Namespaces namespaces) {

    /** A list of objects, each with the columns that are bound, in this order. */
    List<Map<String, Object>> of(List<Row> rows, List<String> columns) {
        return rows.stream().map(row -> of(row, columns)).toList();
    }

    private Map<String, Object> of(Row row, List<String> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String column : columns) {
            row.find(column).ifPresent(node -> values.put(column, of(node)));
        }
        return values;
    }

    private Object of(Node node) {
        if (node.isURI()) {
            return namespaces.localName(node.getURI());
        }
        if (!node.isLiteral()) {
            return node.toString();
        }
        String text = node.getLiteralLexicalForm();
        if (XSDDatatype.XSDgYear.equals(node.getLiteralDatatype()) && text.matches("[0-9]{4}")) {
            return Integer.valueOf(text);
        }
        Object value = node.getLiteral().isWellFormed() ? node.getLiteralValue() : text;
        return value instanceof Number || value instanceof Boolean ? value : text;
    }
}
