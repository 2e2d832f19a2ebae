package stemma.http;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import stemma.glossary.Chapter;
import stemma.glossary.Item;
import stemma.glossary.Text;

/** All entries as an outline, for readers without the script: the chapters, and in each its entries in order of time. */
final class OutlinePage {
    private final PageText text;

    OutlinePage(PageText text) {
        this.text = text;
    }

    /** Writes the outline into the panel, under what the script says there too. */
    void write(Element panel, List<Chapter> chapters) {
        panel.attr("data-kind", "outline").attr("aria-label", text.word("introTitle"));
        Element outline = outline(panel);
        outline.appendElement("h2").text(text.word("introTitle"));
        outline.appendElement("p").addClass("intro-text").text(text.word("introText"));
        chapters(outline, chapters);
    }

    /** Writes that there is no such entry, and the outline. */
    void writeUnknown(Element panel, String name, List<Chapter> chapters) {
        Element outline = problem(panel, text.language().word("unknownTitle", Map.of("name", name)));
        outline.appendElement("p").addClass("intro-text").text(text.word("unknownBelow"));
        chapters(outline, chapters);
    }

    /** Writes that there is no such statement, and the outline. */
    void writeNoStatement(Element panel, List<Chapter> chapters) {
        Element outline = problem(panel, text.word("unknownEdgeTitle"));
        outline.appendElement("p").addClass("intro-text").text(text.word("unknownEdgeText"));
        chapters(outline, chapters);
    }

    /**
     * Writes that an entry was withdrawn, and the outline.
     *
     * @param reason why
     * @param replacements the entries to use instead
     */
    void writeWithdrawn(Element panel, String name, Text reason, List<Item> replacements, List<Chapter> chapters) {
        Element outline = problem(panel, text.language().word("goneTitle", Map.of("name", name)));
        text.text(outline, "p", "intro-text", reason);
        if (!replacements.isEmpty()) {
            Element instead = outline.appendElement("p").addClass("instead").text(text.word("goneInstead"));
            replacements.forEach(item -> text.entry(instead.appendText(" "), item.name(), item.label()));
        }
        chapters(outline, chapters);
    }

    private Element problem(Element panel, String title) {
        panel.attr("data-kind", "problem").attr("aria-label", title);
        Element outline = outline(panel);
        outline.appendElement("h2").text(title);
        return outline;
    }

    private Element outline(Element panel) {
        return panel.appendElement("div")
                .addClass("intro outline")
                .attr("lang", text.language().tag());
    }

    private void chapters(Element outline, List<Chapter> chapters) {
        Element parts = outline.appendElement("div").addClass("chapters");
        for (Chapter chapter : chapters) {
            Element part = parts.appendElement("section").addClass("chapter");
            text.text(part, "h3", chapter.label(), chapter.name());
            Element list = part.appendElement("ul");
            for (Item item : chapter.items()) {
                Element row = list.appendElement("li");
                text.entry(row, item.name(), item.label());
                PageText.year(row, item.year());
            }
        }
    }
}
