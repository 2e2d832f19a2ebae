package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The address is the state of the page: links, back, forward, reload. */
@InBrowser
class LinkPageTest {
    private static final String EDGE = "BERT.basedOn.Transformer";

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void a_link_to_an_entry_shows_what_a_click_shows(String lang, Visits visits) {
        String clicked = visits.open("?lang=" + lang).clickNode("GPT").view();
        String linked = visits.open("?focus=GPT&lang=" + lang).view();
        assertEquals(sorted(clicked), sorted(linked));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void a_link_to_a_line_shows_what_a_click_shows(String lang, Visits visits) {
        String clicked = visits.open("?lang=" + lang).clickLine(EDGE).view();
        String linked = visits.open("?edge=" + EDGE + "&lang=" + lang).view();
        assertEquals(sorted(clicked), sorted(linked));
    }

    /** The order of an address's parameters tells the path that was taken, not the view. */
    private static String sorted(String view) {
        return view.replaceAll("\\?lang=([\\w-]+)&([\\w=.&]+)", "?$2&lang=$1");
    }

    @Test
    void a_reload_shows_the_same(Visits visits) {
        LineagePage page = visits.open("?lang=zh-Hant").clickNode("LSTM");
        String before = page.view();
        page.page().reload();
        assertEquals(before, page.settle().view());
    }

    @Test
    void the_entry_of_a_link_is_in_sight(Visits visits) {
        LineagePage page = visits.open("?focus=Llama4");
        assertThat(page.node("Llama4")).isInViewport();
        assertThat(visits.open("?edge=LSTM.extends.RNN").node("LSTM")).isInViewport();
    }

    @Test
    void a_link_to_a_relation_that_the_chart_does_not_draw_is_explained_too(Visits visits) {
        LineagePage page = visits.open("?edge=Transformer.introducedIn.Vaswani2017&lang=en");
        assertThat(page.panel()).hasAttribute("data-kind", "edge");
        assertThat(page.heading()).containsText("Transformer");
    }

    @Test
    void a_name_in_another_case_leads_to_the_entry_and_the_address_is_put_right(Visits visits) {
        LineagePage page = visits.open("?focus=transformer&lang=en");
        assertThat(page.heading()).hasText("Transformer");
        assertEquals("Transformer", page.parameter("focus"));
        assertEquals(Set.of("Transformer"), page.marked("is-focus"));
    }

    @Test
    void back_and_forward_walk_the_views(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.clickNode("BERT").clickNode("GPT");
        String gpt = page.view();
        page.clickLine(EDGE);
        assertThat(page.heading()).hasText("BERT is based on Transformer");

        page.page().goBack();
        assertThat(page.heading()).hasText("GPT");
        assertEquals(gpt, page.settle().view());
        page.page().goBack();
        assertThat(page.heading()).hasText("BERT");
        assertEquals(Set.of("BERT"), page.marked("is-focus"));
        page.page().goBack();
        assertThat(page.heading()).hasText("A family tree of ideas");
        assertEquals(Set.of(), page.marked("is-focus"));

        page.page().goForward();
        assertThat(page.heading()).hasText("BERT");
        page.page().goForward();
        assertThat(page.heading()).hasText("GPT");
        assertEquals(gpt, page.settle().view());
    }

    @Test
    void back_returns_to_the_language_that_was_left(Visits visits) {
        LineagePage page = visits.open("?focus=LSTM&lang=en");
        page.language("中文").click();
        assertThat(page.heading()).hasText("長短期記憶");
        page.page().goBack();
        assertThat(page.heading()).hasText("Long Short-Term Memory");
        assertThat(page.page().locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void the_same_view_twice_is_one_step_of_the_history(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.clickNode("BERT").clickNode("BERT");
        page.page().goBack();
        assertThat(page.heading()).hasText("A family tree of ideas");
    }

    @Test
    void the_cards_links_are_real_links(Visits visits) {
        LineagePage page = visits.open("?focus=BERT&lang=en");
        String href = page.panel().locator(".relation a").first().getAttribute("href");
        LineagePage other = visits.open(href.substring(1));
        assertThat(other.panel()).hasAttribute("data-kind", "card");
        page.panel().locator(".relation a").first().click();
        page.settle();
        assertEquals(sorted(other.view()), sorted(page.view()));
    }

    @Test
    void the_brand_leads_home(Visits visits) {
        LineagePage page = visits.open("?focus=BERT&lang=zh-Hant");
        page.page().locator("#home").click();
        assertThat(page.heading()).hasText("一棵觀念的家族樹");
        assertNull(page.parameter("focus"));
        assertEquals("/", page.path());
    }
}
