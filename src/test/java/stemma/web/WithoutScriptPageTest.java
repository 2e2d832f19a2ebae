package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a browser that runs no script: all there is to read can be read, and links lead on. */
@InBrowser
class WithoutScriptPageTest {

    /** As wide as A4 at the resolution of CSS. */
    private static final Look PAPER = new Look(794, 1000, "en-US", ColorScheme.LIGHT, ReducedMotion.REDUCE);

    private static Look look(String size) {
        return switch (size) {
            case "narrow" -> Look.NARROW;
            case "dark" -> Look.WIDE.dark();
            default -> Look.WIDE;
        };
    }

    private static void keepPicture(LineagePage page, String name) {
        page.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", "noscript-" + name + ".png"))
                        .setFullPage(true));
    }

    @ParameterizedTest
    @CsvSource({
        "LSTM,        en,      wide,   Long Short-Term Memory",
        "LSTM,        zh-Hant, narrow, 長短期記憶",
        "Transformer, zh-Hant, dark,   Transformer",
        "Vaswani2017, en,      narrow, Vaswani et al. 2017",
        "OpenAI,      zh-Hant, wide,   OpenAI",
    })
    void the_card_can_be_read(String name, String lang, String size, String label, Visits visits) {
        LineagePage page = visits.withoutScript(look(size), "?focus=" + name + "&lang=" + lang);

        assertThat(page.heading()).hasText(label);
        assertThat(page.heading()).isVisible();
        assertThat(page.panel().locator(".definition")).isVisible();
        assertThat(page.panel().locator(".relation a").first()).isVisible();
        assertThat(page.page().locator("html")).hasAttribute("lang", lang);
        assertThat(page.page().getByRole(AriaRole.MAIN)).isVisible();
        assertThat(page.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Stemma");
        assertThat(page.panel()).hasAccessibleName(label);
        assertFits(page);
        keepPicture(page, name + "-" + lang + "-" + size);
    }

    @ParameterizedTest
    @CsvSource({"en, wide", "zh-Hant, dark", "zh-Hant, narrow"})
    void the_start_is_an_outline(String lang, String size, Visits visits) {
        LineagePage page = visits.withoutScript(look(size), "?lang=" + lang);

        assertThat(page.heading()).hasText(lang.equals("en") ? "A family tree of ideas" : "一棵觀念的家族樹");
        assertThat(page.panel().locator(".chapter a").first()).isVisible();
        assertThat(page.panel().locator(".chapter a").last()).isVisible();
        assertThat(page.page().locator(".noscript")).containsText("JavaScript");
        assertFits(page);
        keepPicture(page, "outline-" + lang + "-" + size);
    }

    @ParameterizedTest
    @CsvSource({
        "edge=Transformer.replaces.Recurrence, zh-Hant, wide,   Transformer 取代循環結構",
        "from=RNN&to=GPT,                      en,      narrow, From Recurrent Neural Network to GPT",
        "from=RNN&to=GPT,                      zh-Hant, dark,   從循環神經網路到 GPT",
        "compare=LSTM%2CGRU%2CTransformer,     zh-Hant, narrow, 比較長短期記憶、閘控循環單元和 Transformer",
        "compare=LSTM%2CTransformer,           en,      wide,   Comparison of Long Short-Term Memory and Transformer",
    })
    void statements_ways_and_comparisons_can_be_read(
            String query, String lang, String size, String title, Visits visits) {
        LineagePage page = visits.withoutScript(look(size), "?" + query + "&lang=" + lang);

        assertThat(page.heading()).hasText(title);
        assertFits(page);
        keepPicture(page, query.replaceAll("[=&%].*", "") + "-" + lang + "-" + size);
    }

    @Test
    void links_lead_from_the_outline_to_an_entry_to_another_and_to_the_other_language(Visits visits) {
        LineagePage page = visits.withoutScript(Look.WIDE, "?lang=en");
        page.panel().locator("a[href='?focus=LSTM&lang=en']").click();
        assertThat(page.heading()).hasText("Long Short-Term Memory");
        page.panel().locator(".relation a").first().click();
        assertThat(page.heading()).hasText("Recurrent Neural Network");
        page.language("中文").click();
        assertThat(page.heading()).hasText("循環神經網路");
        page.page().locator("#home").click();
        assertThat(page.heading()).hasText("一棵觀念的家族樹");
    }

    @Test
    void a_reason_unfolds_with_its_source(Visits visits) {
        LineagePage page = visits.withoutScript(Look.NARROW, "?focus=BERT&lang=zh-Hant");
        assertThat(page.panel().locator(".reason").first()).isHidden();
        page.panel().locator(".why").first().click();
        assertThat(page.panel().locator(".reason").first()).isVisible();
        assertThat(page.panel().locator(".source cite").first()).isVisible();
        assertFits(page);
        keepPicture(page, "reason-zh-Hant-narrow");
    }

    @Test
    void where_the_chart_would_be_a_picture_shows_parents_and_children(Visits visits) {
        LineagePage page = visits.withoutScript(Look.WIDE, "?focus=LSTM&lang=en");
        assertThat(page.page().locator(".picture img"))
                .hasAccessibleName("Long Short-Term Memory among its parents and children");
        BoundingBox picture = page.page().locator(".picture img").boundingBox();
        assertTrue(picture.width > 200 && picture.height > 200, "the picture is there");
        assertTrue(picture.x + picture.width <= page.panel().boundingBox().x, "beside the text");
    }

    @Test
    void what_is_printed_is_the_text_with_its_reasons(Visits visits) {
        LineagePage page = visits.withoutScript(PAPER, "?focus=LSTM&lang=en");
        page.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.page().locator("#chart")).isHidden();
        assertThat(page.panel().locator(".why").first()).isHidden();
        assertThat(page.panel().locator(".reason").first()).isVisible();
        assertFits(page);
        keepPicture(page, "print");
    }

    @Test
    void with_the_script_the_card_that_came_is_replaced_by_one_that_says_the_same_in_the_same_order(Visits visits) {
        LineagePage still = visits.withoutScript(Look.WIDE, "?focus=LSTM&lang=en");
        LineagePage page = visits.open("?focus=LSTM&lang=en");
        for (String part : List.of("h2", ".card-other", ".definition", ".aliases", ".scope-note p")) {
            assertEquals(
                    still.panel().locator(part).first().innerText(),
                    page.panel().locator(part).first().innerText());
        }
        for (String list : List.of("h3", "h4", ".relation-who a", ".inherited", ".fact dt", ".claim blockquote")) {
            List<String> drawn = page.panel().locator(list).allTextContents();
            assertEquals(drawn, still.panel().locator(list).allTextContents().subList(0, drawn.size()), list);
        }
        assertThat(page.panel().locator("details.grounds")).hasCount(0);
        assertThat(page.panel().locator(".close")).isVisible();
    }

    @Test
    void a_printed_card_of_the_script_has_no_buttons_and_no_chart(Visits visits) {
        LineagePage page = visits.open(PAPER, "?focus=LSTM&lang=en");
        int statements = page.panel().locator(".why").count();
        page.page().evaluate("dispatchEvent(new Event('beforeprint'))");
        page.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.panel().locator(".why-box:visible")).hasCount(statements);
        assertThat(page.panel().locator(".relation:visible"))
                .hasCount(page.panel().locator(".relation").count());
        assertThat(page.page().locator("#chart")).isHidden();
        assertThat(page.panel().locator(".close")).isHidden();
        assertThat(page.panel().locator(".why").first()).isHidden();
        assertThat(page.panel().locator(".reason").first()).isVisible();
        keepPicture(page, "print-of-script");
        page.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.page().evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.panel().locator(".why-box:visible")).hasCount(0);
    }

    /** No text stands out of the window sideways. */
    private static void assertFits(LineagePage page) {
        int width = page.page().viewportSize().width;
        for (String part : List.of(".masthead", "#panel", "#panel h2", ".why-box:visible")) {
            if (page.page().locator(part).count() == 0) {
                continue;
            }
            BoundingBox box = page.page().locator(part).first().boundingBox();
            assertTrue(
                    box.x >= 0 && box.x + box.width <= width, part + " is at " + box.x + " to " + (box.x + box.width));
        }
        assertEquals(
                width,
                Math.round(page.page().locator("html").boundingBox().width),
                "the page is as wide as the window");
    }
}
