package stemma.http;

import org.jsoup.nodes.Element;
import stemma.glossary.Card;

/** What sources say of an entry in their own words, how that compares with the primary sources, and what is right. */
final class ClaimsPart {
    private final PageText text;
    private final EvidencePart evidence;

    ClaimsPart(PageText text, EvidencePart evidence) {
        this.text = text;
        this.evidence = evidence;
    }

    void write(Element article, Card card) {
        if (!card.claims().isEmpty()) {
            Element list = text.part(article, "claims").appendElement("ul").addClass("claims");
            card.claims()
                    .forEach(claim -> claim(
                            list.appendElement("li").addClass("claim").attr("data-assessment", claim.assessment()),
                            claim));
        }
    }

    private void claim(Element item, Card.Claim claim) {
        text.text(item, "span", claim.assessmentLabel(), claim.assessment()).addClass("verdict");
        text.text(item, "blockquote", claim.text(), "");
        Element from = item.appendElement("p").addClass("quiet");
        if (claim.quotedFrom() != null) {
            text.around(
                    from,
                    "claimFrom",
                    "source",
                    place -> text.entry(
                            place, claim.quotedFrom().name(), claim.quotedFrom().label()));
        }
        if (claim.locator() != null) {
            EvidencePart.locator(from.appendText(" · "), claim.locator());
        }
        if (claim.correction() != null) {
            Element correction = item.appendElement("div").addClass("correction");
            correction.appendElement("h4").text(text.word("correction"));
            text.text(correction, "p", claim.correction(), "");
            if (!claim.sources().isEmpty()) {
                evidence.write(correction, EvidencePart.of(claim.sources()), false);
            }
        }
    }
}
