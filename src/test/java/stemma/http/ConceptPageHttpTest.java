package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.SmallOntology;
import stemma.Stemma;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;

/** The page as the server sends it, before any script has run: the card of an entry, or the outline of all. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConceptPageHttpTest {

    private static Document page(StemmaClient client, String path, String... headers) {
        HttpResponse<String> answer = client.get(path, headers);
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body(), client.address());
    }

    private static Element panel(StemmaClient client, String path) {
        return page(client, path).selectFirst("#panel");
    }

    private static Element part(Element panel, String heading) {
        return panel.select(".card-part").stream()
                .filter(part -> part.selectFirst("h3").text().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No part " + heading + " in " + panel.select("h3").eachText()));
    }

    private static Set<String> names(Element element) {
        return element.select("a[href^=?focus=]").stream()
                .map(link -> link.attr("href").replaceFirst("\\?focus=([^&]+)&.*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "en,      Long Short-Term Memory, 長短期記憶,              Architecture, Recurrent networks",
        "zh-Hant, 長短期記憶,              Long Short-Term Memory, 架構,         循環神經網路"
    })
    void the_card_says_what_the_entry_is_in_the_language(
            String lang, String label, String other, String kind, String chapter, StemmaClient client) {
        Element panel = panel(client, "?focus=LSTM&lang=" + lang);
        JsonNode card = client.json("api/v1/concepts/LSTM?lang=" + lang);

        assertEquals(label, panel.selectFirst("h2").text());
        assertEquals(label, panel.attr("aria-label"));
        assertEquals(other, panel.selectFirst(".card-other").text());
        assertEquals(kind + " 1997", panel.selectFirst(".kicker").text());
        assertEquals(
                card.at("/definition/" + lang).stringValue(),
                panel.selectFirst(".definition").text());
        assertEquals(
                card.at("/scopeNote/" + lang).stringValue(),
                panel.selectFirst(".scope-note p").text());
        assertTrue(panel.text().contains(chapter));
        assertTrue(panel.select(".alias").eachText().containsAll(List.of("LSTM", "长短期记忆", "長短期記憶網路")));
        assertEquals(lang, panel.selectFirst("article").attr("lang"));
    }

    @Test
    void without_a_language_the_reader_gets_the_one_that_the_browser_asks_for(StemmaClient client) {
        Document page = page(client, "?focus=LSTM", "Accept-Language", "zh-TW,zh;q=0.9,en;q=0.5");

        assertEquals("長短期記憶", page.selectFirst("#panel h2").text());
        assertEquals("zh-Hant", page.selectFirst("html").attr("lang"));
        assertEquals(
                "Long Short-Term Memory",
                page(client, "?focus=LSTM").selectFirst("#panel h2").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "Transformer", "GPT", "OpenAI", "Vaswani2017", "Seq2seq", "LLaMA"})
    void all_that_the_api_tells_of_an_entry_stands_on_its_page(String name, StemmaClient client) {
        Element panel = panel(client, "?focus=" + name + "&lang=en");
        JsonNode card = client.json("api/v1/concepts/" + name + "?lang=en");
        String words = Jsoup.parse(panel.html()).text();
        Set<String> addresses = new HashSet<>(panel.select("a").eachAttr("href"));

        Stream.of("/relations", "/traits", "/attributes", "/claims")
                .forEach(list -> card.at(list)
                        .valueStream()
                        .forEach(statement ->
                                statement.findValues("reason").forEach(reason -> assertShown(reason, words))));
        card.at("/claims").valueStream().forEach(claim -> {
            assertShown(claim.get("text"), words);
            assertShown(claim.get("correction"), words);
        });
        Stream.of("evidence", "sources")
                .flatMap(member -> card.findValues(member).stream())
                .flatMap(sources -> sources.findValues("url").stream())
                .forEach(url -> assertTrue(addresses.contains(url.stringValue()), url::toString));
        assertEquals(card.get("relations").size(), panel.select(".relation").size(), "each relation has its row");
        card.get("relations")
                .valueStream()
                .map(relation -> relation.at("/concept/name").stringValue())
                .forEach(other -> assertTrue(addresses.contains("?focus=" + other + "&lang=en"), other));
        assertEquals(card.get("traits").size(), panel.select(".trait").size());
        assertEquals(card.get("claims").size(), panel.select(".claim").size());
    }

    private static void assertShown(JsonNode text, String words) {
        if (text != null && text.isObject() && text.has("en")) {
            String shown = text.get("en").stringValue().replaceAll("\\s+", " ");
            assertTrue(words.contains(shown), shown);
        }
    }

    @Test
    void relations_stand_under_their_names_the_lineage_first_and_each_says_why_and_who_says_so(StemmaClient client) {
        Element relations = part(panel(client, "?focus=LSTM&lang=en"), "Relations");
        Element first = relations.selectFirst(".relation-group");

        assertEquals("extends", first.selectFirst("h4").text());
        assertEquals(Set.of("RNN"), names(first.selectFirst(".relation-who")));
        assertEquals("1986", first.selectFirst(".relation-year").text());
        Element why = first.selectFirst("details");
        assertEquals("Why? Recurrent Neural Network", why.selectFirst("summary").text());
        assertTrue(why.selectFirst(".reason").text().startsWith("LSTM keeps the recurrence"));
        assertEquals(
                "https://doi.org/10.1162/neco.1997.9.8.1735",
                why.selectFirst("cite a").attr("href"));
        assertEquals("Place: Section 1", why.selectFirst(".source-place > span").text());
    }

    @Test
    void a_trait_names_the_ancestor_that_it_was_inherited_from(StemmaClient client) {
        Element traits = part(panel(client, "?focus=LSTM&lang=zh-Hant"), "特徵");
        Element recurrent = traits.select(".trait").stream()
                .filter(trait -> trait.text().contains("具循環結構"))
                .findFirst()
                .orElseThrow();

        assertEquals("承襲自 循環神經網路", recurrent.selectFirst(".inherited").text());
        assertEquals("?focus=RNN&lang=zh-Hant", recurrent.selectFirst("a").attr("href"));
        assertEquals(": 是", recurrent.selectFirst(".unseen").text());
    }

    @Test
    void facts_are_written_as_people_write_them(StemmaClient client) {
        assertTrue(part(panel(client, "?focus=GPT3&lang=en"), "Facts").text().contains("175,000,000,000"));
        assertEquals(
                "Model May 2020",
                panel(client, "?focus=GPT3&lang=en")
                        .selectFirst(".kicker")
                        .text()
                        .replaceFirst("\\d+ May", "May"));
        assertTrue(panel(client, "?focus=GPT3&lang=zh-Hant")
                .selectFirst(".when")
                .text()
                .startsWith("2020年5月"));
    }

    @Test
    void a_claim_stands_beside_our_answer_and_its_sources(StemmaClient client) {
        Element claim = part(panel(client, "?focus=RNN&lang=en"), "What the article says of it")
                .selectFirst(".claim[data-assessment=Incorrect], .claim[data-assessment=Dated]");

        assertFalse(claim.selectFirst("blockquote").text().isBlank());
        assertFalse(claim.selectFirst(".verdict").text().isBlank());
        assertTrue(claim.selectFirst(".quiet").text().startsWith("from "));
        assertNotNull(claim.selectFirst(".correction .sources a[href^=http]"));
    }

    @Test
    void a_publication_is_shown_with_what_is_needed_to_cite_it(StemmaClient client) {
        Element panel = panel(client, "?focus=Vaswani2017&lang=en");
        Element work = part(panel, "Publication");

        assertEquals("Attention Is All You Need", work.selectFirst("cite").text());
        assertEquals("https://arxiv.org/abs/1706.03762", work.selectFirst("a").attr("href"));
        assertEquals(
                "Ashish Vaswani, Noam Shazeer, Niki Parmar and others · 12 June 2017",
                work.selectFirst(".source-about").text());
        assertEquals(
                "Ashish Vaswani, Noam Shazeer, Niki Parmar, Jakob Uszkoreit, Llion Jones, Aidan N. Gomez, Łukasz Kaiser,"
                        + " Illia Polosukhin (2017). Attention Is All You Need. Advances in Neural Information Processing"
                        + " Systems 30 (NIPS 2017). https://arxiv.org/abs/1706.03762",
                part(panel, "How to cite").selectFirst(".citation").text());
        assertEquals(26, panel.select(".relation").size());
        assertTrue(panel.select("#panel a[href*='.svg']").isEmpty(), "it has no lineage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "OpenAI", "Vaswani2017"})
    void citations_and_data_are_where_the_links_say(String name, StemmaClient client) {
        Element panel = panel(client, "?focus=" + name + "&lang=zh-Hant");

        for (String part : List.of("引用方式", "資料檔")) {
            for (Element link : part(panel, part).select(".links a")) {
                assertEquals(200, client.get(link.attr("href")).statusCode(), link.outerHtml());
            }
        }
        List<String> data = part(panel, "資料檔").select("a").eachText();
        assertTrue(data.containsAll(List.of("Turtle", "JSON-LD", "JSON")), data::toString);
        assertEquals(name.equals("LSTM"), data.contains("SVG"));
    }

    @Test
    void every_link_to_an_entry_leads_to_its_page_in_the_same_language(StemmaClient client) {
        Element panel = panel(client, "?focus=LSTM&lang=zh-Hant");
        JsonNode known = client.json("api/v1/concepts?limit=1000&fields=name");
        assertTrue(known.get("total").intValue() > 100);

        for (String address : new TreeSet<>(panel.select("a[href^=?]").eachAttr("href"))) {
            Document there = page(client, address);
            assertTrue(address.endsWith("&lang=zh-Hant"), address);
            assertEquals("card", there.selectFirst("#panel").attr("data-kind"), address);
            assertEquals("zh-Hant", there.selectFirst("html").attr("lang"), address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?focus=LSTM", "?focus=Nothing", "?focus=LSTM&edge=LSTM.extends.RNN"})
    void headings_leave_no_step_out_and_the_frame_has_its_words(String path, StemmaClient client) {
        Document page = page(client, path);
        int before = 0;
        for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            assertTrue(level <= before + 1, heading::outerHtml);
            assertFalse(heading.text().isBlank(), heading::outerHtml);
            before = level;
        }
        assertEquals(1, page.select("main").size());
        assertEquals(List.of("中文", "English"), page.select("#languages a").eachText());
        assertEquals("English", page.selectFirst("#languages a[aria-current]").text());
        page.select("[data-t]").forEach(element -> assertFalse(element.text().isBlank(), element::outerHtml));
        assertTrue(page.select("[style], style").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void the_start_has_every_entry_that_is_no_publication_by_chapter_with_its_year(String lang, StemmaClient client) {
        Element panel = panel(client, "?lang=" + lang);
        Set<String> expected = new TreeSet<>();
        int total = 1;
        for (int offset = 0; offset < total; offset += 1000) {
            JsonNode page = client.json("api/v1/concepts?limit=1000&offset=" + offset);
            total = page.get("total").intValue();
            page.get("items")
                    .valueStream()
                    .filter(item -> !item.get("class").stringValue().equals("Publication"))
                    .forEach(item -> expected.add(item.get("name").stringValue()));
        }

        assertEquals(expected, names(panel));
        assertEquals(expected.size(), panel.select(".chapter li").size());
        Element lstm =
                panel.selectFirst("a[href='?focus=LSTM&lang=" + lang + "']").parent();
        assertEquals(lang.equals("en") ? "Long Short-Term Memory 1997" : "長短期記憶 1997", lstm.text());
        assertEquals(
                client.json("api/v1/queries/chapters?lang=" + lang)
                        .get("items")
                        .valueStream()
                        .map(row -> row.get("label").stringValue())
                        .toList(),
                panel.select(".chapter h3").eachText());
    }

    @Test
    void entries_of_a_chapter_stand_in_order_of_time(StemmaClient client) {
        for (Element chapter : panel(client, "").select(".chapter")) {
            List<Integer> years = chapter.select(".relation-year").eachText().stream()
                    .map(Integer::valueOf)
                    .toList();
            assertEquals(
                    years.stream().sorted().toList(),
                    years,
                    chapter.selectFirst("h3").text());
        }
    }

    @Test
    void a_name_that_no_entry_has_is_told_and_all_are_offered(StemmaClient client) {
        Document page = page(client, "?focus=%3Cb%3ENothing&lang=en");

        assertEquals(
                "No entry named “<b>Nothing”", page.selectFirst("#panel h2").text());
        assertTrue(page.select("#panel h2 b").isEmpty());
        assertEquals("noindex", page.selectFirst("meta[name=robots]").attr("content"));
        assertFalse(page.select(".chapter a").isEmpty());
        assertNull(page(client, "?focus=LSTM").selectFirst("meta[name=robots]"));
    }

    @Test
    void a_withdrawn_entry_says_why_and_what_to_use_instead_and_a_renamed_one_is_found(@TempDir Path folder)
            throws Exception {
        try (Stemma stemma = SmallOntology.serve(folder, SmallOntology.GOOD, "renamed")) {
            StemmaClient client = new StemmaClient(stemma.address());
            Document gone = page(client, "?focus=Boneshaker&lang=en");

            assertEquals(
                    "“Boneshaker” was withdrawn", gone.selectFirst("#panel h2").text());
            assertFalse(gone.selectFirst(".intro-text").text().isBlank());
            assertEquals(Set.of("Velocipede"), names(gone.selectFirst(".instead")));
            assertEquals("noindex", gone.selectFirst("meta[name=robots]").attr("content"));
            assertNull(page(client, "?focus=Unicycle").selectFirst(".instead"));
            Document renamed = page(client, "?focus=DandyHorse&lang=en");
            assertEquals("card", renamed.selectFirst("#panel").attr("data-kind"));
            assertTrue(renamed.selectFirst("link[rel=canonical]").attr("href").endsWith("?focus=Draisine"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void the_words_of_the_interface_are_those_of_the_script(String lang, StemmaClient client) {
        Path web = Path.of("web");
        String script =
                client.get("strings/" + lang.toLowerCase(Locale.ROOT) + ".js").body();

        assertEquals(
                script.lines().filter(line -> line.startsWith("  ")).count(),
                PageLanguage.read(web, lang).words().size());
        assertEquals(
                PageLanguage.read(web, "en").words().keySet(),
                PageLanguage.read(web, lang).words().keySet());
    }
}
