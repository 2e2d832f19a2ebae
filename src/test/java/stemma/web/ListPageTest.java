package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
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

/** The chart as text: an outline and a table of the same state. */
@InBrowser
class ListPageTest {

    private static Locator listing(LineagePage page) {
        return page.page().locator("#listing");
    }

    private static Locator view(LineagePage page, String name) {
        return page.page().locator(".views").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private static List<String> listed(LineagePage page) {
        return listing(page).locator("[data-name]").all().stream()
                .map(row -> row.getAttribute("data-name"))
                .toList();
    }

    private static Locator row(LineagePage page, String name) {
        return listing(page).locator("[data-name='" + name + "']");
    }

    private static List<String> years(LineagePage page) {
        return listing(page).locator("td.list-year").allTextContents();
    }

    @Test
    void the_switch_changes_how_the_same_state_is_shown_and_the_history_knows_it(Visits visits) {
        LineagePage page = visits.open("?focus=LSTM");
        Set<String> lit = new TreeSet<>(page.marked("is-ancestor"));
        lit.addAll(page.marked("is-descendant"));
        lit.add("LSTM");
        assertThat(listing(page)).isHidden();
        view(page, "Outline").click();
        assertEquals("outline", page.parameter("view"));
        assertThat(view(page, "Outline")).isFocused();
        assertThat(page.live()).hasText(Pattern.compile("^Outline: Entries: \\d+ · lines: \\d+$"));
        assertEquals(lit, new TreeSet<>(listed(page)));
        assertThat(page.heading()).hasText("Long Short-Term Memory");
        assertFalse(page.node("RNN").isVisible());

        view(page, "Table").click();
        assertEquals(lit, new TreeSet<>(listed(page)));
        page.page().goBack();
        page.page().goBack();
        assertThat(listing(page)).isHidden();
        assertNull(page.parameter("view"));
        assertTrue(page.node("RNN").isVisible());
    }

    @Test
    void the_outline_tells_of_each_entry_where_it_comes_from_with_a_link_to_the_reason(Visits visits) {
        LineagePage page = visits.open("?view=outline");
        assertEquals(
                visits.api().json("/api/v1/lineage").get("nodes").size(),
                listed(page).size());
        row(page, "LSTM").getByText("extends Recurrent Neural Network").click();
        page.settle();
        assertThat(page.heading()).hasText("Long Short-Term Memory extends Recurrent Neural Network");
        assertEquals("outline", page.parameter("view"));
        assertEquals(Set.of("LSTM", "RNN"), new TreeSet<>(listed(page)));
        row(page, "RNN").locator(".list-entry a").click();
        page.settle();
        assertThat(page.heading()).hasText("Recurrent Neural Network");
        assertThat(row(page, "RNN").locator(".list-entry a")).hasAttribute("aria-current", "true");
    }

    @ParameterizedTest
    @CsvSource({
        "focus=BERT,                                 What it came from|The entry|What came of it",
        "focus=Transformer&depth=1,                  What it came from|The entry|What came of it|What it replaced",
        "from=LSTM&to=Transformer,                   What is chosen",
        "branches=recurrent,                         Recurrence and state",
        "asOf=1950,                                  Foundations"
    })
    void the_outline_has_the_sections_of_what_is_seen(String query, String headings, Visits visits) {
        LineagePage page = visits.open("?view=outline&" + query);
        page.page().waitForSelector("#listing h3");
        List<String> shown = listing(page).locator("h3").allTextContents();
        List<String> wanted = List.of(headings.split("\\|"));
        assertEquals(wanted.size(), shown.size(), shown.toString());
        for (int i = 0; i < shown.size(); i++) {
            assertTrue(shown.get(i).startsWith(wanted.get(i)), shown.toString());
        }
    }

    @Test
    void the_rows_of_the_table_are_put_in_order_by_the_keyboard(Visits visits) {
        LineagePage page = visits.open("?view=table&classes=Architecture");
        assertEquals(years(page).stream().sorted().toList(), years(page));
        Locator year = listing(page).locator("[data-sort=year]");
        year.focus();
        page.press("Enter");
        assertEquals("-year", page.parameter("sort"));
        assertThat(year).isFocused();
        assertThat(listing(page).locator("[aria-sort=descending]")).hasText(Pattern.compile("^Year"));
        List<String> dated =
                years(page).stream().filter(text -> text.matches("\\d+")).toList();
        assertEquals(dated.stream().sorted().toList().reversed(), dated);
        listing(page).locator("[data-sort=label]").click();
        assertEquals("label", page.parameter("sort"));
        List<String> labels = listing(page).locator("tbody th > a").allTextContents();
        assertEquals(
                labels.stream().sorted(String.CASE_INSENSITIVE_ORDER).findFirst(),
                labels.stream().findFirst());
    }

    @Test
    void filters_and_the_year_choose_what_is_listed(Visits visits) {
        LineagePage page = visits.open("?view=table");
        page.page().locator("#filters summary").click();
        page.page().locator("#filters input[value=Model]").check();
        page.page().waitForFunction("() => document.querySelectorAll('#listing tbody tr').length < 300");
        Set<String> kinds = new TreeSet<>(listing(page).locator("td.list-kind").allTextContents());
        assertEquals(Set.of("Model"), kinds);
        page.load("?view=table&asOf=1997");
        assertTrue(years(page).stream()
                .filter(text -> text.matches("\\d+"))
                .allMatch(year -> year.compareTo("1997") <= 0));
        assertThat(row(page, "LSTM")).hasCount(1);
        page.load("?view=outline&classes=Nothing");
        assertThat(listing(page)).containsText("No entry passes the filters");
    }

    @Test
    void a_wish_for_a_view_or_an_order_that_there_is_not_is_passed_over(Visits visits) {
        LineagePage page = visits.open("?view=sphere&sort=price");
        assertThat(listing(page)).isHidden();
        assertThat(view(page, "Chart")).hasAttribute("aria-current", "true");
        page.load("?view=table&sort=price");
        assertThat(listing(page).locator("[aria-sort=ascending]")).hasText(Pattern.compile("^Year"));
    }

    private static Stream<Arguments> views() {
        return Pictures.looks_and_languages()
                .flatMap(look ->
                        Stream.of("outline", "table").map(view -> Arguments.of(view, look.get()[0], look.get()[1])));
    }

    @ParameterizedTest
    @MethodSource("views")
    void it_can_be_used_by_everybody(String view, Look look, String lang, Visits visits) {
        LineagePage page = visits.open(look, "?focus=Transformer&depth=1&view=" + view + "&lang=" + lang);
        Pictures.takeAndCheck(view, look, lang, page);
        assertEquals(
                listing(page).evaluate("list => list.clientWidth"),
                listing(page).evaluate("list => list.scrollWidth"));
    }
}
