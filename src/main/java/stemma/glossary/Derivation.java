package stemma.glossary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/**
 * Why a statement holds: the chain from it to the statement that a source makes.
 *
 * @param steps the statement that was asked about, the one that it was derived from, and so on; the last one is stated
 */
public record Derivation(List<Step> steps) {

    /**
     * A statement of the chain. Absent values are null.
     *
     * @param object the entry at its other end; null where that is none
     * @param value the lexical form of a literal, or the local name of a term; null where it is an entry
     * @param rule the local name of the rule that derived it from the next; null for a stated one
     */
    public record Step(
            Reference subject,
            String property,
            Text label,
            Reference object,
            String value,
            String rule,
            Text ruleLabel,
            List<Evidence> evidence) {}

    /** The chains of an entry's statements with a property, in the order of the statements. */
    static List<Derivation> of(
            Entry entry, String property, Index index, Function<String, List<Statement>> statements) {
        return statements.apply(entry.name()).stream()
                .filter(statement -> statement.property().equals(property))
                .map(statement -> of(entry, statement, index, statements))
                .toList();
    }

    private static Derivation of(
            Entry entry, Statement statement, Index index, Function<String, List<Statement>> statements) {
        List<Step> steps = new ArrayList<>(List.of(step(entry, statement, index)));
        Set<Statement.Inference> seen = new HashSet<>();
        Optional<Statement.Inference> next = statement.inference();
        while (next.isPresent() && seen.add(next.get())) {
            Statement.Inference inference = next.get();
            Entry subject = index.find(inference.subject()).orElseThrow();
            Optional<Statement> premise = statements.apply(subject.name()).stream()
                    .filter(other -> other.property().equals(inference.property())
                            && other.value().equals(inference.value()))
                    .findFirst();
            premise.ifPresent(found -> steps.add(step(subject, found, index)));
            next = premise.flatMap(Statement::inference);
        }
        return new Derivation(List.copyOf(steps));
    }

    private static Step step(Entry subject, Statement statement, Index index) {
        Schema schema = index.schema();
        Node value = statement.value();
        String text = value.isLiteral()
                ? value.getLiteralLexicalForm()
                : schema.namespaces().localName(value.getURI());
        Optional<Entry> object = value.isURI() ? index.find(text) : Optional.empty();
        Optional<String> rule = statement.inference().map(Statement.Inference::rule);
        return new Step(
                Reference.to(subject),
                statement.property(),
                schema.label(statement.property()),
                object.map(Reference::to).orElse(null),
                object.isPresent() ? null : text,
                rule.orElse(null),
                rule.map(schema::label).orElse(null),
                statement.evidence());
    }
}
