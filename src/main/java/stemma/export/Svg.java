package stemma.export;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import stemma.glossary.Lineage;

/**
 * A lineage as a picture in <a href="https://www.w3.org/TR/SVG2/">SVG</a>, the oldest on top. It has no script, no style
 * sheet and no font of its own, so that it stands wherever pictures do.
 */
public final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    /** From a box's upper edge to the foot of its first line. */
    private static final double FIRST_LINE = 18.5;

    private static final String FACE = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans TC', 'PingFang TC',"
            + " 'Microsoft JhengHei', 'Noto Sans CJK TC', sans-serif";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final String language;
    private final Theme theme;
    private final UnaryOperator<String> page;

    private Svg(String language, Theme theme, UnaryOperator<String> page) throws XMLStreamException {
        this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        this.language = language;
        this.theme = theme;
        this.page = page;
    }

    /**
     * The document.
     *
     * @param language the language of its labels
     * @param page the address of the page about an entry, by the entry's name
     */
    public static String of(Lineage lineage, String language, Theme theme, UnaryOperator<String> page) {
        try {
            Svg picture = new Svg(language, theme, page);
            picture.write(lineage);
            return picture.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Lineage lineage) throws XMLStreamException {
        Layout layout = Layout.of(lineage, language);
        Map<String, String> labels = new HashMap<>();
        lineage.nodes()
                .forEach(node ->
                        labels.put(node.item().name(), node.item().label().in(language)));
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        attributes(Map.of(
                "viewBox",
                "0 0 " + number(layout.width()) + " " + number(layout.height()),
                "width",
                number(layout.width()),
                "height",
                number(layout.height()),
                "role",
                "img",
                "lang",
                language,
                "aria-labelledby",
                "title description",
                "font-family",
                FACE,
                "font-size",
                "14"));
        element("title", Map.of("id", "title"), labels.getOrDefault(lineage.focus(), "Stemma"));
        element("desc", Map.of("id", "description"), told(lineage, labels));
        empty("rect", Map.of("width", "100%", "height", "100%", "fill", theme.paper()));
        for (Layout.Line line : layout.lines()) {
            line(line);
        }
        for (Layout.Box box : layout.boxes()) {
            box(box, box.node().item().name().equals(lineage.focus()));
        }
        xml.writeEndElement();
        xml.flush();
    }

    /** What the picture shows, for those who cannot see it: its statements, one after the other. */
    private String told(Lineage lineage, Map<String, String> labels) {
        String space = language.startsWith("zh") ? "" : " ";
        String stop = language.startsWith("zh") ? "。" : ". ";
        return lineage.edges().stream()
                .map(edge -> labels.get(edge.source())
                        + space
                        + edge.label().in(language)
                        + space
                        + labels.get(edge.target())
                        + stop)
                .collect(Collectors.joining())
                .strip();
    }

    private void line(Layout.Line line) throws XMLStreamException {
        boolean replaces = line.edge().family().equals("replaces");
        Map<String, String> looks = new TreeMap<>(Map.of(
                "d",
                path(line.points()),
                "fill",
                "none",
                "stroke",
                replaces ? theme.replacement() : theme.descent(),
                "stroke-width",
                "1.5"));
        if (replaces) {
            looks.put("stroke-dasharray", "5 4");
        }
        xml.writeStartElement("g");
        element("title", Map.of(), line.edge().label().in(language));
        empty("path", looks);
        xml.writeEndElement();
    }

    private static String path(List<Layout.Point> points) {
        StringBuilder path = new StringBuilder("M" + at(points.getFirst()));
        List<Layout.Point> rest = points.subList(1, points.size());
        boolean spline = rest.size() % 3 == 0;
        for (int i = 0; i < rest.size(); i++) {
            path.append(spline ? i % 3 == 0 ? " C" : " " : " L").append(at(rest.get(i)));
        }
        return path.toString();
    }

    private void box(Layout.Box box, boolean focus) throws XMLStreamException {
        xml.writeStartElement("a");
        attributes(Map.of("href", page.apply(box.node().item().name())));
        empty(
                "rect",
                Map.of(
                        "x", number(box.x()),
                        "y", number(box.y()),
                        "width", number(box.width()),
                        "height", number(box.height()),
                        "rx", "4",
                        "fill", focus ? theme.replacement() : theme.box(),
                        "stroke", focus ? theme.replacement() : theme.border()));
        double middle = box.x() + box.width() / 2;
        double y = box.y() + FIRST_LINE;
        for (String line : box.caption().lines()) {
            words(line, middle, y, focus ? theme.paper() : theme.ink(), 14);
            y += Layout.LEADING;
        }
        if (box.node().item().year() != null) {
            words(box.node().item().year().toString(), middle, y, focus ? theme.paper() : theme.faint(), 12);
        }
        xml.writeEndElement();
    }

    private void words(String words, double x, double y, String colour, int size) throws XMLStreamException {
        element(
                "text",
                Map.of(
                        "x", number(x),
                        "y", number(y),
                        "text-anchor", "middle",
                        "fill", colour,
                        "font-size", Integer.toString(size)),
                words);
    }

    private void element(String name, Map<String, String> attributes, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }

    private void empty(String name, Map<String, String> attributes) throws XMLStreamException {
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
    }

    private static String at(Layout.Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String number(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels).replaceFirst("\\.0$", "");
    }
}
