package stemma.glossary;

import java.util.List;

/**
 * What a relation between two entries rests on. Absent values are null.
 *
 * @param year the year of the first piece of evidence
 * @param reason the reason that the first piece of evidence gives
 * @param evidence all pieces; empty for a derived relation
 */
public record Grounds(Integer year, Text reason, List<Evidence> evidence) {

    /** The grounds of an edge, among the statements about its source. */
    static Grounds of(Edge edge, List<Statement> statements, Index index) {
        String target = index.find(edge.target()).orElseThrow().iri();
        List<Evidence> evidence = statements.stream()
                .filter(statement -> statement.property().equals(edge.relation())
                        && statement.value().isURI()
                        && statement.value().getURI().equals(target))
                .findFirst()
                .map(Statement::evidence)
                .orElse(List.of());
        return evidence.isEmpty()
                ? new Grounds(null, null, evidence)
                : new Grounds(evidence.getFirst().year(), evidence.getFirst().reason(), evidence);
    }
}
