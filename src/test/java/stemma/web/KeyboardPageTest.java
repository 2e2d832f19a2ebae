package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everything without a mouse. */
@InBrowser
class KeyboardPageTest {
    private static final int FEW_TABS = 8;

    private static LineagePage tabToChart(LineagePage page) {
        for (int tab = 0; tab < FEW_TABS && page.focusedNode() == null; tab++) {
            page.press("Tab");
        }
        assertNotNull(page.focusedNode(), "the chart is within a few tabs");
        return page;
    }

    private static Set<String> neighbours(Visits visits, String name, String from, String to) {
        JsonNode edges = visits.api().json("/api/v1/lineage").get("edges");
        return edges.valueStream()
                .filter(edge -> edge.get(from).asString().equals(name))
                .map(edge -> edge.get(to).asString())
                .collect(Collectors.toSet());
    }

    @Test
    void tab_reaches_the_chart_where_it_begins_and_leaves_it_again(Visits visits) {
        LineagePage page = tabToChart(visits.open("?lang=en"));
        assertEquals("RNN", page.focusedNode());
        assertThat(page.node("RNN")).isInViewport();
        page.press("Tab");
        assertNull(page.focusedNode());
        assertEquals(1, page.page().locator(".node[tabindex='0']").count());
    }

    @Test
    void arrows_walk_along_the_lines(Visits visits) {
        LineagePage page = visits.open("?focus=Transformer&lang=en");
        page.node("Transformer").focus();
        page.press("ArrowUp");
        String parent = page.focusedNode();
        assertTrue(neighbours(visits, "Transformer", "source", "target").contains(parent), parent);
        assertThat(page.node(parent)).isInViewport();
        page.node("Transformer").focus();
        page.press("ArrowDown");
        String child = page.focusedNode();
        assertTrue(neighbours(visits, "Transformer", "target", "source").contains(child), child);
    }

    @Test
    void arrows_walk_one_kind_of_line_where_that_is_wanted_and_each_line_is_told(Visits visits) {
        LineagePage page = visits.open("?focus=Transformer&lang=en");
        page.node("Transformer").focus();
        Set<String> kinds = new LinkedHashSet<>();
        for (boolean all = false; !all; ) {
            page.press("t");
            page.page().waitForFunction("() => document.getElementById('live').textContent.startsWith('The arrows')");
            String said = page.live().textContent();
            all = said.equals("The arrows follow all lines.");
            assertTrue(all || kinds.add(said), said);
            assertEquals(!all, page.page().locator(".walking").isVisible());
            if (said.equals("The arrows follow: replaces")) {
                page.press("ArrowUp");
                assertEquals("Recurrence", page.focusedNode());
                assertThat(page.live()).hasText("Transformer replaces Recurrence");
                page.press("ArrowUp");
                assertEquals("Recurrence", page.focusedNode());
                page.node("Transformer").focus();
            }
        }
        assertTrue(kinds.contains("The arrows follow: extends"), kinds.toString());
        page.press("w");
        page.settle();
        assertThat(page.heading()).hasText("Transformer replaces Recurrence");
        assertThat(page.heading()).isFocused();
    }

    @Test
    void left_and_right_step_to_a_neighbour_at_that_side(Visits visits) {
        LineagePage page = visits.open("?focus=Transformer&lang=en").showWholeChart();
        page.node("BERT").focus();
        double x = page.node("BERT").boundingBox().x;
        page.press("ArrowRight");
        String right = page.focusedNode();
        assertNotEquals("BERT", right);
        page.node("BERT").focus();
        page.press("ArrowLeft");
        String left = page.focusedNode();
        assertNotEquals(left, right);
        double middle = x + page.node("BERT").boundingBox().width / 2;
        page.showWholeChart();
        assertTrue(
                centre(page, left) < centre(page, "BERT") && centre(page, "BERT") < centre(page, right),
                left + ", BERT at " + middle + ", " + right);
    }

    private static double centre(LineagePage page, String name) {
        return page.node(name).boundingBox().x + page.node(name).boundingBox().width / 2;
    }

    @Test
    void every_entry_that_has_a_drawn_parent_can_be_walked_up_from(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        List<String> drawn = page.nodes().all().stream()
                .map(node -> node.getAttribute("data-name"))
                .toList();
        List<String> stuck = new ArrayList<>();
        for (String name : drawn) {
            page.node(name).focus();
            page.press("ArrowUp");
            Set<String> parents = neighbours(visits, name, "source", "target");
            parents.retainAll(drawn);
            if (!(parents.isEmpty() ? name.equals(page.focusedNode()) : parents.contains(page.focusedNode()))) {
                stuck.add(name + " -> " + page.focusedNode());
            }
        }
        assertEquals(List.of(), stuck);
    }

