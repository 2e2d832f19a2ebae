package stemma.http;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import stemma.glossary.Card;
import stemma.glossary.Comparison;
import stemma.glossary.Item;
import stemma.glossary.Reference;
import stemma.glossary.Text;

/** Entries side by side as HTML: a table that says in which rows they differ, as {@code web/compare.js} shows it. */
final class ComparisonPage {
    private final PageText text;

    ComparisonPage(PageText text) {
        this.text = text;
    }

    /** What the page is about, in a few words. */
    String title(Comparison comparison) {
        List<String> names = comparison.concepts().stream()
                .map(item -> item.label().in(text.language().tag()))
                .toList();
        return text.language()
                .word("compareTitle", Map.of("names", text.language().list(names)));
    }

    /** Writes the table into the panel. */
    void write(Element panel, Comparison comparison) {
        Element article = text.article(panel, "compare", "comparison", title(comparison));
        article.appendElement("p").addClass("quiet compare-note").text(text.word("compareSigns"));
        Element table = article.appendElement("div")
                .addClass("table-room")
                .appendElement("table")
                .addClass("comparison");
        head(table, comparison.concepts());
        atAGlance(table, comparison.concepts());
        rows(table, "traits", comparison, comparison.traits(), this::trait);
        rows(table, "attributes", comparison, comparison.attributes(), this::facts);
        rows(table, "relations", comparison, comparison.relations(), this::others);
    }

    private void head(Element table, List<Item> concepts) {
        Element row = table.appendElement("thead").appendElement("tr");
        row.appendElement("td");
        concepts.forEach(item -> text.entry(row.appendElement("th").attr("scope", "col"), item.name(), item.label()));
    }

    private void atAGlance(Element table, List<Item> concepts) {
        Element body = group(table, "general", concepts.size());
        row(
                body,
                text.word("kind"),
                differ(concepts.stream().map(Item::className)),
                concepts,
                (cell, item) -> text.text(cell, "span", item.classLabel(), item.className()));
        row(
                body,
                text.word("year"),
                differ(concepts.stream().map(item -> String.valueOf(item.year()))),
                concepts,
                (cell, item) ->
                        cell.text(item.year() == null ? "—" : item.year().toString()));
    }

    private static boolean differ(Stream<String> values) {
        return values.distinct().count() > 1;
    }

    private <T> void rows(
            Element table,
            String heading,
            Comparison comparison,
            List<Comparison.Row<T>> rows,
            BiConsumer<Element, T> write) {
        if (rows.isEmpty()) {
            return;
        }
        Element body = group(table, heading, comparison.concepts().size());
        rows.forEach(row -> row(body, label(row.label(), row.name()), row.differs(), row.cells(), write));
    }

    private String label(Text label, String name) {
        return label == null ? name : label.in(text.language().tag());
    }

    private Element group(Element table, String heading, int columns) {
        Element body = table.appendElement("tbody");
        body.appendElement("tr")
                .addClass("group")
                .appendElement("th")
                .attr("scope", "rowgroup")
                .attr("colspan", Integer.toString(columns + 1))
                .text(text.word(heading));
        return body;
    }

    private <T> void row(Element body, String label, boolean differs, List<T> cells, BiConsumer<Element, T> write) {
        Element row = body.appendElement("tr").addClass(differs ? "differs" : "same");
        Element name = row.appendElement("th").attr("scope", "row");
        name.appendElement("span")
                .addClass("row-sign")
                .attr("aria-hidden", "true")
                .text(differs ? "≠" : "=");
        name.appendElement("span")
                .text(label)
                .appendElement("span")
                .addClass("unseen")
                .text(" (" + text.word(differs ? "differs" : "same") + ")");
        for (T value : cells) {
            Element cell = row.appendElement("td");
            if (value != null) {
                write.accept(cell, value);
            }
            if (cell.childrenSize() == 0 && cell.text().isEmpty()) {
                cell.text("—");
            }
        }
    }

    private void trait(Element cell, Card.Trait trait) {
        cell.appendElement("span")
                .addClass("says")
                .text((trait.value() ? "✓ " : "✕ ") + text.word(trait.value() ? "traitYes" : "traitNo"));
        Reference from = trait.inheritedFrom();
        if (from != null) {
            Element inherited = cell.appendText(" ").appendElement("span").addClass("inherited");
            text.entry(inherited.text(text.word("inheritedFrom") + " "), from.name(), from.label());
        }
    }

    private void facts(Element cell, List<Card.Attribute> facts) {
        several(
                cell,
                facts,
                (item, fact) -> text.text(
                        item, "span", fact.valueLabel(), text.language().literal(fact.value())));
    }

    private void others(Element cell, List<Comparison.Other> others) {
        several(cell, others, (item, other) -> {
            text.entry(item, other.concept().name(), other.concept().label());
            if (other.derived()) {
                item.appendText(" ").appendElement("span").addClass("inherited").text(text.word("derived"));
            }
        });
    }

    private static <T> void several(Element cell, List<T> values, BiConsumer<Element, T> write) {
        if (!values.isEmpty()) {
            Element list = cell.appendElement("ul");
            values.forEach(value -> write.accept(list.appendElement("li"), value));
        }
    }
}
