package stemma.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import stemma.query.Namespaces;
import stemma.query.Row;

/**
 * What is stated of an entry, with its evidence or its derivation.
 *
 * @param property the local name of the relation, trait or attribute
 * @param kind {@code Relation}, {@code Trait} or {@code Attribute}
 * @param value an entry, a term of the schema or a literal
 * @param evidence where it comes from; empty for a derived statement
 * @param inference how it was derived; empty for a stated one
 */
record Statement(String property, String kind, Node value, List<Evidence> evidence, Optional<Inference> inference) {

    /**
     * How a statement was derived.
     *
     * @param rule the local name of the rule
     * @param subject the local name of the entry that the premise is about
     * @param property the local name of the premise's property
     * @param value the premise's object
     */
    record Inference(String rule, String subject, String property, Node value) {}

    /** What a statement is about: the key that joins its rows. */
    private record Key(String property, String kind, Node value) {}

    /** From rows of {@code statements.rq}: one a language of a reason, of one piece of evidence, of one statement. */
    static List<Statement> of(List<Row> rows, Index index) {
        Namespaces names = index.schema().namespaces();
        Map<Key, List<Row>> byStatement = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> new Key(
                                names.localName(row.iri("property")),
                                names.localName(row.iri("kind")),
                                row.node("value")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Statement> statements = new ArrayList<>();
        byStatement.forEach((key, group) -> {
            statements.add(new Statement(
                    key.property(), key.kind(), key.value(), evidence(group, index), inference(group, names)));
        });
        return statements;
    }

    private static Optional<Inference> inference(List<Row> rows, Namespaces names) {
        return rows.stream()
                .filter(row -> row.find("rule").isPresent())
                .findFirst()
                .map(row -> new Inference(
                        names.localName(row.iri("rule")),
                        names.localName(row.iri("premiseSubject")),
                        names.localName(row.iri("premiseProperty")),
                        row.node("premiseValue")));
    }

    private static List<Evidence> evidence(List<Row> rows, Index index) {
        return rows.stream()
                .filter(row -> row.find("source").isPresent())
                .collect(Collectors.groupingBy(
                        row -> List.of(row.node("reifier"), row.node("source")),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(group -> evidenceOf(group, index))
                .toList();
    }

    private static Evidence evidenceOf(List<Row> rows, Index index) {
        Row row = rows.getFirst();
        List<Node> reasons =
                rows.stream().flatMap(r -> r.find("reason").stream()).distinct().toList();
        return new Evidence(
                source(row.iri("source"), index),
                row.text("locator").orElse(null),
                row.text("year").map(Integer::valueOf).orElse(null),
                reasons.isEmpty() ? null : Text.of(reasons.stream()));
    }

    /** The work of an IRI as evidence cites it. */
    static Evidence.Source source(String iri, Index index) {
        String name = index.schema().namespaces().localName(iri);
        Text label = index.find(name).map(Entry::label).orElse(null);
        return index.publication(name)
                .map(work ->
                        new Evidence.Source(name, iri, label, work.title(), work.authors(), work.year(), work.link()))
                .orElseGet(() -> new Evidence.Source(name, iri, label, null, null, null, iri));
    }
}
