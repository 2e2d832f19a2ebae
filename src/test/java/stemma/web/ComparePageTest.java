package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Entries side by side. */
@InBrowser
class ComparePageTest {
    private static final String VIEW = "?compare=LSTM,GRU,Transformer";
    private static final String COMPARE = "**/api/v1/compare**";
    private static final String FAILED = "Failed to load resource";

    static Stream<Arguments> looks_and_languages() {
        return Pictures.looks_and_languages();
    }

    private static Locator row(LineagePage page, String name) {
        return page.panel()
                .locator(
                        "tbody tr:not(.group)",
                        new Locator.LocatorOptions()
                                .setHas(page.page()
                                        .locator(
                                                "th[scope=row]",
                                                new Page.LocatorOptions()
                                                        .setHasText(Pattern.compile("^[≠=]" + name + " \\(")))));
    }

    private static List<String> columns(LineagePage page) {
        return page.panel().locator("thead th .column-head a:not(.take-out)").allInnerTexts();
    }

    @ParameterizedTest
    @MethodSource("looks_and_languages")
    void the_view_can_be_looked_at_and_axe_finds_nothing(Look look, String lang, Visits visits) {
        LineagePage page = visits.open(look, VIEW + "&lang=" + lang);
        assertThat(page.panel()).hasAttribute("data-kind", "compare");
        Pictures.takeAndCheck("compare", look, lang, page);
    }

    @Test
    void a_trait_and_a_fact_answer_with_their_source(Visits visits) {
        LineagePage page = visits.open("?compare=BERT,GPT3&lang=en");
        page.button("Source: BERT: is autoregressive").click();
        assertThat(page.panel().locator(".why-box:visible .source cite")).containsText("BERT");
        page.button("Source: GPT-3: architecture kind").focus();
        page.press("Enter");
        assertThat(page.panel().locator(".why-box:visible .source cite")).hasCount(2);
    }

    @Test
    void a_narrow_page_scrolls_the_table_within_itself(Visits visits) {
        LineagePage page = visits.open(Look.NARROW, VIEW + "&lang=en");
        Locator room = page.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Comparison of"));
        assertEquals(true, room.evaluate("room => room.scrollWidth > room.clientWidth"));
        room.focus();
        page.press("ArrowRight");
        page.page()
                .waitForCondition(
                        () -> room.evaluate("room => room.scrollLeft > 0").equals(true));
        double left = page.panel().boundingBox().x;
        assertTrue(page.panel().locator("th[scope=row]").first().boundingBox().x >= left, "the row's name stays");
    }

    @Test
    void each_entry_has_a_column_and_each_property_a_row(Visits visits) {
        JsonNode answer = visits.api().json("/api/v1/compare?ids=LSTM,GRU,Transformer&lang=en");
        LineagePage page = visits.open(VIEW + "&lang=en");
        assertEquals(List.of("Long Short-Term Memory", "Gated Recurrent Unit", "Transformer"), columns(page));
        int rows = 2
                + answer.get("traits").size()
                + answer.get("attributes").size()
                + answer.get("relations").size();
        assertThat(page.panel().locator("tbody tr:not(.group)")).hasCount(rows);
        assertThat(row(page, "Kind").locator("td"))
                .hasText(new String[] {"Architecture", "Architecture", "Architecture"});
        assertThat(row(page, "Year").locator("td")).hasText(new String[] {"1997", "2014", "2017"});
        assertThat(row(page, "architecture kind").locator("td").last()).containsText("encoder–decoder");
        assertThat(row(page, "was developed by").locator("td").last()).containsText("Google");
        assertThat(row(page, "extends").locator("td").first()).hasText("Recurrent Neural Network");
        assertThat(row(page, "uses attention").locator("td").last()).containsText("yes");
        assertThat(row(page, "uses attention").locator("td").first()).containsText("not stated");
        assertThat(page.page())
                .hasTitle("Comparison of Long Short-Term Memory, Gated Recurrent Unit, and Transformer · Stemma");
    }

    @Test
    void inherited_values_say_from_whom(Visits visits) {
        LineagePage page = visits.open(VIEW + "&lang=en");
        Locator cell = row(page, "is recurrent").locator("td").first();
        assertThat(cell).containsText("inherited from Recurrent Neural Network");
        cell.locator("a").click();
        page.settle();
        assertEquals("RNN", page.parameter("focus"));
        assertNull(page.parameter("compare"));
    }

