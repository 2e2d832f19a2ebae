package stemma.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import stemma.glossary.Card;
import stemma.glossary.Glossary;
import stemma.glossary.Item;
import stemma.problem.ProblemException;

/**
 * The pages for people. The page about an entry says in its head what it is about, so that links to it become cards elsewhere: by
 * <a href="https://ogp.me/">Open Graph</a>, <a href="https://schema.org/DefinedTerm">schema.org</a> and
 * <a href="https://oembed.com/#section4">oEmbed's discovery</a>.
 */
final class PageEndpoint {
    private static final String HTML = "text/html;charset=utf-8";
    private static final String FOCUS = "focus";
    private static final Map<String, String> LOCALES = Map.of("en", "en_US", "zh-Hant", "zh_TW");

    private final Glossary glossary;
    private final Path web;
    private final JsonAnswers answers;

    PageEndpoint(Glossary glossary, Path web, JsonAnswers answers) {
        this.glossary = glossary;
        this.web = web;
        this.answers = answers;
    }

    /** The lineage page; its parameters are its own affair, so none is refused. */
    Answer lineage(Context ctx) {
        String page = read("index.html");
        List<String> focus = Form.read(ctx.queryString()).getOrDefault(FOCUS, List.of());
        return card(focus)
                .map(card -> about(ctx, card, page))
                .orElseGet(() -> answers.bytes(HTML, page.getBytes(StandardCharsets.UTF_8)));
    }

    /** An article with its terms under tooltips, to be tried and to be copied from. */
    Answer demo(Context ctx) {
        return answers.bytes(HTML, read("demo.html").getBytes(StandardCharsets.UTF_8));
    }

    private String read(String file) {
        try {
            return Files.readString(web.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page itself tells when there is no such entry. */
    private Optional<Card> card(List<String> focus) {
        try {
            return focus.stream().findFirst().map(glossary::card);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private Answer about(Context ctx, Card card, String page) {
        String language = Languages.preferred(ctx);
        Item item = card.item();
        String base = ctx.url().substring(0, ctx.url().length() - ctx.path().length());
        String address = base + "/?" + FOCUS + "=" + RightName.segment(item.name());
        String label = item.label().in(language);
        String definition = item.definition().in(language);
        Document document = Jsoup.parse(page);
        document.outputSettings().prettyPrint(false);
        document.title(label + " · Stemma");
        document.selectFirst("html").attr("lang", language);
        document.selectFirst("meta[name=description]").attr("content", definition);
        Element head = document.head();
        link(head, "canonical", address);
        link(head, "alternate", base + "/id/" + RightName.segment(item.name()) + ".ttl", "text/turtle");
        link(head, "alternate", base + "/api/v1/concepts/" + RightName.segment(item.name()), "application/json");
        for (String format : EmbeddedCardEndpoint.FORMATS) {
            link(
                    head,
                    "alternate",
                    base + EmbeddedCardEndpoint.addressFor(address + "&lang=" + language, format),
                    EmbeddedCardEndpoint.typeOf(format) + "+oembed");
        }
        property(head, "og:type", "article");
        property(head, "og:site_name", "Stemma");
        property(head, "og:title", label);
        property(head, "og:description", definition);
        property(head, "og:url", address);
        property(head, "og:image", base + "/picture.png");
        property(head, "og:locale", LOCALES.getOrDefault(language, language));
        head.appendElement("meta").attr("name", "twitter:card").attr("content", "summary");
        head.appendElement("script")
                .attr("type", "application/ld+json")
                .appendChild(new DataNode(inScript(answers.bytes(definedTerm(card, address, base)))));
        return answers.bytes(HTML, language, document.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    private static void link(Element head, String relation, String address) {
        head.appendElement("link").attr("rel", relation).attr("href", address);
    }

    private static void link(Element head, String relation, String address, String type) {
        head.appendElement("link").attr("rel", relation).attr("type", type).attr("href", address);
    }

    private static void property(Element head, String name, String value) {
        head.appendElement("meta").attr("property", name).attr("content", value);
    }

    /** JSON that ends no script, whatever it says. */
    private static String inScript(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private static Map<String, Object> definedTerm(Card card, String address, String base) {
        Item item = card.item();
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("@context", "https://schema.org");
        term.put("@type", "DefinedTerm");
        term.put("@id", item.iri());
        term.put("termCode", item.name());
        term.put("name", texts(item.label().byLanguage()));
        List<Object> aliases = new ArrayList<>();
        card.altLabels().forEach((language, labels) -> labels.forEach(label -> aliases.add(text(language, label))));
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
