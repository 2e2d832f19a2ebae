package stemma.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import stemma.glossary.Card;
import stemma.glossary.Citation;
import stemma.glossary.Item;
import stemma.glossary.Publication;
import stemma.glossary.Reference;
import stemma.glossary.Text;

/**
 * A whole card as HTML, for readers without the script and until it runs: what {@code web/card.js} builds, by the same classes
 * and in the same order, and beyond that how to cite the entry and where its data is.
 */
final class CardPage {
    private final PageText text;
    private final EvidencePart evidence;

    CardPage(PageText text) {
        this.text = text;
        this.evidence = new EvidencePart(text);
    }

    /** Writes the card of an entry, and how to cite it, into the panel. */
    void write(Element panel, Card card, Citation citation) {
        Item item = card.item();
        panel.attr("data-kind", "card")
                .attr("aria-label", item.label().in(text.language().tag()));
        Element article = panel.appendElement("article")
                .addClass("card")
                .attr("lang", text.language().tag());
        heading(article.appendElement("header").addClass("card-head"), card);
        text.text(article, "p", "definition", item.definition());
        text.text(
                article.appendElement("p").addClass("quiet lineage-count"),
                "span",
                card.chapterLabel(),
                item.chapter());
        aliases(article, card);
        if (card.scopeNote() != null) {
            Element note = article.appendElement("div").addClass("scope-note");
            note.appendElement("h3").addClass("unseen").text(text.word("scopeNote"));
            text.text(note, "p", card.scopeNote(), "");
        }
        new RelationsPart(text, evidence).write(article, card);
        traits(article, card);
        attributes(article, card.attributes());
        publication(article, card.publication());
        new ClaimsPart(text, evidence).write(article, card);
        links(article, card.links());
        citation(article, citation, item);
        data(article, card);
    }

    private void heading(Element header, Card card) {
        Item item = card.item();
        Element kicker = header.appendElement("p").addClass("kicker");
        PageText.mark(kicker);
        text.text(kicker, "span", item.classLabel(), item.className());
        if (card.released() != null || item.year() != null) {
            kicker.appendText(" ")
                    .appendElement("span")
                    .addClass("when")
                    .text(
                            card.released() == null
                                    ? item.year().toString()
                                    : text.language().date(card.released()));
        }
        Element title = text.text(header, "h2", item.label(), item.name()).addClass("card-title");
        Text.LANGUAGES.stream()
                .filter(item.label().byLanguage()::containsKey)
                .filter(tag -> !item.label().byLanguage().get(tag).equals(title.text()))
                .findFirst()
                .ifPresent(tag -> header.appendElement("p")
                        .addClass("card-other")
                        .attr("lang", tag)
                        .text(item.label().byLanguage().get(tag)));
    }

    private void aliases(Element article, Card card) {
        Set<String> shown = Set.copyOf(card.item().label().byLanguage().values());
        Element list = article.appendElement("p").addClass("aliases").text(text.word("aliases"));
        card.altLabels()
                .forEach((tag, aliases) -> aliases.stream()
                        .filter(alias -> !shown.contains(alias))
                        .forEach(alias -> {
                            Element element =
                                    list.appendElement("span").addClass("alias").text(alias);
                            if (!tag.equals(text.language().tag())) {
                                element.attr("lang", tag);
                            }
                        }));
        if (list.childrenSize() == 0) {
            list.remove();
        }
    }

    private void traits(Element article, Card card) {
        if (card.traits().isEmpty()) {
            return;
        }
        Element list = text.part(article, "traits").appendElement("ul").addClass("traits");
        for (Card.Trait trait : card.traits()) {
            Element row = list.appendElement("li").addClass(trait.value() ? "trait" : "trait trait-no");
            row.appendElement("span")
                    .addClass("trait-sign")
                    .attr("aria-hidden", "true")
                    .text(trait.value() ? "✓" : "✕");
            Element words = row.appendText(" ").appendElement("span").addClass("trait-text");
            String label = text.text(words, "span", trait.label(), trait.name()).text();
            words.appendElement("span")
                    .addClass("unseen")
                    .text(": " + text.word(trait.value() ? "traitYes" : "traitNo"));
            Reference from = trait.inheritedFrom();
            if (from != null && !from.name().equals(card.item().name())) {
                Element inherited = words.appendText(" ").appendElement("span").addClass("inherited");
                text.entry(inherited.text(text.word("inheritedFrom") + " "), from.name(), from.label());
            }
            if (!trait.evidence().isEmpty()) {
                evidence.folded(row, "source", label, trait.evidence(), trait.derived());
            }
        }
    }