    @Test
    void rows_that_differ_are_marked_by_a_sign_and_words(Visits visits) {
        LineagePage page = visits.open(VIEW + "&lang=en");
        assertThat(row(page, "Year").locator(".row-sign")).hasText("≠");
        assertThat(row(page, "Year").locator("th")).containsText("they differ");
        assertThat(row(page, "Kind").locator(".row-sign")).hasText("=");
        assertThat(row(page, "Kind").locator("th")).containsText("the same");
    }

    @Test
    void equal_rows_are_folded_and_the_address_says_so(Visits visits) {
        LineagePage page = visits.open("?compare=LSTM,GRU&lang=en");
        Locator fold = page.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Hide equal rows")));
        int same = page.panel().locator("tbody tr.same").count();
        assertThat(fold).hasText("Hide equal rows (" + same + ")");
        fold.focus();
        page.press("Enter");
        assertThat(fold).hasAttribute("aria-pressed", "true");
        assertThat(fold).isFocused();
        assertThat(row(page, "Kind")).isHidden();
        assertThat(row(page, "Year")).isVisible();
        assertThat(page.live()).hasText("Equal rows are hidden.");
        assertEquals("differing", page.parameter("rows"));
        String view = page.view();
        page.page().reload();
        assertEquals(view, page.settle().view());
        fold.click();
        assertThat(row(page, "Kind")).isVisible();
        assertNull(page.parameter("rows"));
    }

    @Test
    void what_is_compared_is_lit_in_the_chart(Visits visits) {
        LineagePage page = visits.open(VIEW + "&lang=en");
        assertEquals(Set.of("LSTM", "GRU", "Transformer"), page.marked("is-focus"));
        List.of("LSTM", "GRU", "Transformer")
                .forEach(name -> assertThat(page.node(name)).isInViewport());
        assertThat(page.edge("GRU.basedOn.LSTM")).hasClass(Pattern.compile("is-way"));
        assertThat(page.live())
                .hasText(Pattern.compile("^Comparison of .*Rows that differ: \\d+, equal rows: \\d+\\.$"));
    }

    @ParameterizedTest
    @CsvSource({"en, Compare with…, Long Short-Term Memory and Gated Recurrent Unit", "zh-Hant, 與…比較, 長短期記憶和閘控循環單元"})
    void the_card_leads_to_a_comparison_as_a_link_does(String lang, String button, String title, Visits visits) {
        LineagePage page = visits.open("?focus=LSTM&lang=" + lang);
        page.button(button).click();
        page.pick("gru", "GRU");
        assertThat(page.heading()).isFocused();
        LineagePage linked = visits.open("?compare=LSTM,GRU&lang=" + lang);
        assertThat(linked.heading()).hasText(title);
        assertEquals(linked.panel().innerText(), page.panel().innerText());
        assertEquals(linked.marked("is-focus"), page.marked("is-focus"));
        assertTrue(page.page().url().contains("compare=LSTM,GRU"), page.page().url());
    }

    @Test
    void entries_are_added_and_taken_out_and_back_and_forward_follow(Visits visits) {
        LineagePage page = visits.open("?compare=LSTM,GRU&lang=en");
        page.button("Add an entry…").click();
        page.pick("bert", "BERT");
        page.button("Add an entry…").click();
        page.pick("mamba", "Mamba");
        assertEquals("LSTM,GRU,BERT,Mamba", page.parameter("compare"));
        assertThat(page.button("Add an entry…")).hasCount(0);
        assertThat(page.panel()).containsText("At most four are compared at once.");
        page.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take Gated Recurrent Unit out"))
                .click();
        page.settle();
        assertEquals(List.of("Long Short-Term Memory", "BERT", "Mamba"), columns(page));
        assertEquals(Set.of("LSTM", "BERT", "Mamba"), page.marked("is-focus"));
        page.page().goBack();
        assertThat(page.panel().locator("thead th")).hasCount(4);
        page.page().goBack();
        assertThat(page.panel().locator("thead th")).hasCount(3);
        page.page().goForward();
        assertThat(page.panel().locator("thead th")).hasCount(4);
        assertEquals(Set.of("LSTM", "GRU", "BERT", "Mamba"), page.marked("is-focus"));
    }

