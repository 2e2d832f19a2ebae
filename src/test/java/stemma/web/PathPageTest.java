package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The explained ways between two entries. */
@InBrowser
class PathPageTest {
    private static final String VIEW = "?from=LSTM&to=GPT";
    private static final String WAYS = "**/api/v1/path**";
    private static final String FAILED = "Failed to load resource";

    static Stream<Arguments> looks_and_languages() {
        return Pictures.looks_and_languages();
    }

    private static JsonNode ways(Visits visits, String from, String to, String lang) {
        return visits.api()
                .json("/api/v1/path?from=" + from + "&to=" + to + "&lang=" + lang)
                .get("paths");
    }

    private static List<String> stops(LineagePage page) {
        return page.panel().locator(".steps .stop a").all().stream()
                .map(link -> link.getAttribute("href").replaceFirst(".*focus=(\\w+).*", "$1"))
                .toList();
    }

    private static List<String> stops(JsonNode way) {
        List<String> stops = new ArrayList<>();
        way.get("steps").forEach(step -> {
            boolean along = step.get("direction").asString().equals("forward");
            stops.add(step.get(along ? "source" : "target").get("name").asString());
        });
        JsonNode last = way.get("steps").get(way.get("steps").size() - 1);
        boolean along = last.get("direction").asString().equals("forward");
        stops.add(last.get(along ? "target" : "source").get("name").asString());
        return stops;
    }

    private static Set<String> litLines(LineagePage page) {
        return new TreeSet<>(page.page().locator("#chart .edge.is-way").all().stream()
                .map(line -> line.getAttribute("data-edge"))
                .toList());
    }

    private static Locator control(LineagePage page, String name) {
        return page.panel().locator(".control").getByText(name).or(page.button(name));
    }

