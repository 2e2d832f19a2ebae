package stemma.http;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import stemma.glossary.Text;

/** Writes the glossary's texts and links into a page, in the page's language. Text is always text, never markup. */
final class PageText {
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE);

    private final PageLanguage language;

    PageText(PageLanguage language) {
        this.language = language;
    }

    PageLanguage language() {
        return language;
    }

    String word(String key) {
        return language.word(key);
    }

    /** A text as an element, which says its language where that is not the page's; where there is none, its name. */
    Element text(Element parent, String tag, Text text, String name) {
        Element element = parent.appendElement(tag);
        if (text == null) {
            return element.text(name);
        }
        String found = text.best(language.tag());
        if (!found.equals(language.tag())) {
            element.attr("lang", found);
        }
        return element.text(text.in(language.tag()));
    }

    /** A text as an element, where there is one. */
    void text(Element parent, String tag, String className, Text text) {
        if (text != null) {
            text(parent, tag, text, "").addClass(className);
        }
    }

    /** A statement as a sentence. */
    String sentence(Text subject, Text relation, Text object) {
        String tag = language.tag();
        return language.sentence(subject.in(tag), relation.in(tag), object.in(tag));
    }

    /** A link to the page of an entry. */
    Element entry(Element parent, String name, Text label) {
        Element link = parent.appendElement("a").attr("href", address(name));
        text(link, "span", label, name);
        return link;
    }

    /** Where the page of an entry is, in this language. */
    String address(String name) {
        return "?focus=" + RightName.segment(name) + "&lang=" + language.tag();
    }

    /** A link to another site or, when the address is none of the web, the text alone. */
    static void outside(Element parent, String address, String text) {
        if (address != null && WEB_ADDRESS.matcher(address).matches()) {
            parent.appendElement("a").attr("href", address).addClass("outside").text(text);
        } else {
            parent.appendText(text);
        }
    }

    /** A year, at the end of a row; nothing for none. */
    static void year(Element row, Integer year) {
        if (year != null) {
            row.appendText(" ").appendElement("span").addClass("relation-year").text(year.toString());
        }
    }

    /**
     * An article that fills the panel, under its title.
     *
     * @param kind what the panel holds, as {@code web/panel.js} says it
     * @param kicker the word over the title
     */
    Element article(Element panel, String kind, String kicker, String title) {
        panel.attr("data-kind", kind).attr("aria-label", title);
        Element article = panel.appendElement("article").addClass("card").attr("lang", language.tag());
        Element header = article.appendElement("header").addClass("card-head");
        header.appendElement("p").addClass("kicker").text(word(kicker));
        header.appendElement("h2").addClass("card-title card-title-long").text(title);
        return article;
    }

    /** A sentence of the interface around an element that stands in its only place. */
    void around(Element parent, String key, String place, Consumer<Element> element) {
        String[] parts = word(key).split("\\{" + place + "}", 2);
        parent.appendText(parts[0]);
        element.accept(parent);
        parent.appendText(parts[1]);
    }

    /** A part of a card, under a heading. */
    Element part(Element card, String heading) {
        Element part = card.appendElement("section").addClass("card-part");
        part.appendElement("h3").text(word(heading));
        return part;
    }

    /** Where the script puts the mark of an entry's class. */
    static void mark(Element parent) {
        parent.appendElement("span").addClass("mark-icon mark-plain").attr("aria-hidden", "true");
    }
}
