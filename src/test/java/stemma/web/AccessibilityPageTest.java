package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** axe finds nothing serious, in any view, language, theme and width; and what axe cannot know. */
@InBrowser
class AccessibilityPageTest {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final List<String> VIEWS = List.of("?", "?focus=Transformer", "?edge=BERT.basedOn.Transformer");

    /** Each view in both themes, both widths and both languages, though not in every mixture of them. */
    static Stream<Arguments> views_and_looks() {
        return Stream.concat(
                VIEWS.stream()
                        .flatMap(view -> Stream.of(
                                Arguments.of(view + "&lang=en", Look.WIDE),
                                Arguments.of(view + "&lang=zh-Hant", Look.WIDE.dark()),
                                Arguments.of(view + "&lang=zh-Hant", Look.NARROW),
                                Arguments.of(view + "&lang=en", Look.NARROW.dark()))),
                Stream.of(
                        Arguments.of("?focus=OpenAI&lang=zh-Hant", Look.WIDE),
                        Arguments.of("?focus=NoSuchThing&lang=en", Look.WIDE.dark())));
    }

    static Stream<Look> looks() {
        return Stream.of(Look.WIDE, Look.WIDE.dark(), Look.NARROW);
    }

    private static void check(LineagePage page) {
        AxeResults results = new AxeBuilder(page.page()).analyze();
        assertFalse(results.getPasses().isEmpty(), "axe looked at something");
        List<String> grave = results.getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(AccessibilityPageTest::told)
                .toList();
        assertEquals(List.of(), grave);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node -> "\n    " + node.getHtml() + "\n      " + node.getFailureSummary())
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("views_and_looks")
    void axe_finds_nothing_serious(String query, Look look, Visits visits) {
        check(visits.open(look, query).expecting("Failed to load resource.*404"));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axe_finds_nothing_serious_while_the_search_is_open(Look look, Visits visits) {
        LineagePage page = visits.open(look, "?lang=zh-Hant");
        page.search().fill("注意力");
        assertThat(page.options().first()).isVisible();
        page.press("ArrowDown");
        check(page);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axe_finds_nothing_serious_when_all_is_unfolded(Look look, Visits visits) {
        LineagePage page = visits.open(look, "?lang=en");
        page.legend().locator("summary").click();
        page.panel().locator(".index > summary").click();
        assertThat(page.panel().locator(".index-class").first()).isVisible();
        page.panel().locator(".index-class > summary").first().click();
        check(page);
        page.load("?lang=en&focus=Transformer");
        page.panel().locator(".why").evaluateAll("buttons => buttons.forEach((button) => button.click())");
        check(page);
    }

    @Test
    void axe_would_find_a_fault(Visits visits) {
        LineagePage page = visits.open("?lang=en").expecting("404");
        page.page()
                .evaluate(
                        "() => document.getElementById('panel').append(Object.assign(new Image(), { src: 'favicon.svg' }))");
        List<String> found = new AxeBuilder(page.page())
                .analyze().getViolations().stream().map(Rule::getId).toList();
        assertEquals(List.of("image-alt"), found);
    }

    @Test
    void the_chart_and_its_entries_have_names(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        assertThat(page.node("LSTM")).hasAccessibleName("Long Short-Term Memory, Architecture, 1997");
        assertThat(page.page().locator("#chart svg.stemma"))
                .hasAccessibleName("The lineage of language models, from oldest at the top to youngest");
        assertThat(page.button("Zoom in")).isVisible();
        assertThat(page.button("Show the whole chart")).isVisible();
        page.clickNode("LSTM");
        assertThat(page.panel()).hasAccessibleName("Long Short-Term Memory");
    }

    @Test
    void what_a_finger_must_hit_is_large_enough(Visits visits) {
        LineagePage page = visits.open(Look.NARROW, "?lang=en&focus=Transformer");
        List<?> small = (List<?>) page.page().evaluate("""
                                () => [...document.querySelectorAll('.tool, .close, #search-input, .languages a, .why, .relation-who a, .brand a, .control')]
                                  .filter((element) => element.checkVisibility())
                                  .map((element) => [element.className + ' ' + element.textContent, element.getBoundingClientRect()])
                                  .filter(([, box]) => box.height < 24 || box.width < 24)
                                  .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)""");
        assertEquals(List.of(), small);
    }
}
