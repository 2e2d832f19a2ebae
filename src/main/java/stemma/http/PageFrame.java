package stemma.http;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import stemma.glossary.Card;
import stemma.glossary.Text;

/** What stands around the panel: words that the script would put there, the languages, and in the chart's place a picture. */
final class PageFrame {
    private static final Map<String, String> LANGUAGE_NAMES = Map.of("zh-Hant", "中文", "en", "English");

    private final Document document;
    private final PageText text;

    PageFrame(Document document, PageText text) {
        this.document = document;
        this.text = text;
    }

    /** Fills in the words of the interface, and the switch of the language, which keeps the view. */
    void write(PageView view) {
        String tag = text.language().tag();
        document.selectFirst("html").attr("lang", tag);
        document.select("[data-t]").forEach(element -> element.text(text.word(element.attr("data-t"))));
        document.select("[data-t-label]")
                .forEach(element -> element.attr("aria-label", text.word(element.attr("data-t-label"))));
        document.selectFirst("#home").attr("href", "./?lang=" + tag);
        Element languages = document.selectFirst("#languages");
        for (String language : Text.LANGUAGES.reversed()) {
            Element link = languages
                    .appendElement("a")
                    .attr("href", "?" + view.query() + "lang=" + language)
                    .attr("lang", language)
                    .attr("hreflang", language)
                    .text(LANGUAGE_NAMES.get(language));
            if (language.equals(tag)) {
                link.attr("aria-current", "true");
            }
        }
        chart().empty().appendElement("p").addClass("noscript").text(text.word("chartNeedsScript"));
    }

    /** Puts a picture of an entry's parents and children where the chart would be. */
    void writePicture(Card card) {
        String label = card.item().label().in(text.language().tag());
        String address = "api/v1/lineage/" + RightName.segment(card.item().name()) + ".svg?depth=1&lang="
                + text.language().tag();
        Element figure = chart().prependElement("figure").addClass("picture");
        Element picture = figure.appendElement("a").attr("href", address).appendElement("picture");
        picture.appendElement("source")
                .attr("media", "(prefers-color-scheme: dark)")
                .attr("srcset", address + "&theme=dark");
        picture.appendElement("img")
                .attr("src", address)
                .attr("alt", text.language().word("pictureOf", Map.of("label", label)));
    }

    /** Sets the title of the page. */
    void title(String title) {
        document.title(title);
    }

    private Element chart() {
        return document.selectFirst("#chart noscript");
    }

    /** The panel, empty. */
    Element panel() {
        return document.selectFirst("#panel");
    }
}
