package stemma.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import stemma.glossary.Glossary;
import stemma.glossary.Item;
import stemma.problem.Problem;

/** Cards for those who find a link to an entry and want to show it: <a href="https://oembed.com/">oEmbed</a> 1.0. */
final class EmbeddedCardEndpoint {
    static final List<String> FORMATS = List.of("json", "xml");

    private static final String PATH = "/oembed";
    private static final String ADDRESS = "url";
    private static final String FORMAT = "format";
    private static final int WIDTH = 420;
    private static final int HEIGHT = 320;
    private static final int MOST = 10_000;
    private static final int SECONDS_KEPT = 86_400;
    private static final Pattern OF_AN_ENTRY = Pattern.compile("/(?:id|api/v1/concepts)/([^/]+)");

    private final Glossary glossary;
    private final JsonAnswers answers;

    EmbeddedCardEndpoint(Glossary glossary, JsonAnswers answers) {
        this.glossary = glossary;
        this.answers = answers;
    }

    /** Where the card for an address is. */
    static String addressFor(String address, String format) {
        return PATH + "?" + ADDRESS + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "&" + FORMAT + "="
                + format;
    }

    static String typeOf(String format) {
        return format.equals("xml") ? "text/xml" : "application/json";
    }

    Operation operation() {
        return new Operation(
                PATH,
                "oembed",
                "A card for a link to an entry, as oEmbed has it",
                List.of(
                        Declared.required(
                                ADDRESS,
                                new Values.Iri(),
                                "the address of an entry's page or data on this server, or its IRI"),
                        Declared.withFallback(FORMAT, new Values.OneOf(FORMATS), "json", "the format"),
                        Declared.optional("maxwidth", new Values.Whole(1, MOST), "how wide, in pixels, at most"),
                        Declared.optional("maxheight", new Values.Whole(1, MOST), "how high, in pixels, at most"),
                        Declared.lang()),
                Map.of(ADDRESS, "https://w3id.org/stemma/llm/LSTM"),
                new Operation.Reply("EmbeddedCard", List.of("text/xml")),
                this::card);
    }

    private Answer card(Context ctx, Parameters parameters) {
        String address = parameters.text(ADDRESS);
        Item item = glossary.card(name(address, ctx)).item();
        String language = parameters
                .find("lang")
                .or(() -> asked(address, "lang"))
                .map(Languages::nearestTo)
                .orElseGet(() -> Languages.preferred(ctx));
        String base = ctx.url().substring(0, ctx.url().length() - ctx.path().length());
        Map<String, Object> card = Json.object(
                "type",
                "rich",
                "version",
                "1.0",
                "title",
                item.label().in(language),
                "provider_name",
                "Stemma",
                "provider_url",
                base + "/",
                "cache_age",
                SECONDS_KEPT,
                "html",
                html(item, language, base),
                "width",
                smallest(parameters, "maxwidth", WIDTH),
                "height",
                smallest(parameters, "maxheight", HEIGHT));
        return parameters.text(FORMAT).equals("xml")
                ? answers.bytes("text/xml;charset=utf-8", language, xml(card))
                : answers.of(ctx, parameters, card);
    }

    private static int smallest(Parameters parameters, String name, int usual) {
        return parameters
                .find(name)
                .map(value -> Math.min(usual, Integer.parseInt(value)))
                .orElse(usual);
    }

    /** The entry that an address is about. */
    private static String name(String address, Context ctx) {
        URI uri = URI.create(address);
        if (!ctx.host().equals(uri.getRawAuthority())) {
            return address;
        }
        Matcher path = OF_AN_ENTRY.matcher(uri.getPath());
        return path.matches()
                ? path.group(1).replaceFirst("\\.(ttl|nt|rdf|jsonld)$", "")
                : asked(address, "focus")
                        .orElseThrow(() -> new Problem.NotFound("card", address, List.of()).exception());
    }

    private static Optional<String> asked(String address, String parameter) {
        String query = URI.create(address).getRawQuery();
        return Form.read(query).getOrDefault(parameter, List.of()).stream().findFirst();
    }

    /** The card's element; what stands in it is for pages that let no script come in. */
    private static String html(Item item, String language, String base) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        Element card = document.body()
                .appendElement("stemma-card")
                .attr("name", item.name())
                .attr("lang", language);
        Element quote = card.appendElement("blockquote");
        quote.appendElement("p")
                .appendElement("a")
                .attr("href", base + "/?focus=" + RightName.segment(item.name()) + "&lang=" + language)
                .text(item.label().in(language));
        quote.appendElement("p").text(item.definition().in(language));
        document.body()
                .appendElement("script")
                .attr("type", "module")
                .attr("src", base + "/embed.js")
                .attr("data-stemma-root", "none");
        return document.body().html();
    }

    private static byte[] xml(Map<String, Object> card) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("oembed");
            for (Map.Entry<String, Object> member : card.entrySet()) {
                xml.writeStartElement(member.getKey());
                xml.writeCharacters(member.getValue().toString());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Text can be written as XML", e);
        }
        return bytes.toByteArray();
    }
}
