package stemma.http;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import stemma.glossary.Evidence;
import stemma.glossary.Explanation;
import stemma.glossary.Item;
import stemma.glossary.Reference;

/** The ways between two entries as HTML, each told step by step with its reasons and sources, as {@code web/path.js} shows one. */
final class WaysPage {
    private final PageText text;
    private final EvidencePart evidence;

    WaysPage(PageText text) {
        this.text = text;
        this.evidence = new EvidencePart(text);
    }

    /** What the page is about, in a few words. */
    String title(Item from, Item to) {
        String tag = text.language().tag();
        return text.language()
                .word(
                        "pathTitle",
                        Map.of("from", from.label().in(tag), "to", to.label().in(tag)));
    }

    /** Writes the ways into the panel. */
    void write(Element panel, Item from, Item to, Explanation explanation) {
        Element article = text.article(panel, "path", "path", title(from, to));
        if (explanation.paths().isEmpty()) {
            Element nothing = article.appendElement("div").addClass("nothing");
            nothing.appendElement("h3").text(text.word("wayNone"));
            nothing.appendElement("p").text(text.word("wayNoneText"));
            return;
        }
        article.appendElement("p").addClass("quiet").text(text.word("stepSigns"));
        Element ways = article.appendElement("ol").addClass("ways");
        int number = 0;
        for (Explanation.Path way : explanation.paths()) {
            number++;
            way(ways.appendElement("li").addClass("way"), way, number);
        }
    }

    private void way(Element item, Explanation.Path way, int number) {
        PageLanguage language = text.language();
        int count = way.steps().size();
        String steps = count == 1
                ? text.word("wayStepsOne")
                : language.word("waySteps", Map.of("count", language.number(count)));
        Element head = item.appendElement("h3").addClass("way-head");
        head.appendElement("span").text(language.word("way", Map.of("number", language.number(number))));
        head.appendText(" ")
                .appendElement("span")
                .addClass("way-about")
                .text(way.kinds().contains("shortest") ? steps + " · " + text.word("wayShortest") : steps);
        Element list = item.appendElement("ol").addClass("steps");
        for (Explanation.Step step : way.steps()) {
            step(list.appendElement("li"), step);
        }
        Explanation.Step last = way.steps().getLast();
        stop(list.lastElementChild(), isForward(last) ? last.target() : last.source());
    }

    private static boolean isForward(Explanation.Step step) {
        return step.direction().equals("forward");
    }

    private void stop(Element item, Reference concept) {
        Element stop = item.appendElement("div").addClass("stop");
        PageText.mark(stop);
        text.entry(stop, concept.name(), concept.label());
        PageText.year(stop, concept.year());
    }

    private void step(Element item, Explanation.Step step) {
        boolean forward = isForward(step);
        stop(item, forward ? step.source() : step.target());
        Element box = item.appendElement("div").addClass("step");
        box.appendElement("span")
                .addClass("step-sign")
                .attr("aria-hidden", "true")
                .text(forward ? "↓" : "↑");
        Element says = box.appendElement("p").addClass("step-says");
        PageView.Statement statement = new PageView.Statement(
                step.source().name(), step.relation(), step.target().name());
        says.appendElement("a")
                .attr(
                        "href",
                        "?" + statement.query() + "lang=" + text.language().tag())
                .text(text.sentence(
                        step.source().label(), step.label(), step.target().label()));
        says.appendElement("span")
                .addClass("unseen")
                .text(" (" + text.word(forward ? "stepAlong" : "stepAgainst") + ")");
        List<Evidence> pieces = step.grounds().evidence();
        evidence.write(box, pieces, step.derived());
    }
}
