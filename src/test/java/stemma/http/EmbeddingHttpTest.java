package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What pages elsewhere get to show entries: the list of terms, cards for links, and what a page says of itself. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EmbeddingHttpTest {

    @Test
    void the_terms_of_the_present_version_may_be_kept_for_ever(StemmaClient client) throws Exception {
        JsonNode terms = client.json("api/v1/terms");
        String version = terms.get("version").stringValue();
        HttpResponse<String> pinned = client.get("api/v1/terms?version=" + version);

        assertEquals(client.get("api/v1/terms").body(), pinned.body());
        assertEquals("public, max-age=31536000, immutable", header(pinned, "Cache-Control"));
        assertEquals("public, max-age=0, must-revalidate", header(client.get("api/v1/terms"), "Cache-Control"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> other =
                    http.send(client.request("api/v1/terms?version=old").build(), BodyHandlers.ofString());
            assertEquals(307, other.statusCode());
            assertEquals("/api/v1/terms?version=" + version, header(other, "Location"));
        }
    }

    @Test
    void the_terms_have_every_entry_that_is_a_term_and_no_position_beyond_them(StemmaClient client) {
        JsonNode terms = client.json("api/v1/terms");
        List<String> names = terms.get("entries")
                .valueStream()
                .map(entry -> entry.get(0).stringValue())
                .toList();

        assertTrue(names.containsAll(List.of("LSTM", "Transformer", "OpenAI", "GLUE")), names::toString);
        assertFalse(names.contains("Vaswani2017"));
        terms.get("names").valueStream().flatMap(JsonNode::valueStream).forEach(value -> {
            if (value.isInt()) {
                assertTrue(value.intValue() < names.size(), value::toString);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{server}?focus=LSTM",
                "{server}?lang=en&focus=LSTM",
                "{server}id/LSTM",
                "{server}id/LSTM.ttl",
                "{server}api/v1/concepts/LSTM",
                "https://w3id.org/stemma/llm/LSTM",
                "llm:LSTM"
            })
    void an_address_of_an_entry_gets_its_card(String address, StemmaClient client) {
        JsonNode card =
                client.json("oembed?url=" + StemmaClient.encoded(address.replace("{server}", client.address())));

        assertEquals("rich", card.get("type").stringValue());
        assertEquals("1.0", card.get("version").stringValue());
        assertEquals("Long Short-Term Memory", card.get("title").stringValue());
        Document html = Jsoup.parseBodyFragment(card.get("html").stringValue());
        assertEquals("LSTM", html.selectFirst("stemma-card").attr("name"));
        assertEquals(client.address() + "embed.js", html.selectFirst("script").attr("src"));
        assertFalse(html.selectFirst("blockquote").text().isBlank());
    }

    @Test
    void a_card_is_as_small_as_it_should_be_and_in_the_language_of_the_link(StemmaClient client) {
        String link = StemmaClient.encoded(client.address() + "?focus=LSTM&lang=zh-Hant");
        JsonNode card = client.json("oembed?maxwidth=300&maxheight=5000&url=" + link);

        assertEquals("長短期記憶", card.get("title").stringValue());
        assertEquals(300, card.get("width").intValue());
        assertTrue(card.get("height").intValue() < 5000);
        HttpResponse<String> xml = client.get("oembed?format=xml&url=" + link);
        assertEquals("text/xml;charset=utf-8", header(xml, "Content-Type"));
        assertEquals(
                "長短期記憶", Jsoup.parse(xml.body()).selectFirst("oembed title").text());
    }

    @ParameterizedTest
    @CsvSource({
        "oembed,                                        400",
        "oembed?url=LSTM,                               400",
        "oembed?url={server}?focus=Nothing,             404",
        "oembed?url={server}demo,                       404",
        "oembed?url=https://example.org/?focus=LSTM,    404",
        "oembed?url={server}?focus=LSTM&format=yaml,    400",
        "oembed?url={server}?focus=LSTM&maxwidth=0,     400",
    })
    void what_has_no_card_is_a_problem(String path, int status, StemmaClient client) {
        HttpResponse<String> answer = client.get(path.replace("{server}", client.address()));

        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    @ParameterizedTest
    @CsvSource({
        "en,      en,      Long Short-Term Memory, en_US",
        "zh-Hant, zh-Hant, 長短期記憶,              zh_TW",
        "zh-TW,   zh-Hant, 長短期記憶,              zh_TW",
    })
    void the_page_of_an_entry_says_what_it_is_about(
            String asked, String lang, String label, String locale, StemmaClient client) {
        String path = "?focus=LSTM&lang=" + asked;
        HttpResponse<String> answer = client.get(path);
        Document page = Jsoup.parse(answer.body(), client.address() + path);
        Map<String, String> properties = page.select("meta[property]").stream()
                .collect(Collectors.toMap(meta -> meta.attr("property"), meta -> meta.attr("content")));

        assertEquals(lang, page.selectFirst("html").attr("lang"));
        assertEquals(lang, header(answer, "Content-Language"));
        assertEquals(label + " · Stemma", page.title());
        assertEquals(label, properties.get("og:title"));
        assertEquals(locale, properties.get("og:locale"));
        assertEquals(client.address() + "?focus=LSTM", properties.get("og:url"));
        assertEquals(page.selectFirst("meta[name=description]").attr("content"), properties.get("og:description"));
        assertEquals(200, client.get("picture.png").statusCode());
        assertEquals(client.address() + "picture.png", properties.get("og:image"));
    }

    @Test
    void its_links_lead_to_data_and_to_a_card(StemmaClient client) {
        Document page = Jsoup.parse(client.get("?focus=LSTM").body());
        for (String type : List.of("text/turtle", "application/json", "application/json+oembed", "text/xml+oembed")) {
            String address =
                    page.selectFirst("link[rel=alternate][type=" + type + "]").attr("href");
            String path = address.substring(client.address().length());
            HttpResponse<String> answer = client.get(path);
            assertEquals(200, answer.statusCode(), address);
            assertTrue(
                    header(answer, "Content-Type").startsWith(type.replace("+oembed", "")),
                    header(answer, "Content-Type"));
        }
    }

    @Test
    void it_is_a_defined_term_of_schema_org(StemmaClient client) {
        Document page = Jsoup.parse(client.get("?focus=LSTM").body());
        JsonNode term = JsonMapper.shared()
                .readTree(page.selectFirst("script[type=application/ld+json]").data());

        assertEquals("https://schema.org", term.get("@context").stringValue());
        assertEquals("DefinedTerm", term.get("@type").stringValue());
        assertEquals("https://w3id.org/stemma/llm/LSTM", term.get("@id").stringValue());
        assertTrue(term.get("name").toString().contains("長短期記憶"));
        assertTrue(term.get("sameAs").toString().contains("http://www.wikidata.org/entity/"));
        assertEquals(
                URI.create(client.address()),
                URI.create(term.at("/inDefinedTermSet/url").stringValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?focus=Nothing", "?focus=", "?focus=%3Cscript%3E", "?focus=LSTM&colour=red", "?edge=a.b.c"})
    void the_page_itself_tells_what_is_wrong_with_its_address(String path, StemmaClient client) {
        HttpResponse<String> answer = client.get(path);

        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains("<script>"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
