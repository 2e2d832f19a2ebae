package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stemma.StemmaClient;
import tools.jackson.databind.JsonNode;

/** The chart: all that the API tells, and what a click on it does. */
@InBrowser
class ChartPageTest {

    private static String key(JsonNode edge) {
        return edge.get("source").asString() + "." + edge.get("relation").asString() + "."
                + edge.get("target").asString();
    }

    private static Set<String> names(JsonNode nodes) {
        return nodes.valueStream()
                .map(node -> node.get("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names on one side of an entry, by lines of descent alone, as the API tells them. */
    private static Set<String> kin(StemmaClient api, String name, String direction) {
        String descent = api.json("/api/v1/lineage")
                .get("edges")
                .valueStream()
                .filter(edge -> edge.get("family").asString().equals("descendsFrom"))
                .map(edge -> edge.get("relation").asString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        Set<String> names = names(api.json("/api/v1/lineage/" + name + "?direction=" + direction + "&relations="
                        + StemmaClient.encoded(descent))
                .get("nodes"));
        names.remove(name);
        return names;
    }

    private static Set<String> drawn(LineagePage page) {
        return page.nodes().all().stream()
                .map(node -> node.getAttribute("data-name"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Both ends of a line are among the names. */
    private static boolean within(Set<String> names, JsonNode edge) {
        return names.contains(edge.get("source").asString())
                && names.contains(edge.get("target").asString());
    }

    @Test
    void the_chart_shows_every_line_of_the_lineage_between_the_entries_that_it_draws(Visits visits) {
        JsonNode lineage = visits.api().json("/api/v1/lineage");
        LineagePage page = visits.open("");
        Set<String> nodes = drawn(page);
        List<String> edges = page.edges().all().stream()
                .map(edge -> edge.getAttribute("data-edge"))
                .sorted()
                .toList();
        assertEquals(
                lineage.get("edges")
                        .valueStream()
                        .filter(edge -> within(nodes, edge))
                        .map(ChartPageTest::key)
                        .sorted()
                        .toList(),
                edges);
        assertTrue(nodes.size() >= 60 && edges.size() >= 60, nodes.size() + " nodes, " + edges.size() + " edges");
        assertTrue(names(lineage.get("nodes")).containsAll(nodes), nodes.toString());
    }

    @Test
    void the_chart_opens_on_the_main_line_and_says_how_much_of_the_whole_that_is(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        Set<String> nodes = drawn(page);
        assertTrue(
                nodes.containsAll(Set.of(
                        "RNN", "LSTM", "GRU", "Seq2seq", "AttentionMechanism", "Transformer", "BERT", "GPT", "T5")),
                nodes.toString());
        int all = visits.api().json("/api/v1/lineage").get("nodes").size();
        assertThat(page.panel().locator(".intro-count"))
                .containsText(nodes.size() + " of " + all + " entries are drawn");
    }

    @Test
    void an_entry_off_the_main_line_is_drawn_with_all_its_ancestors_when_it_is_chosen(Visits visits) {
        assertFalse(drawn(visits.open("?lang=en")).contains("MinGRU"));
        LineagePage page = visits.open("?focus=MinGRU&lang=en");
        assertThat(page.heading()).hasText("Minimal GRU");
        assertEquals(Set.of("MinGRU"), page.marked("is-focus"));
        assertEquals(kin(visits.api(), "MinGRU", "ancestors"), page.marked("is-ancestor"));
        assertThat(page.node("MinGRU")).isInViewport();
        page.panel().locator(".close").click();
        assertThat(page.node("MinGRU")).hasCount(0);
    }

    @Test
    void every_drawn_entry_bears_its_whole_label(Visits visits) {
        JsonNode lineage = visits.api().json("/api/v1/lineage");
        LineagePage page = visits.open("?lang=zh-Hant");
        Set<String> drawn = drawn(page);
        for (JsonNode node : lineage.get("nodes")) {
            if (drawn.contains(node.get("name").asString())) {
                String label = node.get("label").get("zh-Hant").asString();
                String shown =
                        page.node(node.get("name").asString()).locator(".label").textContent();
                assertEquals(label.replace(" ", ""), shown.replace(" ", ""));
            }
        }
    }

    @Test
    void the_axis_tells_the_years_in_order(Visits visits) {
        LineagePage page = visits.open("").showWholeChart();
        List<String> years = page.page().locator("#chart .axis-labels .year").allTextContents();
        List<Integer> numbers = years.stream()
                .filter(year -> year.matches("\\d{4}"))
                .map(Integer::valueOf)
                .toList();
        assertEquals(numbers.stream().distinct().sorted().toList(), numbers);
        assertTrue(numbers.containsAll(List.of(1986, 1997, 2014, 2017, 2018)), numbers.toString());
    }

    @Test
    void a_click_on_an_entry_opens_its_card_and_changes_the_address(Visits visits) {
        LineagePage page = visits.open("").clickNode("Transformer");
        assertThat(page.heading()).hasText("Transformer");
        assertThat(page.panel()).hasAttribute("data-kind", "card");
        assertThat(page.page()).hasTitle(Pattern.compile("^Transformer · "));
        assertEquals("Transformer", page.parameter("focus"));
        assertThat(page.live())
                .hasText(Pattern.compile(
                        "^Transformer, Architecture, 2017\\. Lit: ancestors \\d+, descendants \\d+\\.$"));
    }

    @Test
    void the_card_tells_definition_relations_traits_and_where_the_data_is(Visits visits) {
        JsonNode concept = visits.api().json("/api/v1/concepts/Transformer");
        LineagePage page = visits.open("?focus=Transformer&lang=en");
        assertThat(page.panel().locator(".definition"))
                .hasText(concept.get("definition").get("en").asString());
        assertThat(page.panel().locator(".relation"))
                .hasCount(concept.get("relations").size());
        assertThat(page.panel().locator(".trait"))
                .hasCount(concept.get("traits").size());
        assertThat(page.panel().locator(".claim"))
                .hasCount(concept.get("claims").size());
        assertEquals(
                Stream.of(
                                "id/Transformer.ttl",
                                "id/Transformer.jsonld",
                                "api/v1/concepts/Transformer",
                                "api/v1/lineage/Transformer.svg?lang=en")
                        .map(path -> visits.api().address() + path)
                        .toList(),
                page.panel().locator(".card-part").last().locator("a").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList());
    }

    @Test
    void a_relation_of_the_card_tells_why_with_its_source(Visits visits) {
        LineagePage page = visits.open("?focus=BERT&lang=en");
        page.button("Why? BERT is based on Transformer").click();
        assertThat(page.panel().locator(".why-box:visible .reason")).not().isEmpty();
        assertThat(page.panel().locator(".why-box:visible cite a").first())
                .hasAttribute("href", Pattern.compile("^https://"));
        page.button("Why? BERT is based on Transformer").click();
        assertThat(page.panel().locator(".why-box:visible")).hasCount(0);
    }

    @Test
    void a_click_on_an_entry_lights_its_ancestors_and_descendants_and_no_other(Visits visits) {
        LineagePage page = visits.open("").clickNode("Transformer");
        assertEquals(Set.of("Transformer"), page.marked("is-focus"));
        assertEquals(kin(visits.api(), "Transformer", "ancestors"), page.marked("is-ancestor"));
        Set<String> descendants = kin(visits.api(), "Transformer", "descendants");
        descendants.retainAll(drawn(page));
        assertEquals(descendants, page.marked("is-descendant"));
        assertTrue(page.marked("is-ancestor").containsAll(Set.of("RNN", "Seq2seq", "AttentionMechanism")));
        assertTrue(page.marked("is-descendant").containsAll(Set.of("BERT", "GPT")));
        assertFalse(page.marked("is-ancestor").contains("LSTM")
                && page.marked("is-descendant").contains("LSTM"));
    }

    @Test
    void the_entries_that_are_not_kin_recede(Visits visits) {
        LineagePage page = visits.open("?focus=GRU");
        String colour = "node => getComputedStyle(node.querySelector('.label')).fill";
        Object lit = page.node("RNN").evaluate(colour);
        assertNotEquals(lit, page.node("BERT").evaluate(colour));
        assertNotEquals(lit, page.node("GRU").evaluate(colour));
    }

    @Test
    void a_click_on_a_line_tells_the_reason_and_the_source_with_its_link(Visits visits) {
        JsonNode edge = visits.api()
                .json("/api/v1/lineage")
                .get("edges")
                .valueStream()
                .filter(one -> key(one).equals("BERT.basedOn.Transformer"))
                .findFirst()
                .orElseThrow();
        JsonNode evidence = edge.get("evidence").get(0);
        LineagePage page = visits.open("?lang=en").clickLine("BERT.basedOn.Transformer");
        assertThat(page.panel()).hasAttribute("data-kind", "edge");
        assertThat(page.heading()).hasText("BERT is based on Transformer");
        assertThat(page.panel().locator(".reason"))
                .hasText(edge.get("reason").get("en").asString());
        assertThat(page.panel().locator("cite a").first())
                .hasAttribute("href", evidence.get("source").get("url").asString());
        assertThat(page.panel().locator(".source").first())
                .containsText(evidence.get("locator").asString());
        assertEquals("BERT.basedOn.Transformer", page.parameter("edge"));
        assertEquals(Set.of("BERT", "Transformer"), page.marked("is-end"));
        assertThat(page.edge("BERT.basedOn.Transformer")).hasClass(Pattern.compile("\\bis-chosen\\b"));
    }

    @Test
    void every_line_of_the_chart_has_a_reason_in_both_languages_and_a_source(Visits visits) {
        for (JsonNode edge : visits.api().json("/api/v1/lineage").get("edges")) {
            assertTrue(edge.get("reason").has("en") && edge.get("reason").has("zh-Hant"), key(edge));
            assertFalse(edge.get("evidence").isEmpty(), key(edge));
        }
    }

    @Test
    void a_line_chosen_beside_a_card_leads_back_to_that_card(Visits visits) {
        LineagePage page = visits.open("?focus=BERT&lang=en").clickLine("BERT.basedOn.Transformer");
        assertEquals("BERT", page.parameter("focus"));
        page.panel().getByText("Back to BERT").click();
        page.settle();
        assertThat(page.heading()).hasText("BERT");
        assertNull(page.parameter("edge"));
    }

    @Test
    void a_click_on_the_bare_chart_closes_the_card(Visits visits) {
        LineagePage page = visits.open("?focus=Transformer&lang=en").showWholeChart();
        BoundingBox chart = page.page().locator("#chart").boundingBox();
        page.page().mouse().click(chart.x + 75, chart.y + chart.height * 0.5);
        assertThat(page.heading()).hasText("A family tree of ideas");
        assertNull(page.parameter("focus"));
        assertEquals(Set.of(), page.marked("is-ancestor"));
    }

    @Test
    void a_drag_moves_the_chart_and_opens_nothing(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        BoundingBox before = page.node("RNN").boundingBox();
        double x = before.x + before.width / 2;
        double y = before.y + before.height / 2;
        page.page().mouse().move(x, y);
        page.page().mouse().down();
        page.page().mouse().move(x, y + 20);
        page.page().mouse().move(x, y - 40);
        page.page().mouse().up();
        assertEquals(before.y - 40, page.node("RNN").boundingBox().y, 25);
        assertNotEquals(before.y, page.node("RNN").boundingBox().y);
        assertNull(page.parameter("focus"));
    }

    @Test
    void the_buttons_and_the_wheel_zoom(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        double width = page.node("RNN").boundingBox().width;
        page.button("Zoom in").click();
        double nearer = page.node("RNN").boundingBox().width;
        assertTrue(nearer > width * 1.2, width + " became " + nearer);
        page.button("Zoom out").click();
        assertEquals(width, page.node("RNN").boundingBox().width, 1);
        page.node("RNN").hover();
        page.page().keyboard().down("Control");
        page.page().mouse().wheel(0, -120);
        page.page().keyboard().up("Control");
        page.page()
                .waitForFunction(
                        "(width) => document.querySelector('.node[data-name=RNN]').getBoundingClientRect().width > width * 1.05",
                        width);
    }

    @Test
    void the_legend_names_every_relation_and_kind_on_the_chart(Visits visits) {
        JsonNode lineage = visits.api().json("/api/v1/lineage");
        LineagePage page = visits.open("?lang=en");
        page.legend().locator("summary").click();
        Set<String> drawn = drawn(page);
        for (JsonNode edge : lineage.get("edges")) {
            if (within(drawn, edge)) {
                assertThat(page.legend())
                        .containsText(edge.get("label").get("en").asString());
            }
        }
        for (JsonNode node : lineage.get("nodes")) {
            if (drawn.contains(node.get("name").asString())) {
                assertThat(page.legend())
                        .containsText(node.get("classLabel").get("en").asString());
            }
        }
    }

    @Test
    void relations_are_told_apart_by_more_than_their_colour(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.legend().locator("summary").click();
        List<?> looks = (List<?>) page.legend().locator(".line-sample").evaluateAll("""
                                (samples) => samples.map((sample) => [...sample.querySelectorAll('path')]
                                  .map((path) => `${path.getAttribute('d')} ${path.getAttribute('stroke-dasharray')}`).join(' '))""");
        assertEquals(looks.stream().distinct().count(), looks.size(), looks.toString());
    }
}