    @Test
    void the_last_one_left_asks_for_another(Visits visits) {
        LineagePage page = visits.open("?compare=LSTM,GRU&lang=en");
        page.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take Gated Recurrent Unit out"))
                .click();
        page.settle();
        assertThat(page.panel()).containsText("A comparison needs two entries or more.");
        page.pick("rnn", "RNN");
        assertEquals("LSTM,RNN", page.parameter("compare"));
    }

    @Test
    void what_is_compared_already_is_not_offered(Visits visits) {
        LineagePage page = visits.open(VIEW + "&lang=en");
        page.button("Add an entry…").click();
        page.panel().locator(".picker input").fill("transformer");
        assertThat(page.options().first()).isVisible();
        assertThat(page.page().locator(".picker .match[data-name=Transformer]")).hasCount(0);
    }

    @Test
    void the_keyboard_alone_compares_and_escape_returns_to_the_first_card(Visits visits) {
        LineagePage page = visits.open("?focus=BERT&lang=en");
        page.button("Compare with…").focus();
        page.press("Enter");
        page.page().keyboard().type("gpt-2");
        assertThat(page.options().first()).hasAttribute("data-name", "GPT2");
        page.press("ArrowDown", "Enter");
        page.settle();
        assertThat(page.heading()).isFocused();
        assertEquals("BERT,GPT2", page.parameter("compare"));
        page.press("Escape");
        assertThat(page.heading()).hasText("BERT");
        assertThat(page.heading()).isFocused();
        assertEquals("BERT", page.parameter("focus"));
        assertNull(page.parameter("compare"));
        assertEquals(Set.of("BERT"), page.marked("is-focus"));
    }

    @Test
    void the_one_field_of_a_card_closes_the_other(Visits visits) {
        LineagePage page = visits.open("?focus=BERT&lang=en");
        page.button("Way to…").click();
        page.button("Compare with…").click();
        assertThat(page.button("Way to…")).hasAttribute("aria-expanded", "false");
        assertThat(page.panel().locator(".picker:visible")).hasCount(1);
        assertThat(page.panel().locator(".picker:visible input")).hasAccessibleName("Compare BERT with which entry?");
        assertThat(page.panel().locator(".picker:visible input")).isFocused();
    }

    @Test
    void names_twice_in_another_case_or_too_many_are_put_right(Visits visits) {
        LineagePage page = visits.open("?compare=LSTM,LSTM,%20GRU,BERT,GPT,T5&lang=en");
        assertEquals("LSTM,GRU,BERT,GPT", page.parameter("compare"));
        page.load("?compare=lstm,GRU&lang=en");
        assertEquals("LSTM,GRU", page.parameter("compare"));
    }

    @ParameterizedTest
    @CsvSource({"en, No entry named “Nope”", "zh-Hant, 沒有名為「Nope」的詞條"})
    void an_unknown_entry_is_named(String lang, String title, Visits visits) {
        LineagePage page = visits.open("?compare=LSTM,Nope&lang=" + lang).expecting(FAILED + ".*404");
        assertThat(page.heading()).hasText(title);
        page.panel().locator(".close").click();
        assertThat(page.panel()).hasAttribute("data-kind", "intro");
        assertNull(page.parameter("compare"));
    }

    @Test
    void a_server_that_is_away_is_told_and_asked_again(Visits visits) {
        LineagePage page = visits.open(Look.WIDE, VIEW + "&lang=en", context -> context.route(COMPARE, Route::abort))
                .expecting(FAILED);
        assertThat(page.heading()).hasText("The server does not answer");
        page.context().unroute(COMPARE);
        page.button("Try again").click();
        assertThat(page.heading()).containsText("Gated Recurrent Unit");
    }

    @Test
    void the_language_switch_keeps_the_comparison(Visits visits) {
        LineagePage page = visits.open(VIEW + "&rows=differing&lang=en");
        page.language("中文").click();
        assertThat(page.heading()).hasText("長短期記憶、閘控循環單元和 Transformer");
        page.settle();
        assertEquals("differing", page.parameter("rows"));
        assertThat(page.panel().locator("table.is-folded")).hasCount(1);
    }
}