    private void attributes(Element article, List<Card.Attribute> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        Element list = text.part(article, "attributes").appendElement("dl").addClass("facts");
        for (Card.Attribute attribute : attributes) {
            Element fact = list.appendElement("div").addClass("fact");
            Element term = fact.appendElement("dt");
            String label =
                    text.text(term, "span", attribute.label(), attribute.name()).text();
            Element value = fact.appendText(" ").appendElement("dd");
            text.text(value, "span", attribute.valueLabel(), text.language().literal(attribute.value()));
            if (!attribute.evidence().isEmpty()) {
                evidence.folded(value, "source", label, attribute.evidence(), false);
            }
        }
    }

    private void publication(Element article, Publication work) {
        if (work == null) {
            return;
        }
        Element source = text.part(article, "publication").appendElement("div").addClass("source");
        evidence.cited(source, work.title(), "", work.link());
        source.appendElement("span")
                .addClass("source-about")
                .text(Stream.of(
                                text.language().authors(work.authors()),
                                text.language().date(work.issued()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
        Element place = source.appendElement("span").addClass("source-place");
        if (work.arxivId() != null) {
            place.appendElement("span").text("arXiv " + work.arxivId());
        }
        if (work.doi() != null) {
            place.appendText(" ").appendElement("span").text("DOI " + work.doi());
        }
    }

    private void links(Element article, List<Card.Link> links) {
        if (links.isEmpty()) {
            return;
        }
        Element list = text.part(article, "links").appendElement("ul").addClass("links");
        for (Card.Link link : links) {
            String host = Objects.requireNonNullElse(URI.create(link.iri()).getHost(), link.iri());
            PageText.outside(list.appendText(" ").appendElement("li"), link.iri(), host.replaceFirst("^www\\.", ""));
        }
    }

    private void citation(Element article, Citation work, Item item) {
        Element part = text.part(article, "cite");
        Element line = part.appendElement("p").addClass("citation");
        if (!work.authors().isEmpty()) {
            line.appendText(String.join(", ", work.authors())
                    + work.issued()
                            .map(date -> " (" + date.substring(0, 4) + ")")
                            .orElse("") + ". ");
        }
        line.appendElement("cite").text(work.title());
        line.appendText(". " + work.container().map(name -> name + ". ").orElse(""));
        PageText.outside(line, work.url(), work.url());
        if (work.isEntry()) {
            line.appendText(" (" + text.language().word("dataVersion", Map.of("version", work.version())) + ")");
        }
        Element list = part.appendElement("ul").addClass("links");
        String address = "api/v1/cite/" + RightName.segment(item.name()) + "?format=%s&lang="
                + text.language().tag();
        link(list, "BibTeX", address.formatted(CitationFormat.BIBTEX.shortName()));
        link(list, "CSL-JSON", address.formatted(CitationFormat.CSL.shortName()));
        link(list, "RIS", address.formatted(CitationFormat.RIS.shortName()));
    }

    private void data(Element article, Card card) {
        String name = RightName.segment(card.item().name());
        Element list = text.part(article, "data").appendElement("ul").addClass("links");
        link(list, "Turtle", "id/" + name + ".ttl");
        link(list, "JSON-LD", "id/" + name + ".jsonld");
        link(list, "JSON", "api/v1/concepts/" + name);
        if (RelationsPart.hasLineage(card)) {
            link(
                    list,
                    "SVG",
                    "api/v1/lineage/" + name + ".svg?lang=" + text.language().tag());
        }
    }

    private static void link(Element list, String label, String address) {
        list.appendText(" ")
                .appendElement("li")
                .appendElement("a")
                .attr("href", address)
                .text(label);
    }
}
