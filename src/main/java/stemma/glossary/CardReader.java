package stemma.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import stemma.query.Row;

/** Puts a card together from the index and from what the query files say about the entry. */
final class CardReader {
    /** These have a place of their own on a card. */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of("year", "released");

    private final Index index;
    private final Schema schema;
    private final Function<String, List<Row>> about;

    /**
     * A reader.
     *
     * @param about gives the rows of a query about the entry
     */
    CardReader(Index index, Function<String, List<Row>> about) {
        this.index = index;
        this.schema = index.schema();
        this.about = about;
    }

    Card read(Entry entry, Function<String, List<Statement>> statements, Graph triples) {
        List<Statement> own = statements.apply(entry.name());
        return new Card(
                Item.of(entry, schema),
                entry.altLabels(),
                entry.scopeNote().orElse(null),
                entry.released().orElse(null),
                schema.label(entry.chapterIri()),
                index.publication(entry.name()).orElse(null),
                traits(own),
                attributes(own),
                relations(entry, own, statements),
                claims(),
                links(),
                triples);
    }

    private List<Card.Trait> traits(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.kind().equals("Trait"))
                .sorted(Comparator.comparing(Statement::property))
                .map(statement -> new Card.Trait(
                        statement.property(),
                        schema.label(statement.property()),
                        statement.value().getLiteralLexicalForm().equals("true"),
                        statement.inference().isPresent(),
                        statement
                                .inference()
                                .map(Statement.Inference::subject)
                                .flatMap(index::find)
                                .map(Reference::to)
                                .orElse(null),
                        statement.inference().map(Statement.Inference::rule).orElse(null),
                        statement.evidence()))
                .toList();
    }

    private List<Card.Attribute> attributes(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.kind().equals("Attribute"))
                .filter(statement -> !SHOWN_ELSEWHERE.contains(statement.property()))
                .map(this::attribute)
                .sorted(Comparator.comparing(Card.Attribute::name).thenComparing(Card.Attribute::value))
                .toList();
    }

    private Card.Attribute attribute(Statement statement) {
        boolean literal = statement.value().isLiteral();
        String value = literal
                ? statement.value().getLiteralLexicalForm()
                : schema.namespaces().localName(statement.value().getURI());
        return new Card.Attribute(
                statement.property(),
                schema.label(statement.property()),
                value,
                literal ? null : schema.label(value),
                statement.evidence());
    }

    private List<Card.Relation> relations(
            Entry entry, List<Statement> own, Function<String, List<Statement>> statements) {
        Map<String, List<Statement>> known = new HashMap<>(Map.of(entry.name(), own));
        List<Card.Relation> relations = new ArrayList<>();
        for (Edge edge : index.edgesOf(entry.name())) {
            relations.add(relation(entry, edge, known.computeIfAbsent(edge.source(), statements)));
        }
        relations.sort(Comparator.comparing(Card.Relation::direction)
                .reversed()
                .thenComparing(Card.Relation::family)
                .thenComparing(Card.Relation::relation)
                .thenComparing(relation -> relation.concept().name()));
        return relations;
    }

    private Card.Relation relation(Entry entry, Edge edge, List<Statement> statements) {
        boolean out = edge.source().equals(entry.name());
        Schema.Relation relation = schema.relations().get(edge.relation());
        return new Card.Relation(
                edge.relation(),
                schema.label(out ? relation.name() : relation.inverse()),
                out ? "out" : "in",
                relation.family(),
                Reference.to(index.find(edge.other(entry.name())).orElseThrow()),
                edge.derived(),
                Grounds.of(edge, statements, index));
    }

    private List<Card.Claim> claims() {
        return about.apply("claims-about").stream()
                .collect(Collectors.groupingBy(row -> row.iri("claim"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(this::claim)
                .toList();
    }

    private Card.Claim claim(List<Row> rows) {
        Row row = rows.getFirst();
        String assessment = schema.namespaces().localName(row.iri("assessment"));
        List<Node> corrections =
                rows.stream().flatMap(r -> r.find("correction").stream()).toList();
        return new Card.Claim(
                schema.namespaces().localName(row.iri("claim")),
                Text.of(rows.stream().map(r -> r.node("text"))),
                assessment,
                schema.label(assessment),
                corrections.isEmpty() ? null : Text.of(corrections.stream()),
                Statement.source(row.iri("quotedFrom"), index),
                row.text("locator").orElse(null),
                rows.stream()
                        .flatMap(r -> r.find("source").stream())
                        .distinct()
                        .map(source -> Statement.source(source.getURI(), index))
                        .toList());
    }

    private List<Card.Link> links() {
        return about.apply("links").stream()
                .map(row -> new Card.Link(
                        row.iri("relation").replaceFirst(".*[/#]", ""),
                        row.text("link").orElseThrow()))
                .toList();
    }
}
