package stemma.glossary;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stemma.query.Namespaces;
import stemma.query.QueryRunner;
import stemma.query.Row;
import stemma.store.Snapshot;

/**
 * The vocabulary's own terms: labels of classes, values, chapters; relations and how they belong together.
 *
 * @param namespaces where names live
 * @param labels labels by the term's local name or, outside the schema's namespace, by its IRI
 * @param relations relations by local name
 */
record Schema(Namespaces namespaces, Map<String, Text> labels, Map<String, Relation> relations) {

    /** The families of relations that make up a lineage. */
    static final Set<String> LINEAGE = Set.of("descendsFrom", "replaces");

    /**
     * A relation.
     *
     * @param name its local name
     * @param family the local name of its most general super-property; its own where it has none
     * @param inverse the local name of its inverse; its own where it is symmetric
     * @param weight what a step over it costs in an explained path
     */
    record Relation(String name, String family, String inverse, double weight) {}

    static Schema read(Snapshot snapshot, QueryRunner runner) {
        Namespaces namespaces = runner.namespaces(snapshot);
        Map<String, Text> labels = runner.rows(snapshot, runner.catalog().get("schema-labels"), Map.of()).stream()
                .collect(Collectors.groupingBy(
                        row -> namespaces.localName(row.iri("term")),
                        Collectors.collectingAndThen(
                                Collectors.mapping(row -> row.node("label"), Collectors.toList()),
                                literals -> Text.of(literals.stream()))));
        Map<String, Relation> relations = new TreeMap<>();
        for (Row row : runner.rows(snapshot, runner.catalog().get("relations"), Map.of())) {
            String name = namespaces.localName(row.iri("relation"));
            relations.put(
                    name,
                    new Relation(
                            name,
                            namespaces.localName(row.iri("family")),
                            row.text("inverse").map(namespaces::localName).orElse(name),
                            row.text("weight").map(Double::valueOf).orElseThrow()));
        }
        return new Schema(namespaces, labels, relations);
    }

    /** The label of a term; null for one that has none. */
    Text label(String term) {
        return labels.get(term);
    }

    /** The relations of some families, by local name. */
    Set<String> relationsOf(Set<String> families) {
        return relations.values().stream()
                .filter(relation -> families.contains(relation.family()))
                .map(Relation::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
