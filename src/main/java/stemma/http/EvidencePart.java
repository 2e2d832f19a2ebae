package stemma.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Element;
import stemma.glossary.Evidence;
import stemma.glossary.Text;

/** What a statement rests on, as a part of a page: the reason, and each source with its place and its link. */
final class EvidencePart {
    private final PageText text;

    EvidencePart(PageText text) {
        this.text = text;
    }

    /**
     * Evidence that unfolds, of a statement.
     *
     * @param question the word to unfold it by
     * @param about what the statement is about, for those who hear the question without its row
     */
    void folded(Element row, String question, String about, List<Evidence> evidence, boolean derived) {
        Element details = row.appendText(" ").appendElement("details").addClass("grounds");
        details.appendElement("summary")
                .addClass("why")
                .text(text.word(question))
                .appendElement("span")
                .addClass("unseen")
                .text(" " + about);
        write(details.appendElement("div").addClass("why-box"), evidence, derived);
    }

    /** Reason and sources, the reason being the first that there is. */
    void write(Element parent, List<Evidence> evidence, boolean derived) {
        Element box = parent.appendElement("div").addClass("evidence");
        Optional<Text> reason =
                evidence.stream().map(Evidence::reason).filter(Objects::nonNull).findFirst();
        reason.ifPresent(why -> text.text(box, "p", "reason", why));
        List<Evidence> cited =
                evidence.stream().filter(piece -> piece.source() != null).toList();
        if (cited.isEmpty()) {
            box.appendElement("p").addClass("quiet").text(text.word(derived ? "noEvidence" : "noSource"));
        } else {
            Element list = box.appendElement("ul").addClass("sources").attr("aria-label", text.word("source"));
            cited.forEach(piece -> source(list.appendElement("li").addClass("source"), piece));
        }
    }

    private void source(Element item, Evidence evidence) {
        Evidence.Source source = evidence.source();
        cited(item, Optional.ofNullable(source.title()).orElse(source.label()), source.name(), source.url());
        List<String> about = new ArrayList<>();
        about.add(text.language().authors(Objects.requireNonNullElse(source.authors(), List.of())));
        about.add(Objects.toString(Optional.ofNullable(source.year()).orElse(evidence.year()), ""));
        about.removeIf(String::isEmpty);
        if (!about.isEmpty()) {
            item.appendText(" ").appendElement("span").addClass("source-about").text(String.join(" · ", about));
        }
        Element place = item.appendText(" ").appendElement("span").addClass("source-place");
        if (evidence.locator() != null) {
            text.around(place.appendElement("span"), "locator", "place", span -> locator(span, evidence.locator()));
            place.appendText(" ");
        }
        text.entry(place, source.name(), source.label()).addClass("source-entry");
    }

    /** The title of a work, as a link to it where it has an address. */
    void cited(Element parent, Text title, String name, String address) {
        Element cite = text.text(parent, "cite", title, name);
        String shown = cite.text();
        cite.empty();
        PageText.outside(cite, address, shown);
    }

    /** A place in a source, such as "Section 3": told as the source tells it, in a language that is not known. */
    static void locator(Element parent, String locator) {
        parent.appendElement("span").attr("lang", "").text(locator);
    }

    /** Sources as evidence, which says nothing more than that they are the sources. */
    static List<Evidence> of(List<Evidence.Source> sources) {
        return sources.stream()
                .map(source -> new Evidence(source, null, null, null))
                .toList();
    }

    /** A row that unfolds to what did not find a place before it. */
    Element rest(Element parent, int count) {
        Element details = parent.appendElement("details").addClass("rest");
        details.appendElement("summary")
                .addClass("more")
                .text(text.language()
                        .word("showMore", Map.of("count", text.language().number(count))));
        return details;
    }
}
