package stemma.http;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import stemma.glossary.Card;
import stemma.glossary.Reference;

/** An entry's relations as a part of its card, in groups: first where it comes from and what came of it, each in order of time. */
final class RelationsPart {
    private static final List<String> FAMILIES = List.of("descendsFrom", "replaces");
    private static final int AT_FIRST = 6;
    private static final int WORTH_FOLDING = 3;

    private final PageText text;
    private final EvidencePart evidence;

    RelationsPart(PageText text, EvidencePart evidence) {
        this.text = text;
        this.evidence = evidence;
    }

    /** Whether an entry is a part of the lineage. */
    static boolean hasLineage(Card card) {
        return card.relations().stream()
                .anyMatch(relation -> Set.copyOf(FAMILIES).contains(relation.family()));
    }

    void write(Element article, Card card) {
        if (card.relations().isEmpty()) {
            return;
        }
        Map<String, List<Card.Relation>> groups = card.relations().stream()
                .sorted(Comparator.comparingInt(RelationsPart::rank))
                .collect(Collectors.groupingBy(
                        relation -> relation.relation() + " " + relation.direction(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Element part = text.part(article, "relations");
        groups.values().forEach(group -> group(part.appendElement("div").addClass("relation-group"), group));
    }

    /** The lineage comes before all else, and of each family what is stated of the entry before what is stated of others. */
    private static int rank(Card.Relation relation) {
        int family = FAMILIES.indexOf(relation.family());
        return (family < 0 ? FAMILIES.size() : family) * 2
                + (relation.direction().equals("in") ? 1 : 0);
    }

    private void group(Element box, List<Card.Relation> group) {
        Card.Relation first = group.getFirst();
        text.text(box.appendElement("h4"), "span", first.label(), first.relation());
        List<Card.Relation> byTime = group.stream()
                .sorted(Comparator.comparingInt(relation ->
                        Objects.requireNonNullElse(relation.concept().year(), Integer.MAX_VALUE)))
                .toList();
        int shown = group.size() < AT_FIRST + WORTH_FOLDING ? group.size() : AT_FIRST;
        rows(box, byTime.subList(0, shown));
        if (shown < group.size()) {
            rows(evidence.rest(box, group.size() - shown), byTime.subList(shown, group.size()));
        }
    }

    private void rows(Element box, List<Card.Relation> group) {
        Element list = box.appendElement("ul").addClass("relation-list");
        group.forEach(relation -> row(list.appendElement("li").addClass("relation"), relation));
    }

    private void row(Element row, Card.Relation relation) {
        Element who = row.appendElement("span").addClass("relation-who");
        Reference other = relation.concept();
        PageText.mark(who);
        Element link = text.entry(who, other.name(), other.label());
        PageText.year(who, other.year());
        if (relation.derived()) {
            who.appendText(" ").appendElement("span").addClass("inherited").text(text.word("derived"));
        }
        evidence.folded(row, "why", link.text(), relation.grounds().evidence(), relation.derived());
    }
}
