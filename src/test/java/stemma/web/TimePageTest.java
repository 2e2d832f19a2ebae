package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The field as it was known in a year. */
@InBrowser
class TimePageTest {

    private static Locator slider(LineagePage page) {
        return page.page().locator("#as-of");
    }

    @Test
    void a_year_shows_what_was_known_then(Visits visits) {
        LineagePage page = visits.open("?asOf=2016");

        assertThat(page.node("LSTM")).hasCount(1);
        assertThat(page.node("Seq2seq")).hasCount(1);
        assertThat(page.node("Transformer")).hasCount(0);
        assertEquals("[]", page.page().evaluate("""
                                async () => {
                                  const { nodes } = await (await fetch('api/v1/lineage')).json();
                                  const years = new Map(nodes.map(({ name, year }) => [name, year]));
                                  return JSON.stringify([...document.querySelectorAll('#chart .node')]
                                    .map((node) => node.dataset.name).filter((name) => years.get(name) > 2016));
                                }""").toString());
    }

    @Test
    void the_slider_goes_through_the_years_and_the_back_button_returns(Visits visits) {
        LineagePage page = visits.open("");
        slider(page).focus();
        page.page().keyboard().press("ArrowLeft");
        String last = page.parameter("asOf");
        assertTrue(last.matches("20\\d\\d"), last);
        assertThat(page.page().locator(".timeline-year")).hasText(last);
        page.page().keyboard().press("Home");
        assertThat(page.node("Transformer")).hasCount(0);
        page.page().keyboard().press("End");
        assertNull(page.parameter("asOf"));
        assertThat(page.node("Transformer")).hasCount(1);
        assertThat(page.page().locator(".timeline-year")).hasText("today");

        page.page().goBack();
        assertThat(page.node("Transformer")).hasCount(0);
    }

    @Test
    void playing_steps_from_year_to_year_until_it_is_paused(Visits visits) {
        LineagePage page = visits.open("?asOf=2012");
        page.page().locator(".timeline-play").click();
        assertThat(page.page()).hasURL(Pattern.compile(".*asOf=2014.*"));
        page.page().locator(".timeline-play").click();
        assertThat(page.page().locator(".timeline-play")).hasAccessibleName("Play from the first year");
        assertThat(page.live()).hasText(Pattern.compile("As it was known in 201\\d"));
    }

    @Test
    void a_card_stays_open_while_time_goes_by(Visits visits) {
        LineagePage page = visits.open("?focus=LSTM&asOf=2000");
        assertThat(page.heading()).hasText("Long Short-Term Memory");
        assertEquals(
                Set.of(),
                page.marked("is-descendant").stream()
                        .filter(name -> name.equals("BiLSTM"))
                        .collect(Collectors.toSet()));
        slider(page).fill("2010");
        assertThat(page.node("BiLSTM")).hasClass(Pattern.compile(".*is-descendant.*"));
        assertEquals("LSTM", page.parameter("focus"));
    }

    @ParameterizedTest
    @CsvSource({"asOf=1066, 1906", "asOf=9999, today", "asOf=old, today", "asOf=, today"})
    void a_year_beyond_the_graph_is_its_nearest_and_what_is_no_year_is_today(
            String query, String shown, Visits visits) {
        LineagePage page = visits.open("?" + query);
        assertThat(page.page().locator(".timeline-year")).hasText(shown);
    }

    @ParameterizedTest
    @CsvSource({"wide, en", "narrow, zh-Hant"})
    void it_can_be_used_by_everybody(String size, String lang, Visits visits) {
        Look look = size.equals("wide") ? Look.WIDE : Look.NARROW.dark();
        LineagePage page = visits.open(look, "?asOf=2018&lang=" + lang);
        assertThat(slider(page)).isVisible();
        assertEquals(List.of(), new AxeBuilder(page.page()).analyze().getViolations());
        Page shown = page.page();
        shown.screenshot(new ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "time-" + size + "-" + lang + ".png")));
    }
}
