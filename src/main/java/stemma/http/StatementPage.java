package stemma.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import stemma.glossary.Card;
import stemma.glossary.Reference;

/** A statement as HTML: why it is there and which source says so, as {@code web/edge-panel.js} shows it. */
final class StatementPage {
    private static final String REPLACES = "replaces";
    private static final String ADDRESSES = "addresses";
    private static final String SUFFERS_FROM = "suffersFrom";

    private final PageText text;
    private final EvidencePart evidence;

    StatementPage(PageText text) {
        this.text = text;
        this.evidence = new EvidencePart(text);
    }

    /** The statement as a sentence. */
    String title(Card younger, Card.Relation statement) {
        return text.sentence(
                younger.item().label(), statement.label(), statement.concept().label());
    }

    /** Writes the statement that a card holds; {@code older} is the card of its other end. */
    void write(Element panel, Card younger, Card.Relation statement, Card older) {
        Element article = text.article(panel, "edge", "statement", title(younger, statement));
        if (statement.grounds().year() != null) {
            article.selectFirst(".kicker")
                    .appendText(" ")
                    .appendElement("span")
                    .addClass("when")
                    .text(statement.grounds().year().toString());
        }
        evidence.write(article, statement.grounds().evidence(), statement.derived());
        if (statement.relation().equals(REPLACES)) {
            problems(article, younger, older);
        }
        Element ends = article.appendElement("ul").addClass("ends");
        end(ends, younger);
        end(ends, older);
    }

    private void problems(Element article, Card younger, Card older) {
        List<Card.Relation> solved = solvedBy(younger, older);
        if (solved.isEmpty()) {
            return;
        }
        Element list = text.part(article, "problemsSolved").appendElement("ul").addClass("relation-list");
        for (Card.Relation relation : solved) {
            Element row = list.appendElement("li").addClass("relation");
            Element who = row.appendElement("span").addClass("relation-who");
            PageText.mark(who);
            Reference problem = relation.concept();
            Element link = text.entry(who, problem.name(), problem.label());
            evidence.folded(row, "why", link.text(), relation.grounds().evidence(), relation.derived());
        }
    }

    /** The problems that an entry addresses: those that another suffers from or, where none is stated so, all. */
    private static List<Card.Relation> solvedBy(Card younger, Card older) {
        Set<String> suffered = about(older, SUFFERS_FROM).stream()
                .map(relation -> relation.concept().name())
                .collect(Collectors.toSet());
        List<Card.Relation> addressed = about(younger, ADDRESSES);
        List<Card.Relation> shared = addressed.stream()
                .filter(relation -> suffered.contains(relation.concept().name()))
                .toList();
        return shared.isEmpty() ? addressed : shared;
    }

    private static List<Card.Relation> about(Card card, String family) {
        return card.relations().stream()
                .filter(relation ->
                        relation.family().equals(family) && relation.direction().equals("out"))
                .toList();
    }

    private void end(Element list, Card card) {
        Element row = list.appendElement("li");
        PageText.mark(row);
        text.entry(row, card.item().name(), card.item().label());
        PageText.year(row, card.item().year());
    }
}
