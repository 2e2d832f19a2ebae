package stemma.query;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/** A solution: terms by the names of variables. */
public record Row(Binding binding) {

    /** The term of a variable, if it is bound. */
    public Optional<Node> find(String variable) {
        return Optional.ofNullable(binding.get(Var.alloc(variable)));
    }

    /** The term of a variable that the query always binds. */
    public Node node(String variable) {
        return find(variable).orElseThrow(() -> new IllegalStateException("?" + variable + " is not bound"));
    }

    /** The IRI of a variable that the query always binds to one. */
    public String iri(String variable) {
        return node(variable).getURI();
    }

    /** The lexical form of a literal, or the IRI, if the variable is bound. */
    public Optional<String> text(String variable) {
        return find(variable).map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
    }
}
