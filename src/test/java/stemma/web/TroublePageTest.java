package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FetchOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.SmallOntology;
import stemma.Stemma;

/** What the page does when something is missing, away, slow or hostile. */
@InBrowser
class TroublePageTest {
    private static final String API = "**/api/v1/**";
    private static final String CONCEPTS = "**/api/v1/concepts/**";
    private static final String FAILED = "Failed to load resource";

    /** Answers with the server's own JSON, changed. */
    private static void change(BrowserContext context, String urls, UnaryOperator<String> change) {
        context.route(urls, route -> {
            var answer = route.fetch();
            route.fulfill(new FulfillOptions().setResponse(answer).setBody(change.apply(answer.text())));
        });
    }

    @ParameterizedTest
    @CsvSource({"en, “Boneshaker” was withdrawn", "zh-Hant, 「Boneshaker」已撤回"})
    void a_withdrawn_entry_says_why_and_what_to_use_instead(
            String lang, String title, @TempDir Path folder, Visits visits) throws Exception {
        try (Stemma other = SmallOntology.serve(folder, SmallOntology.GOOD, "renamed")) {
            String gone = other.address() + "api/v1/concepts/Boneshaker";
            LineagePage page = visits.open(
                            Look.WIDE,
                            "?focus=Boneshaker&lang=" + lang,
                            context -> context.route(
                                    "**/api/v1/concepts/Boneshaker",
                                    route -> route.fulfill(new FulfillOptions()
                                            .setResponse(route.fetch(new FetchOptions().setUrl(gone))))))
                    .expecting(FAILED + ".*410");
            assertThat(page.heading()).hasText(title);
            assertThat(page.panel().locator(".problem p").first()).not().isEmpty();
            assertThat(page.panel().locator(".instead a")).hasText("Velocipede");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, No entry named “NoSuchThing”", "zh-Hant, 沒有名為「NoSuchThing」的詞條"})
    void an_unknown_entry_is_said_to_be_unknown(String lang, String title, Visits visits) {
        LineagePage page = visits.open("?focus=NoSuchThing&lang=" + lang).expecting(FAILED + ".*404");
        assertThat(page.heading()).hasText(title);
        assertThat(page.panel().locator("[role=alert]")).isVisible();
        assertThat(page.nodes().first()).isVisible();
        page.panel().locator(".close").click();
        assertThat(page.panel()).hasAttribute("data-kind", "intro");
        assertNull(page.parameter("focus"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM.replaces.GPT", "nonsense", "a.b.c.d"})
    void an_unknown_line_is_said_to_be_unknown(String key, Visits visits) {
        LineagePage page = visits.open("?lang=en&edge=" + key).expecting(FAILED + ".*404");
        assertThat(page.heading()).hasText("No such statement");
    }

    @Test
    void a_server_that_is_away_is_told_and_asked_again(Visits visits) {
        LineagePage page = visits.open(Look.WIDE, "?focus=BERT&lang=en", context -> context.route(API, Route::abort))
                .expecting(FAILED);
        assertThat(page.page().getByText("The server does not answer")).isVisible();
        assertThat(page.page().locator("#chart [role=alert]")).isVisible();
        page.button("Try again").click();
        assertThat(page.button("Try again")).isVisible();
        page.context().unroute(API);
        page.button("Try again").click();
        assertThat(page.heading()).hasText("BERT");
        assertThat(page.node("BERT")).isInViewport();
        assertThat(page.button("Try again")).hasCount(0);
    }

    @Test
    void a_card_that_cannot_be_fetched_is_told_and_asked_again(Visits visits) {
        LineagePage page = visits.open("?lang=zh-Hant").expecting(FAILED);
        page.context()
                .route(
                        CONCEPTS,
                        route -> route.fulfill(
                                new FulfillOptions().setStatus(503).setBody("busy")));
        page.clickNode("GPT");
        assertThat(page.heading()).hasText("伺服器沒有回應");
        assertThat(page.nodes().first()).isVisible();
        page.context().unroute(CONCEPTS);
        page.button("再試一次").click();
        assertThat(page.heading()).hasText("GPT");
    }

    @Test
    void a_search_that_is_not_answered_says_so_and_works_again_later(Visits visits) {
        LineagePage page = visits.open("?lang=en").expecting(FAILED);
        page.context().route("**/api/v1/search**", Route::abort);
        page.search().fill("bert");
        assertThat(page.page().locator(".matches-note")).hasText("The search did not answer. Try again.");
        page.context().unroute("**/api/v1/search**");
        page.search().fill("bert ");
        page.search().fill("gpt");
        assertThat(page.options().first()).isVisible();
    }

    @Test
    void an_answer_that_is_not_json_is_a_failure_like_any_other(Visits visits) {
        LineagePage page = visits.open(
                Look.WIDE,
                "?lang=en",
                context -> context.route(
                        API, route -> route.fulfill(new FulfillOptions().setBody("<html>a proxy</html>"))));
        assertThat(page.page().getByText("The server does not answer")).isVisible();
    }

    @Test
    void a_glossary_without_lineage_says_that_there_is_nothing_to_draw(Visits visits) {
        LineagePage page = visits.open(
                Look.WIDE,
                "?lang=en",
                context -> change(context, "**/api/v1/lineage", json -> "{\"focus\":null,\"nodes\":[],\"edges\":[]}"));
        assertThat(page.page().getByText("Nothing to draw yet")).isVisible();
        page.search().fill("bert");
        page.options().first().click();
        assertThat(page.heading()).hasText("BERT");
    }

    @Test
    void the_page_waits_visibly_for_a_slow_card_and_shows_the_last_that_was_asked_for(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        List<Route> held = new ArrayList<>();
        page.context().route("**/api/v1/concepts/BERT", held::add);
        page.showWholeChart().node("BERT").click();
        assertThat(page.panel()).hasAttribute("aria-busy", "true");
        page.node("GPT").click();
        assertThat(page.heading()).hasText("GPT");
        page.page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        page.page().evaluate("() => fetch('api/v1/concepts/GPT').then((answer) => answer.text())");
        assertThat(page.heading()).hasText("GPT");
        assertEquals("GPT", page.parameter("focus"));
    }

    @Test
    void markup_in_a_label_is_shown_as_text_and_never_run(Visits visits) {
        String label = "<img src=x onerror='window.intruder=1'><script>window.intruder=2</script>";
        LineagePage page = visits.open(
                Look.WIDE,
                "?lang=en",
                context -> change(context, API, json -> json.replace("\"en\":\"BERT\"", "\"en\":\"" + label + "\"")));
        assertThat(page.node("BERT").locator(".label")).containsText("<img");
        page.clickNode("BERT");
        assertThat(page.heading()).hasText(label);
        assertThat(page.page()).hasTitle(label + " · Stemma");
        page.search().fill("bert");
        assertThat(page.options().first()).containsText(label);
        page.load("?lang=en&edge=BERT.basedOn.Transformer");
        assertThat(page.heading()).hasText(label + " is based on Transformer");
        assertNull(page.page().evaluate("window.intruder ?? null"));
        assertThat(page.page().locator("body img, body script")).hasCount(0);
    }

    @Test
    void markup_in_definitions_reasons_and_aliases_is_shown_as_text(Visits visits) {
        String text = "<b onclick=alert(1)>bold</b>";
        LineagePage page = visits.open(
                Look.WIDE,
                "?lang=en&focus=BERT",
                context -> change(
                        context,
                        CONCEPTS,
                        json -> json.replaceAll("\"en\":\"[^\"]*\"", "\"en\":\"" + text + "\"")
                                .replaceAll("\"en\":\\[\"[^\"]*\"", "\"en\":[\"" + text + "\"")));
        assertThat(page.heading()).hasText(text);
        assertThat(page.panel().locator(".definition")).hasText(text);
        page.panel().locator(".why").first().click();
        assertThat(page.panel().locator(".reason").first()).hasText(text);
        assertThat(page.panel().locator("b")).hasCount(0);
    }

    @Test
    void an_address_that_would_run_a_script_is_not_made_a_link(Visits visits) {
        LineagePage page = visits.open(
                Look.WIDE,
                "?lang=en&focus=BERT",
                context -> change(
                        context,
                        CONCEPTS,
                        json -> json.replaceAll("\"(url|iri)\":\"https?:[^\"]*\"", "\"$1\":\"javascript:alert(1)\"")));
        page.panel().locator(".why").evaluateAll("buttons => buttons.forEach((button) => button.click())");
        assertThat(page.panel().locator("cite").first()).isAttached();
        assertThat(page.page().locator("a[href^='javascript' i]")).hasCount(0);
    }

    @Test
    void markup_in_the_address_is_shown_as_text(Visits visits) {
        LineagePage page = visits.open("?lang=en&focus=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
                .expecting(FAILED + ".*40[04]");
        assertThat(page.heading()).hasText(Pattern.compile("<img src=x onerror=alert\\(1\\)>"));
        assertThat(page.panel().locator("img")).hasCount(0);
    }

    @Test
    void relations_and_kinds_that_the_page_does_not_know_are_drawn_plainly(Visits visits) {
        LineagePage page = visits.open(
                Look.WIDE,
                "?lang=en",
                context -> change(
                        context,
                        "**/api/v1/lineage",
                        json -> json.replace("\"relation\":\"basedOn\"", "\"relation\":\"inspiredBy\"")
                                .replace("\"class\":\"Model\"", "\"class\":\"Poem\"")
                                .replace("\"chapter\":\"encoders\"", "\"chapter\":\"poetry\"")));
        assertThat(page.edge("BERT.inspiredBy.Transformer").locator(".line")).isAttached();
        page.clickLine("BERT.inspiredBy.Transformer");
        assertThat(page.heading()).hasText("BERT is based on Transformer");
    }
}
