package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;

/** The SPARQL editor, as somebody uses it who came with a question. */
@InBrowser
class EditorPageTest {
    private static final String GRAPH_OF_BERT =
            "CONSTRUCT { ?s ?p ?o } { VALUES ?s { <https://w3id.org/stemma/llm/BERT> } ?s ?p ?o FILTER (isIRI(?o)) }";
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static Page open(Visits visits, String query) {
        return visits.editor(Look.WIDE, "sparql?lang=en#query=" + StemmaClient.encoded(query))
                .page();
    }

    private static Locator rows(Page page) {
        return page.locator(".yasr table.dataTable tbody tr");
    }

    @Test
    void it_opens_with_a_question_that_is_answered(Visits visits) {
        Page page = visits.editor(Look.WIDE, "sparql?lang=en").page();

        assertThat(rows(page).first()).containsText("llm:");
        assertThat(page.locator(".CodeMirror").first()).containsText("SELECT");
    }

    @ParameterizedTest
    @CsvSource({"en, Ancestors of a concept", "zh-Hant, 概念的祖先"})
    void every_question_is_an_example_in_either_language_and_runs_by_a_click(String lang, String title, Visits visits) {
        Page page = visits.editor(Look.WIDE, "sparql?lang=" + lang).page();
        int questions = (int) visits.api()
                .json("/api/v1/queries?limit=1000")
                .get("items")
                .valueStream()
                .filter(query -> query.get("group").asString().equals("api"))
                .count();
        assertThat(page.locator(".example")).hasCount(questions);

        page.locator(".examples input").fill(title);
        page.locator(".example", new Page.LocatorOptions().setHasText(Pattern.compile("^" + title + "$")))
                .click();

        assertThat(rows(page)
                        .filter(new Locator.FilterOptions().setHasText("llm:Transformer"))
                        .first())
                .isVisible();
        assertThat(page.locator(".CodeMirror").first()).containsText("llm:GPT");
    }

    @Test
    void the_question_stands_in_the_address_and_the_address_asks_it(Visits visits) {
        Page page = open(visits, "SELECT (6 * 7 AS ?answer) {}");
        assertThat(rows(page).first()).containsText("42");

        page.locator(".CodeMirror").first().click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText("SELECT (6 * 8 AS ?answer) {}");
        page.keyboard().press("Control+Enter");

        assertThat(rows(page).first()).containsText("48");
        assertTrue(
                URLDecoder.decode(page.url(), StandardCharsets.UTF_8).endsWith("#query=SELECT (6 * 8 AS ?answer) {}"),
                page.url());
    }

    @Test
    void a_mistake_is_told_with_its_place(Visits visits) {
        LineagePage visit =
                visits.editor(Look.WIDE, "sparql?lang=en#query=" + StemmaClient.encoded("SELECT * {\n  ?s ?p\n}"));
        visit.expecting("400");

        assertThat(visit.page().locator(".yasr")).containsText("Line 3, column 1");
    }

    @Test
    void a_graph_is_shown_as_rows_as_a_drawing_and_as_it_came(Visits visits) {
        Page page = open(visits, GRAPH_OF_BERT);
        assertThat(rows(page).first()).containsText("BERT");

        page.locator(".select_graph").click();
        assertThat(page.locator(".graph-view canvas").first()).isVisible();
        page.locator(".select_response").click();
        assertThat(page.locator(".yasr .CodeMirror")).containsText("<https://w3id.org/stemma/llm/BERT>");
    }

    @Test
    void names_of_the_ontology_are_completed(Visits visits) {
        Page page = open(visits, "PREFIX llm: <https://w3id.org/stemma/llm/>\nDESCRIBE llm:");
        page.locator(".CodeMirror").first().click();
        page.keyboard().press("Control+End");
        page.keyboard().type("Transformer");
        page.keyboard().press("Control+Space");

        assertThat(page.locator(".CodeMirror-hints")).containsText("llm:TransformerXL");
    }

    @Test
    void the_keyboard_gets_in_and_out(Visits visits) {
        Page page = visits.editor(Look.WIDE, "sparql?lang=en").page();
        page.locator(".CodeMirror textarea").first().focus();
        page.keyboard().press("Tab");

        assertTrue(
                (boolean) page.evaluate("() => document.activeElement.tagName !== 'TEXTAREA'"),
                "Tab leaves the editor");
        page.locator(".example").first().focus();
        page.keyboard().press("Enter");
        assertThat(rows(page).first()).isVisible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void it_leads_to_the_chart_and_the_chart_leads_to_it(String lang, Visits visits) {
        LineagePage chart = visits.open("?lang=" + lang);
        chart.page().locator(".to-editor").click();
        chart.expecting("inline style violates");
        chart.page().waitForSelector(".example");
        assertThat(chart.page().locator(".brand a")).hasAttribute("href", "./");
    }

    static Stream<Look> looks() {
        return Stream.of(Look.WIDE, Look.WIDE.dark(), Look.NARROW);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axe_finds_nothing_serious(Look look, Visits visits) {
        Page page = visits.editor(look, "sparql?lang=en").page();
        assertThat(rows(page).first()).isVisible();
        List<String> grave = new AxeBuilder(page)
                        // It scrolls with the keys of the text in it.
                        .exclude(".CodeMirror-scroll")
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();

        assertEquals(List.of(), grave);
    }
}
