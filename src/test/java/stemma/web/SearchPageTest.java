package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The search box with its type-ahead, by mouse and by keyboard, in Chinese and in English. */
@InBrowser
class SearchPageTest {

    private static Locator option(LineagePage page, String name) {
        return page.page().locator("#matches .match[data-name='" + name + "']");
    }

    @ParameterizedTest
    @CsvSource({
        "en, transf, Transformer, Transformer",
        "en, long short, LSTM, Long Short-Term Memory",
        "en, 注意力, AttentionMechanism, Attention Mechanism",
        "zh-Hant, 循環神經, RNN, 循環神經網路",
        "zh-Hant, 注意力機, AttentionMechanism, 注意力機制",
        "zh-Hant, bert, BERT, BERT"
    })
    void a_few_letters_in_either_language_offer_the_entry_and_a_click_opens_it(
            String lang, String typed, String name, String label, Visits visits) {
        LineagePage page = visits.open("?lang=" + lang);
        page.search().click();
        page.search().pressSequentially(typed);
        assertThat(option(page, name)).isVisible();
        option(page, name).click();
        page.settle();
        assertThat(page.heading()).containsText(label);
        assertEquals(name, page.parameter("focus"));
        assertThat(page.search()).hasValue("");
        assertThat(page.options()).hasCount(0);
    }

    @ParameterizedTest
    @CsvSource({"en, gpt-2, GPT2", "zh-Hant, 長短期記憶, LSTM"})
    void arrows_and_enter_pick_an_entry(String lang, String typed, String name, Visits visits) {
        LineagePage page = visits.open("?lang=" + lang);
        page.press("/");
        assertThat(page.search()).isFocused();
        page.search().pressSequentially(typed);
        assertThat(option(page, name)).isVisible();
        page.press("ArrowDown");
        assertThat(page.options().first()).hasAttribute("aria-selected", "true");
        while (!"true".equals(option(page, name).getAttribute("aria-selected"))) {
            page.press("ArrowDown");
        }
        assertThat(page.search())
                .hasAttribute("aria-activedescendant", option(page, name).getAttribute("id"));
        page.press("Enter");
        page.settle();
        assertEquals(name, page.parameter("focus"));
        assertThat(page.heading()).isFocused();
    }

    @Test
    void enter_alone_takes_the_first_offer(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.search().fill("transformer");
        assertThat(page.options().first()).hasAttribute("data-name", "Transformer");
        page.press("Enter");
        page.settle();
        assertEquals("Transformer", page.parameter("focus"));
    }

    @Test
    void the_box_is_a_combobox_that_says_what_it_shows(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        assertThat(page.search()).hasAttribute("aria-expanded", "false");
        assertThat(page.search()).hasAccessibleName("Find an entry");
        page.search().fill("gate");
        assertThat(page.options().first()).isVisible();
        assertThat(page.search()).hasAttribute("aria-expanded", "true");
        assertThat(page.search()).hasAttribute("aria-controls", "matches");
        assertThat(page.live()).hasText(page.options().count() + " entries found");
        page.press("ArrowUp");
        assertThat(page.options().last()).hasAttribute("aria-selected", "true");
        page.press("ArrowDown");
        assertThat(page.options().first()).hasAttribute("aria-selected", "true");
        assertThat(page.page().locator(".match[aria-selected=true]")).hasCount(1);
        page.press("Escape");
        assertThat(page.search()).hasAttribute("aria-expanded", "false");
        assertThat(page.search()).hasValue("gate");
        page.press("Escape");
        assertThat(page.search()).hasValue("");
    }

    @Test
    void the_letters_that_matched_are_marked_and_an_alias_is_named(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.search().fill("transf");
        assertThat(option(page, "Transformer").locator("mark").first()).hasText("Transf");
        page.search().fill("lstm");
        assertThat(option(page, "LSTM")).isVisible();
        assertThat(option(page, "LSTM")).containsText(Pattern.compile("LSTM"));
    }

    @Test
    void the_list_follows_the_typing(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.search().fill("transformer");
        assertThat(option(page, "Transformer")).isVisible();
        page.search().fill("gradient");
        assertThat(option(page, "VanishingGradient")).isVisible();
        assertThat(option(page, "Transformer")).hasCount(0);
        page.search().fill("");
        assertThat(page.options()).hasCount(0);
    }

    @Test
    void a_search_without_a_find_says_so(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.search().fill("qqxxzz");
        assertThat(page.page().locator(".matches-note")).hasText("Nothing found for “qqxxzz”.");
        assertThat(page.live()).hasText("Nothing found for “qqxxzz”.");
        page.press("Enter");
        assertNull(page.parameter("focus"));
    }

    @Test
    void an_entry_without_lineage_gets_its_card_and_is_said_not_to_be_on_the_chart(Visits visits) {
        JsonNode lineage = visits.api().json("/api/v1/lineage");
        assertTrue(lineage.get("nodes")
                .valueStream()
                .noneMatch(node -> node.get("name").asString().equals("OpenAI")));
        LineagePage page = visits.open("?lang=en");
        page.search().fill("OpenAI");
        option(page, "OpenAI").click();
        page.settle();
        assertThat(page.heading()).hasText("OpenAI");
        assertThat(page.panel()).containsText("not on the chart");
        assertThat(page.panel().locator(".relation").first()).isVisible();
        assertThat(page.page().locator("#chart .has-choice")).hasCount(0);
        assertThat(page.live()).hasText(Pattern.compile("It is not on the chart"));
    }

    @Test
    void the_index_leads_to_every_entry(Visits visits) {
        int total = visits.api().json("/api/v1/concepts?limit=1").get("total").asInt();
        LineagePage page = visits.open("?lang=zh-Hant");
        page.panel().getByText("所有詞條，依種類").click();
        assertThat(page.panel().locator(".index-class li")).hasCount(total);
        page.panel()
                .locator(".index-class summary", new Locator.LocatorOptions().setHasText("問題"))
                .click();
        page.panel().locator(".index-class[open] a").first().click();
        page.settle();
        assertThat(page.panel()).hasAttribute("data-kind", "card");
        assertThat(page.panel().locator(".kicker")).containsText("問題");
    }
}
