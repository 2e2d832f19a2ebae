package stemma.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import stemma.glossary.Card;
import stemma.glossary.Item;

/**
 * The head of a page about an entry. It says what the page is about, so that links to it become cards elsewhere: by
 * <a href="https://ogp.me/">Open Graph</a>, <a href="https://schema.org/DefinedTerm">schema.org</a> and
 * <a href="https://oembed.com/#section4">oEmbed's discovery</a>.
 */
final class PageHead {
    private static final Map<String, String> LOCALES = Map.of("en", "en_US", "zh-Hant", "zh_TW");

    private final Element head;
    private final String language;
    private final String base;

    /**
     * The head of a page.
     *
     * @param base the address of the server, without a slash at its end
     */
    PageHead(Document document, String language, String base) {
        this.head = document.head();
        this.language = language;
        this.base = base;
    }

    /** Writes what a page of an entry is about. */
    void write(Card card, JsonAnswers answers) {
        Item item = card.item();
        String name = RightName.segment(item.name());
        String address = base + "/?focus=" + name;
        write(item.label().in(language), item.definition().in(language), address);
        link("alternate", base + "/id/" + name + ".ttl").attr("type", "text/turtle");
        link("alternate", base + "/api/v1/concepts/" + name).attr("type", "application/json");
        for (String format : EmbeddedCardEndpoint.FORMATS) {
            String embedded = EmbeddedCardEndpoint.addressFor(address + "&lang=" + language, format);
            link("alternate", base + embedded).attr("type", EmbeddedCardEndpoint.typeOf(format) + "+oembed");
        }
        head.appendElement("script")
                .attr("type", "application/ld+json")
                .appendChild(new DataNode(inScript(answers.bytes(definedTerm(card, address)))));
    }

    /** Writes what a page of several entries or of a statement is about. */
    void write(PageView view, String title, String description) {
        write(title, description, base + "/?" + view.query().replaceFirst("&$", ""));
    }

    private void write(String title, String description, String address) {
        head.selectFirst("meta[name=description]").attr("content", description);
        link("canonical", address);
        property("og:type", "article");
        property("og:site_name", "Stemma");
        property("og:title", title);
        property("og:description", description);
        property("og:url", address);
        property("og:image", base + "/picture.png");
        property("og:locale", LOCALES.getOrDefault(language, language));
        named("twitter:card", "summary");
    }

    /** Writes that search engines shall not keep the page, which is about nothing. */
    void writeNothing() {
        named("robots", "noindex");
    }

    private Element link(String relation, String address) {
        return head.appendElement("link").attr("rel", relation).attr("href", address);
    }

    private void property(String name, String value) {
        head.appendElement("meta").attr("property", name).attr("content", value);
    }

    private void named(String name, String value) {
        head.appendElement("meta").attr("name", name).attr("content", value);
    }

    /** JSON that ends no script, whatever it says. */
    private static String inScript(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private Map<String, Object> definedTerm(Card card, String address) {
        Item item = card.item();
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("@context", "https://schema.org");
        term.put("@type", "DefinedTerm");
        term.put("@id", item.iri());
        term.put("termCode", item.name());
        term.put("name", texts(item.label().byLanguage()));
        List<Object> aliases = new ArrayList<>();
        card.altLabels().forEach((tag, labels) -> labels.forEach(label -> aliases.add(text(tag, label))));
        term.put("alternateName", aliases);
        term.put("description", texts(item.definition().byLanguage()));
        term.put("url", address);
        term.put(
                "sameAs",
                card.links().stream()
                        .filter(link -> link.relation().equals("exactMatch"))
                        .map(Card.Link::iri)
                        .toList());
        term.put("inDefinedTermSet", Json.object("@type", "DefinedTermSet", "name", "Stemma", "url", base + "/"));
        return term;
    }

    private static List<Object> texts(Map<String, String> byLanguage) {
        return byLanguage.entrySet().stream()
                .map(each -> text(each.getKey(), each.getValue()))
                .toList();
    }

    private static Object text(String language, String value) {
        return Json.object("@language", language, "@value", value);
    }
}