    @Test
    void home_and_end_go_to_the_oldest_and_the_youngest(Visits visits) {
        LineagePage page = visits.open("?focus=Transformer&lang=en");
        page.node("Transformer").focus();
        page.press("Home");
        String oldest = page.focusedNode();
        page.press("End");
        String youngest = page.focusedNode();
        page.showWholeChart();
        double top = page.node(oldest).boundingBox().y;
        double bottom = page.node(youngest).boundingBox().y;
        page.nodes().all().forEach(node -> {
            assertTrue(node.boundingBox().y >= top - 12, node + " above " + oldest);
            assertTrue(node.boundingBox().y <= bottom + 12, node + " below " + youngest);
        });
    }

    @Test
    void enter_opens_the_entry_and_escape_closes_it_and_the_keyboard_stays_there(Visits visits) {
        LineagePage page = tabToChart(visits.open("?lang=en"));
        page.press("ArrowDown");
        String name = page.focusedNode();
        page.press("Enter");
        page.settle();
        assertEquals(name, page.parameter("focus"));
        assertThat(page.panel()).hasAttribute("data-kind", "card");
        assertEquals(name, page.focusedNode());
        assertThat(page.node(name)).hasAttribute("aria-current", "true");
        page.press("Escape");
        assertThat(page.heading()).hasText("A family tree of ideas");
        assertNull(page.parameter("focus"));
        assertEquals(name, page.focusedNode());
        page.press("Space");
        page.settle();
        assertEquals(name, page.parameter("focus"));
    }

    @Test
    void escape_in_the_card_gives_the_keyboard_back_to_the_chart(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.search().fill("bert");
        assertThat(page.options().first()).hasAttribute("data-name", "BERT");
        page.press("Enter");
        page.settle();
        assertThat(page.heading()).isFocused();
        page.press("Escape");
        assertThat(page.heading()).hasText("A family tree of ideas");
        assertEquals("BERT", page.focusedNode());
    }

    @Test
    void a_reason_is_reached_from_the_card_by_keyboard(Visits visits) {
        LineagePage page = visits.open("?focus=BERT&lang=en");
        page.button("Why? BERT is based on Transformer").focus();
        page.press("Enter");
        assertThat(page.panel().locator(".why-box:visible .reason")).isVisible();
        page.panel().getByText("Link to this statement").focus();
        page.press("Enter");
        page.settle();
        assertEquals("BERT.basedOn.Transformer", page.parameter("edge"));
        assertThat(page.heading()).isFocused();
        page.press("Escape");
        assertThat(page.heading()).hasText("BERT");
    }

    @Test
    void slash_searches_and_is_a_letter_within_the_box(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.press("/");
        assertThat(page.search()).isFocused();
        assertThat(page.search()).hasValue("");
        page.press("/");
        assertThat(page.search()).hasValue("/");
    }

    @Test
    void a_question_mark_shows_and_hides_the_keys(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.press("?");
        assertThat(page.legend().getByText("walk along the lines")).isVisible();
        page.press("?");
        assertThat(page.legend().getByText("walk along the lines")).isHidden();
        page.press("?", "Escape");
        assertThat(page.legend().getByText("walk along the lines")).isHidden();
    }

    @Test
    void the_skip_link_leads_to_the_description(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        page.press("Tab");
        assertThat(page.page().locator(".skip")).isFocused();
        assertThat(page.page().locator(".skip")).isInViewport();
        page.press("Enter");
        assertThat(page.panel()).isFocused();
    }

    @Test
    void plus_minus_and_zero_zoom(Visits visits) {
        LineagePage page = tabToChart(visits.open("?lang=en"));
        double width = page.node("RNN").boundingBox().width;
        page.press("+");
        assertTrue(page.node("RNN").boundingBox().width > width);
        page.press("-");
        assertEquals(width, page.node("RNN").boundingBox().width, 1);
        page.press("0");
        page.nodes().all().forEach(node -> assertThat(node).isInViewport());
    }

    @Test
    void focus_can_be_seen(Visits visits) {
        LineagePage page = tabToChart(visits.open("?lang=en"));
        assertEquals(
                "visible",
                page.node(page.focusedNode()).locator(".ring").evaluate("ring => getComputedStyle(ring).visibility"));
        page.press("Tab");
        assertNotEquals("none", page.page().evaluate("getComputedStyle(document.activeElement).outlineStyle"));
    }
}
