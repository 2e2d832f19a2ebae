package stemma.sparql;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * Blank nodes in CSV are written {@code _:b0}, as the
 * <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/#csv">standard</a> has it; Jena writes {@code b0}.
 */
final class BlankNodes {
    private final Map<Node, Node> labels = new HashMap<>();

    private BlankNodes() {}

    /** The rows, with text in the place of blank nodes. */
    static RowSet labelled(RowSet rows) {
        BlankNodes nodes = new BlankNodes();
        return RowSetStream.create(rows.getResultVars(), Iter.map(rows, nodes::labelled));
    }

    private Binding labelled(Binding row) {
        BindingBuilder builder = Binding.builder();
        row.forEach((variable, node) -> builder.add(variable, node.isBlank() ? label(node) : node));
        return builder.build();
    }

    private Node label(Node node) {
        return labels.computeIfAbsent(node, key -> NodeFactory.createLiteralString("_:b" + labels.size()));
    }
}
