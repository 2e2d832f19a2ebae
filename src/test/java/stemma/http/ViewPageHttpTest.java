package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;

/** Statements, ways and comparisons as the server sends them, before any script has run. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewPageHttpTest {

    private static Document page(StemmaClient client, String query) {
        HttpResponse<String> answer = client.get(query);
        assertEquals(200, answer.statusCode(), answer.body());
        return Jsoup.parse(answer.body(), client.address());
    }

    private static String meta(Document page, String property) {
        return page.selectFirst("meta[property=" + property + "]").attr("content");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    edge=BERT.basedOn.Transformer         | en      | edge    | BERT is based on Transformer
                    edge=BERT.basedOn.Transformer         | zh-Hant | edge    | BERT 以 Transformer 為基礎
                    edge=bert.basedOn.transformer         | en      | edge    | BERT is based on Transformer
                    focus=lstm                            | en      | card    | Long Short-Term Memory
                    focus=GPT&edge=LSTM.extends.RNN       | zh-Hant | edge    | 長短期記憶擴展自循環神經網路
                    from=RNN&to=GPT                       | en      | path    | From Recurrent Neural Network to GPT
                    from=RNN&to=GPT&way=2                 | zh-Hant | path    | 從循環神經網路到 GPT
                    compare=LSTM,GRU                      | en      | compare | Comparison of Long Short-Term Memory and Gated Recurrent Unit
                    compare=LSTM,GRU,Transformer          | zh-Hant | compare | 比較長短期記憶、閘控循環單元和 Transformer
                    compare=LSTM,GRU,BERT,GPT,RNN         | en      | compare | Comparison of Long Short-Term Memory, Gated Recurrent Unit, BERT and GPT
                    from=LSTM                             | en      | card    | Long Short-Term Memory
                    compare=LSTM                          | en      | card    | Long Short-Term Memory
                    from=LSTM&to=LSTM                     | en      | card    | Long Short-Term Memory
                    from=&to=GPT                          | en      | card    | GPT
                    edge=LSTM.extends                     | en      | outline | A family tree of ideas
                    edge=LSTM..RNN                        | en      | outline | A family tree of ideas
                    """)
    void a_view_says_what_it_is_about(String query, String lang, String kind, String title, StemmaClient client) {
        Document page = page(client, "?" + query + "&lang=" + lang);

        assertEquals(kind, page.selectFirst("#panel").attr("data-kind"));
        assertEquals(title, page.selectFirst("#panel h2").text());
        assertEquals(title, page.selectFirst("#panel").attr("aria-label"));
        if (!kind.equals("outline")) {
            assertEquals(title + " · Stemma", page.title());
            assertEquals(title, meta(page, "og:title"));
            assertFalse(meta(page, "og:description").isBlank());
            assertEquals(
                    meta(page, "og:url"),
                    page.selectFirst("link[rel=canonical]").attr("href"));
        }
    }

    @Test
    void a_statement_tells_its_reason_and_its_source(StemmaClient client) {
        Document page = page(client, "?edge=Transformer.replaces.Recurrence&lang=en");
        Element panel = page.selectFirst("#panel");
        JsonNode statement = client.json("api/v1/concepts/Transformer")
                .get("relations")
                .valueStream()
                .filter(relation -> relation.get("relation").stringValue().equals("replaces"))
                .findFirst()
                .orElseThrow();

        String reason = statement.at("/reason/en").stringValue();
        assertEquals(reason, panel.selectFirst(".reason").text());
        assertEquals(reason, meta(page, "og:description"));
        assertEquals(
                "https://arxiv.org/abs/1706.03762",
                panel.selectFirst(".source cite a").attr("href"));
        assertEquals(
                "The problem that it answers",
                panel.selectFirst(".card-part h3").text());
        assertEquals(
                List.of("Sequential Computation"),
                panel.select(".card-part .relation-who").eachText());
        assertEquals(
                List.of("?focus=Transformer&lang=en", "?focus=Recurrence&lang=en"),
                panel.select(".ends a").eachAttr("href"));
        assertTrue(page(client, "?edge=LSTM.extends.RNN").select(".card-part").isEmpty());
    }

    @Test
    void ways_are_those_of_the_API_with_each_step_and_its_reason(StemmaClient client) {
        Element panel = page(client, "?from=LSTM&to=BERT&lang=en").selectFirst("#panel");
        JsonNode paths = client.json("api/v1/path?from=LSTM&to=BERT&lang=en").get("paths");

        assertEquals(paths.size(), panel.select(".way").size());
        for (int i = 0; i < paths.size(); i++) {
            Element way = panel.select(".way").get(i);
            JsonNode steps = paths.get(i).get("steps");
            assertEquals(steps.size(), way.select(".step").size());
            assertEquals(steps.size() + 1, way.select(".stop").size());
            assertEquals("Long Short-Term Memory", way.selectFirst(".stop a").text());
            assertEquals("BERT", way.select(".stop a").last().text());
            assertTrue(way.select(".step").stream().allMatch(step -> step.selectFirst(".evidence") != null));
        }
        String link = panel.selectFirst(".step-says a").attr("href");
        assertEquals(
                panel.selectFirst(".step-says a").text(),
                page(client, link).selectFirst("h2").text());
    }

    @Test
    void a_comparison_has_the_rows_of_the_API_and_marks_those_that_differ(StemmaClient client) {
        Element table = page(client, "?compare=LSTM,Transformer&lang=en").selectFirst(".comparison");
        JsonNode comparison = client.json("api/v1/compare?ids=LSTM,Transformer&lang=en");
        int rows = comparison.get("traits").size()
                + comparison.get("attributes").size()
                + comparison.get("relations").size();

        assertEquals(
                List.of("Long Short-Term Memory", "Transformer"),
                table.select("thead th").eachText());
        assertEquals(rows + 2, table.select("tr.differs, tr.same").size());
        assertTrue(table.select("tr.differs").stream()
                .anyMatch(row -> row.selectFirst("th").text().contains("Year")
                        && row.select("td").eachText().equals(List.of("1997", "2017"))));
        assertTrue(table.select("tr").stream()
                .allMatch(row -> row.select("td").stream()
                        .allMatch(cell -> cell.parent().parent().normalName().equals("thead") || cell.hasText())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    edge=LSTM.extends.Transformer  | No such statement
                    edge=LSTM.flies.RNN            | No such statement
                    edge=Nobody.extends.RNN        | No entry named “Nobody”
                    from=LSTM&to=%3Cb%3ENobody     | No entry named “<b>Nobody”
                    compare=LSTM,Nobody            | No entry named “Nobody”
                    """)
    void what_is_not_there_is_told_and_all_entries_are_offered(String query, String title, StemmaClient client) {
        Document page = page(client, "?" + query + "&lang=en");

        assertEquals(title, page.selectFirst("#panel h2").text());
        assertEquals("noindex", page.selectFirst("meta[name=robots]").attr("content"));
        assertFalse(page.select(".chapter a").isEmpty());
    }

    @Test
    void the_switch_of_languages_keeps_the_view(StemmaClient client) {
        assertEquals(
                List.of("?from=LSTM&to=GPT&lang=zh-Hant", "?from=LSTM&to=GPT&lang=en"),
                page(client, "?from=LSTM&to=GPT&way=2&lang=en")
                        .select("#languages a")
                        .eachAttr("href"));
    }
}
