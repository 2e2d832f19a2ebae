package stemma.glossary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Entries side by side. Each row has a cell for each entry, in their order; an empty cell is null or an empty list.
 *
 * @param concepts the entries
 * @param traits what is true or false of at least one of them
 * @param attributes facts about at least one of them
 * @param relations what at least one of them relates to
 */
public record Comparison(
        List<Item> concepts,
        List<Row<Card.Trait>> traits,
        List<Row<List<Card.Attribute>>> attributes,
        List<Row<List<Other>>> relations) {

    /**
     * A row.
     *
     * @param name the local name of the trait, attribute or relation
     * @param differs whether the entries differ in it
     */
    public record Row<T>(String name, Text label, boolean differs, List<T> cells) {}

    /** What an entry relates to. */
    public record Other(Reference concept, boolean derived) {}

    static Comparison of(List<Card> cards) {
        return new Comparison(
                cards.stream().map(Card::item).toList(), traits(cards), attributes(cards), relations(cards));
    }

    private static List<Row<Card.Trait>> traits(List<Card> cards) {
        Map<String, Text> labels = new TreeMap<>();
        cards.forEach(card -> card.traits().forEach(trait -> labels.put(trait.name(), trait.label())));
        List<Row<Card.Trait>> rows = new ArrayList<>();
        labels.forEach((name, label) -> {
            List<Card.Trait> cells = new ArrayList<>();
            for (Card card : cards) {
                cells.add(card.traits().stream()
                        .filter(trait -> trait.name().equals(name))
                        .findFirst()
                        .orElse(null));
            }
            rows.add(row(name, label, cells, trait -> trait == null ? "" : trait.value()));
        });
        return rows;
    }

    private static List<Row<List<Card.Attribute>>> attributes(List<Card> cards) {
        Map<String, Text> labels = new TreeMap<>();
        cards.forEach(card -> card.attributes().forEach(fact -> labels.put(fact.name(), fact.label())));
        List<Row<List<Card.Attribute>>> rows = new ArrayList<>();
        labels.forEach((name, label) -> {
            List<List<Card.Attribute>> cells = cards.stream()
                    .map(card -> card.attributes().stream()
                            .filter(fact -> fact.name().equals(name))
                            .toList())
                    .toList();
            rows.add(row(
                    name,
                    label,
                    cells,
                    facts -> facts.stream().map(Card.Attribute::value).toList()));
        });
        return rows;
    }

    private static List<Row<List<Other>>> relations(List<Card> cards) {
        Map<String, Text> labels = new LinkedHashMap<>();
        cards.forEach(card -> card.relations().stream()
                .filter(relation -> relation.direction().equals("out"))
                .forEach(relation -> labels.put(relation.relation(), relation.label())));
        List<Row<List<Other>>> rows = new ArrayList<>();
        new TreeMap<>(labels).forEach((name, label) -> {
            List<List<Other>> cells = cards.stream()
                    .map(card -> card.relations().stream()
                            .filter(relation -> relation.direction().equals("out")
                                    && relation.relation().equals(name))
                            .map(relation -> new Other(relation.concept(), relation.derived()))
                            .toList())
                    .toList();
            rows.add(row(
                    name,
                    label,
                    cells,
                    others ->
                            others.stream().map(other -> other.concept().name()).toList()));
        });
        return rows;
    }

    private static <T> Row<T> row(String name, Text label, List<T> cells, Function<T, Object> compared) {
        long different = cells.stream().map(compared).distinct().count();
        return new Row<>(name, label, different > 1, cells);
    }
}
