package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters of the chart. */
@InBrowser
class FilterPageTest {

    private static Locator box(LineagePage page, String name, String value) {
        return page.page().locator("#filters input[name=" + name + "][value=" + value + "]");
    }

    private static Set<String> values(LineagePage page, String selector, String attribute) {
        return page.page().locator(selector).all().stream()
                .map(element -> element.getAttribute(attribute))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_kind_that_is_chosen_is_all_that_is_drawn_and_the_keyboard_stays(Visits visits) {
        LineagePage page = visits.open("");
        page.page().locator("#filters summary").click();
        box(page, "classes", "Architecture").check();
        assertThat(page.page()).hasURL(Pattern.compile(".*classes=Architecture.*"));
        assertThat(box(page, "classes", "Architecture")).isFocused();
        assertEquals(Set.of("Architecture"), values(page, "#chart .node", "data-class"));
        box(page, "classes", "Model").check();
        assertEquals(Set.of("Architecture", "Model"), values(page, "#chart .node", "data-class"));

        page.page().goBack();
        assertThat(box(page, "classes", "Model")).not().isChecked();
        page.page().locator("#filters .retry").click();
        assertNull(page.parameter("classes"));
        assertTrue(values(page, "#chart .node", "data-class").size() > 2);
    }

    @Test
    void lines_and_branches_are_filtered_too(Visits visits) {
        LineagePage page = visits.open("?relations=replaces");
        assertEquals(Set.of("replaces"), values(page, "#chart .edge", "data-relation"));
        assertThat(page.node("Transformer")).hasCount(1);
        page.load("?branches=recurrent");
        assertEquals(Set.of("recurrent"), values(page, "#chart .node", "data-branch"));
    }

    @Test
    void the_models_of_a_maker_and_those_with_open_weights_are_found(Visits visits) {
        LineagePage page = visits.open("?maker=OpenAI");
        assertThat(page.node("GPT3")).hasCount(1);
        assertThat(page.node("BERT")).hasCount(0);
        page.page().locator("#filters summary").click();
        assertThat(page.page().locator("#filters select[name=maker]")).hasValue("OpenAI");
        box(page, "open", "true").check();
        assertThat(page.node("GPT3")).hasCount(0);
        assertThat(page.node("GPT2")).hasCount(1);
        page.page().locator("#filters select[name=maker]").selectOption("Meta");
        assertThat(page.node("LLaMA")).hasCount(1);
        assertThat(page.page().locator(".filters-count")).hasText("2");
    }

    @ParameterizedTest
    @CsvSource({"classes=Nothing", "maker=Transformer", "classes=Model&branches=questions&relations=replaces"})
    void when_nothing_passes_the_chart_is_empty_and_the_filters_say_so(String query, Visits visits) {
        LineagePage page = visits.open("?" + query);
        assertThat(page.nodes()).hasCount(0);
        page.page().locator("#filters summary").click();
        assertThat(page.page().locator("#filters [role=status]")).containsText(Pattern.compile("^0 of \\d+"));
        page.page().locator("#filters .retry").click();
        assertThat(page.node("Transformer")).hasCount(1);
    }

    @ParameterizedTest
    @CsvSource({"wide, en", "narrow, zh-Hant"})
    void it_can_be_used_by_everybody(String size, String lang, Visits visits) {
        Look look = size.equals("wide") ? Look.WIDE.dark() : Look.NARROW;
        LineagePage page = visits.open(look, "?classes=Model&lang=" + lang);
        page.page().locator("#filters summary").click();
        assertThat(page.page().locator("#filters select[name=maker] option").nth(3))
                .hasCount(1);
        assertEquals(List.of(), new AxeBuilder(page.page()).analyze().getViolations());
        page.page()
                .screenshot(new ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", "filters-" + size + "-" + lang + ".png")));
    }
}
