package stemma.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import stemma.glossary.Annotation;

/**
 * A page as a text in which terms can be looked for.
 *
 * @param text what a browser calls the {@code textContent} of the body
 * @param readable the same, with barriers between blocks and in the place of what is left alone
 * @param barriers where in the readable text there is a barrier more, in order
 */
record Html(String text, String readable, List<Integer> barriers) {
    /** Stands between words and is a part of none. */
    private static final char BARRIER = '\ufffc';

    private static final Set<String> LEFT_ALONE = Set.of(
            "a",
            "button",
            "code",
            "kbd",
            "math",
            "option",
            "pre",
            "samp",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "var");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /**
     * Reads a page or a part of one.
     *
     * @param headings {@code read} when terms are looked for in headings too
     */
    static Html of(String html, Headings headings) {
        Reader reader = new Reader(headings);
        NodeTraversor.traverse(reader, Jsoup.parse(html).body());
        return new Html(reader.text.toString(), reader.readable.toString(), List.copyOf(reader.barriers));
    }

    /** What is done with headings. */
    enum Headings {
        READ,
        LEFT_ALONE
    }

    private static final class Reader implements NodeVisitor {
        private final Headings headings;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder readable = new StringBuilder();
        private final List<Integer> barriers = new ArrayList<>();
        private int leftAlone;

        Reader(Headings headings) {
            this.headings = headings;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                String whole = words.getWholeText();
                text.append(whole);
                readable.append(leftAlone > 0 ? Character.toString(BARRIER).repeat(whole.length()) : whole);
            } else if (node instanceof Element element) {
                barrier(element);
                leftAlone += isLeftAlone(element) ? 1 : 0;
            } else {
                // The content of a script or a style is data, and a part of the text all the same.
                String data = node instanceof DataNode script ? script.getWholeData() : "";
                text.append(data);
                readable.append(Character.toString(BARRIER).repeat(data.length()));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                leftAlone -= isLeftAlone(element) ? 1 : 0;
                barrier(element);
            }
        }

        private boolean isLeftAlone(Element element) {
            return LEFT_ALONE.contains(element.normalName())
                    || (headings == Headings.LEFT_ALONE && HEADINGS.contains(element.normalName()));
        }

        private void barrier(Element element) {
            if (element.isBlock() || element.normalName().equals("br")) {
                barriers.add(readable.length());
                readable.append(BARRIER);
            }
        }
    }

    /** Annotations of the readable text as they are in the text. */
    List<Annotation> placed(List<Annotation> found) {
        List<Annotation> placed = new ArrayList<>();
        int codePoints = 0;
        int at = 0;
        for (Annotation annotation : found) {
            int start = annotation.startUtf16() - barriersBefore(annotation.startUtf16());
            int end = start + annotation.endUtf16() - annotation.startUtf16();
            codePoints += text.codePointCount(at, start);
            int length = text.codePointCount(start, end);
            placed.add(new Annotation(
                    codePoints, codePoints + length, start, end, annotation.text(), annotation.concepts()));
            codePoints += length;
            at = end;
        }
        return placed;
    }

    private int barriersBefore(int place) {
        int index = Collections.binarySearch(barriers, place);
        return index < 0 ? -index - 1 : index;
    }
}