    @ParameterizedTest
    @MethodSource("looks_and_languages")
    void the_view_can_be_looked_at_and_axe_finds_nothing(Look look, String lang, Visits visits) {
        LineagePage page = visits.open(look, VIEW + "&lang=" + lang);
        assertThat(page.panel()).hasAttribute("data-kind", "path");
        Pictures.takeAndCheck("path", look, lang, page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void every_step_is_told_with_its_year_its_reason_and_its_source(String lang, Visits visits) {
        JsonNode way = ways(visits, "LSTM", "GPT", lang).get(0);
        LineagePage page = visits.open(VIEW + "&lang=" + lang);
        assertEquals(stops(way), stops(page));
        Locator steps = page.panel().locator(".step");
        assertThat(steps).hasCount(way.get("steps").size());
        for (int i = 0; i < way.get("steps").size(); i++) {
            JsonNode step = way.get("steps").get(i);
            assertThat(steps.nth(i)).containsText(step.get("year").asString());
            assertThat(steps.nth(i)).containsText(step.get("reason").get(lang).asString());
            assertThat(steps.nth(i).locator(".step-sign"))
                    .hasText(step.get("direction").asString().equals("forward") ? "↓" : "↑");
            JsonNode source = step.get("evidence").get(0).get("source");
            Locator link = steps.nth(i).locator(".step-sources a").first();
            assertThat(link).hasAttribute("href", source.get("url").asString());
            assertThat(link).hasText(source.get("label").get(lang).asString());
        }
        page.panel().locator(".way-text summary").click();
        assertThat(page.panel().locator(".way-text p")).hasText(way.get("text").asString());
    }

    @Test
    void the_way_lights_up_on_the_chart_and_the_rest_recedes(Visits visits) {
        LineagePage page = visits.open(VIEW + "&lang=en");
        List<String> stops = stops(ways(visits, "LSTM", "GPT", "en").get(0));
        assertEquals(Set.of("LSTM", "GPT"), page.marked("is-focus"));
        assertEquals(new TreeSet<>(stops.subList(1, stops.size() - 1)), page.marked("is-end"));
        assertTrue(litLines(page).containsAll(Set.of("LSTM.extends.RNN", "GPT.basedOn.Transformer")));
        assertThat(page.page().locator("#chart .has-choice")).hasCount(1);
        stops.forEach(name -> assertThat(page.node(name)).isInViewport());
        assertThat(page.page()).hasTitle("From Long Short-Term Memory to GPT · Stemma");
        assertThat(page.live())
                .hasText(Pattern.compile("^From Long Short-Term Memory to GPT: \\d ways. Way 1 is shown"));
    }

    @Test
    void entries_of_the_way_are_drawn_even_beside_the_main_line(Visits visits) {
        LineagePage plain = visits.open("?lang=en");
        List<JsonNode> nodes =
                visits.api().json("/api/v1/lineage").get("nodes").valueStream().toList();
        String hidden = nodes.stream()
                .map(node -> node.get("name").asString())
                .filter(name -> plain.node(name).count() == 0)
                .findFirst()
                .orElseThrow();
        LineagePage page = visits.open("?from=" + hidden + "&to=LSTM&lang=en");
        assertThat(page.node(hidden)).isInViewport();
        assertTrue(page.marked("is-focus").contains(hidden));
    }

    @Test
    void another_way_is_chosen_and_back_returns_to_the_first(Visits visits) {
        JsonNode ways = ways(visits, "LSTM", "GPT", "en");
        LineagePage page = visits.open(VIEW + "&lang=en");
        String first = page.view();
        page.panel().locator(".way-link").nth(1).click();
        page.settle();
        assertThat(page.panel().locator(".way-link").nth(1)).hasAttribute("aria-current", "true");
        assertThat(page.panel().locator(".way-link").nth(1)).isFocused();
        assertEquals("2", page.parameter("way"));
        assertEquals(stops(ways.get(1)), stops(page));
        String second = page.view();
        assertEquals(second, visits.open(VIEW + "&lang=en&way=2").view());
        page.page().goBack();
        assertThat(page.panel().locator(".way-link").first()).hasAttribute("aria-current", "true");
        assertEquals(first, page.settle().view());
        page.page().goForward();
        assertThat(page.panel().locator(".way-link").nth(1)).hasAttribute("aria-current", "true");
        assertEquals(second, page.settle().view());
    }

    @Test
    void the_ends_are_swapped(Visits visits) {
        LineagePage page = visits.open(VIEW + "&lang=en&way=2");
        control(page, "Swap the ends").click();
        page.settle();
        assertThat(page.heading()).hasText("From GPT to Long Short-Term Memory");
        assertThat(page.heading()).isFocused();
        assertEquals("GPT", page.parameter("from"));
        assertNull(page.parameter("way"));
        assertEquals("GPT", stops(page).getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "en, Way to…, Transf, From Long Short-Term Memory to Transformer",
        "zh-Hant, 通往…, transf, 從長短期記憶到 Transformer"
    })
    void the_card_leads_to_a_way_as_a_link_does(String lang, String button, String typed, String title, Visits visits) {
        LineagePage page = visits.open("?focus=LSTM&lang=" + lang);
        page.button(button).click();
        assertThat(page.panel().locator(".picker input").first()).isFocused();
        page.pick(typed, "Transformer");
        assertThat(page.heading()).hasText(title);
        LineagePage linked = visits.open("?from=LSTM&to=Transformer&lang=" + lang);
        assertEquals(linked.panel().innerText(), page.panel().innerText());
        assertEquals(litLines(linked), litLines(page));
        page.page().goBack();
        assertThat(page.panel()).hasAttribute("data-kind", "card");
        assertThat(page.panel().locator(".picker:visible")).hasCount(0);
    }

    @Test
    void the_keyboard_alone_opens_a_way_walks_it_and_closes_it(Visits visits) {
        LineagePage page = visits.open("?focus=LSTM&lang=en");
        page.button("Way to…").focus();
        page.press("Enter");
        page.page().keyboard().type("gpt-2");
        assertThat(page.options().first()).hasAttribute("data-name", "GPT2");
        page.press("Escape");
        page.press("Escape");
        page.press("Escape");
        assertThat(page.button("Way to…")).isFocused();
        assertThat(page.button("Way to…")).hasAttribute("aria-expanded", "false");
        page.press("Enter");
        page.page().keyboard().type("gpt-2");
        assertThat(page.options().first()).hasAttribute("data-name", "GPT2");
        page.press("Enter");
        page.settle();
        assertThat(page.heading()).isFocused();
        assertEquals("GPT2", page.parameter("to"));
        page.panel().locator(".way-link").nth(1).focus();
        page.press("Enter");
        page.settle();
        assertEquals("2", page.parameter("way"));
        page.press("Escape");
        assertThat(page.heading()).hasText("Long Short-Term Memory");
        assertEquals("LSTM", page.parameter("focus"));
        assertNull(page.parameter("to"));
        assertNull(page.parameter("way"));
        assertThat(page.heading()).isFocused();
    }

    @Test
    void the_entry_itself_is_not_offered_as_the_other_end(Visits visits) {
        LineagePage page = visits.open("?focus=LSTM&lang=en");
        page.button("Way to…").click();
        page.picker().fill("lstm");
        assertThat(page.options().first()).isVisible();
        assertThat(page.page().locator(".picker .match[data-name=LSTM]")).hasCount(0);
    }

    @Test
    void the_sentence_of_a_step_leads_to_its_statement_and_an_entry_to_its_card(Visits visits) {
        LineagePage page = visits.open(VIEW + "&lang=en");
        page.panel().locator(".step-says a").first().click();
        page.settle();
        assertThat(page.panel()).hasAttribute("data-kind", "edge");
        assertNull(page.parameter("from"));
        page.page().goBack();
        assertThat(page.panel()).hasAttribute("data-kind", "path");
        page.clickNode("Transformer");
        assertThat(page.heading()).hasText("Transformer");
        assertEquals("Transformer", page.parameter("focus"));
        assertNull(page.parameter("to"));
        assertEquals(Set.of(), litLines(page));
    }

    @Test
    void the_language_switch_keeps_the_way(Visits visits) {
        LineagePage page = visits.open(VIEW + "&way=2&lang=en");
        page.language("中文").click();
        assertThat(page.heading()).hasText("從長短期記憶到 GPT");
        page.settle();
        assertEquals("2", page.parameter("way"));
        assertThat(page.panel().locator(".way-link").nth(1)).hasAttribute("aria-current", "true");
        assertEquals(stops(ways(visits, "LSTM", "GPT", "zh-Hant").get(1)), stops(page));
    }

    @Test
    void names_in_another_case_are_led_to_the_entries(Visits visits) {
        LineagePage page = visits.open("?from=lstm&to=gpt&lang=en");
        assertThat(page.heading()).hasText("From Long Short-Term Memory to GPT");
        assertEquals("LSTM", page.parameter("from"));
        assertEquals("GPT", page.parameter("to"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, ?from=LSTM&to=NoSuchThing, No entry named “NoSuchThing”",
        "zh-Hant, ?from=NoSuchThing&to=LSTM, 沒有名為「NoSuchThing」的詞條"
    })
    void an_unknown_end_is_named(String lang, String view, String title, Visits visits) {
        LineagePage page = visits.open(view + "&lang=" + lang).expecting(FAILED + ".*404");
        assertThat(page.heading()).hasText(title);
        assertThat(page.node("LSTM")).isVisible();
        page.press("Escape");
        assertThat(page.panel()).hasAttribute("data-kind", "intro");
        assertNull(page.parameter("from"));
    }

    @ParameterizedTest
    @CsvSource({
        "?from=LSTM, A way has two ends. Choose the other one.",
        "?to=LSTM, A way has two ends. Choose the other one.",
        "?from=LSTM&to=LSTM, Both ends are the same entry. Choose another one."
    })
    void a_way_with_one_end_asks_for_the_other(String view, String text, Visits visits) {
        LineagePage page = visits.open(view + "&lang=en");
        assertThat(page.panel()).containsText(text);
        assertThat(page.live()).hasText(text);
        page.pick("gpt-2", "GPT2");
        assertThat(page.heading()).hasText("From Long Short-Term Memory to GPT-2");
    }

    @Test
    void two_entries_without_a_way_are_said_to_have_none(Visits visits) {
        LineagePage page = visits.open(
                Look.WIDE,
                VIEW + "&lang=en",
                context -> context.route(WAYS, route -> {
                    var answer = route.fetch();
                    route.fulfill(new Route.FulfillOptions()
                            .setResponse(answer)
                            .setBody("{\"from\":\"LSTM\",\"to\":\"GPT\",\"paths\":[]}"));
                }));
        assertThat(page.panel()).containsText("No way between them");
        assertThat(page.live()).hasText("From Long Short-Term Memory to GPT: No way between them");
        assertEquals(Set.of("LSTM", "GPT"), page.marked("is-focus"));
        assertThat(page.button("Way to…")).isVisible();
    }

    @Test
    void a_server_that_is_away_is_told_and_asked_again(Visits visits) {
        LineagePage page = visits.open(Look.WIDE, VIEW + "&lang=en", context -> context.route(WAYS, Route::abort))
                .expecting(FAILED);
        assertThat(page.heading()).hasText("The server does not answer");
        page.context().unroute(WAYS);
        page.button("Try again").click();
        assertThat(page.heading()).hasText("From Long Short-Term Memory to GPT");
    }

    @Test
    void a_reload_shows_the_same(Visits visits) {
        LineagePage page = visits.open(VIEW + "&way=3&lang=zh-Hant");
        String before = page.view();
        page.page().reload();
        assertEquals(before, page.settle().view());
        assertFalse(litLines(page).isEmpty());
    }
}
