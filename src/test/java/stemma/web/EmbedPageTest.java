package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.ExpectedFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Terms, cards and lineages on pages of other people, as these come: {@code embed/*.html}. */
@InBrowser
class EmbedPageTest {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String MARKED = "stemma-term[data-marked]";
    private static final String CARD = "[popover][role=dialog]";

    /** The text of a page and the places of its words. */
    private static final String FACE = """
            () => {
              const places = [];
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              let text = '';
              for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.data;
              for (const element of document.querySelectorAll('p, h1, form, pre')) {
                const { x, y, width, height } = element.getBoundingClientRect();
                places.push([element.localName, x, y, width, height].join(' '));
              }
              return text + '\\n' + places.join('\\n') + '\\n' + document.documentElement.scrollHeight;
            }""";

    /** The terms of a text as the script finds them. */
    private static final String FOUND = """
            async (text) => {
              const { createMatcher } = await import('/embed/matcher.js');
              const terms = await (await fetch('/api/v1/terms')).json();
              return createMatcher(terms)(text).map(({ start, end, entry }) => `${start} ${end} ${terms.entries[entry][0]}`);
            }""";

    private static void on(String page, Look look, Visits visits, Consumer<Page> what) throws IOException {
        try (OtherSite site = new OtherSite(visits.api().address())) {
            what.accept(visits.elsewhere(look, site.address(page)).page());
        }
    }

    private static List<String> marked(Page page) {
        page.waitForSelector(MARKED, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return page.locator(MARKED).all().stream()
                .map(term -> term.textContent() + "=" + term.getAttribute("name"))
                .toList();
    }

    private static Locator term(Page page, String name) {
        return page.locator("stemma-term[name=" + name + "]");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(PICTURES.resolve("embed-" + name + ".png")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    bare   | 循環神經網路=RNN 序列=Sequence LSTM=LSTM 閘門=Gate 注意力機制=AttentionMechanism BERT=BERT GPT=GPT Transformer=Transformer
                    loud   | language model=LanguageModel self-attention=SelfAttention BERT=BERT
                    strict | Transformer=Transformer recurrence=Recurrence self-attention=SelfAttention token=Token
                    late   | LSTM=LSTM
                    dark   | 大型語言模型=LargeLanguageModel Transformer=Transformer 預訓練=Pretraining 微調=FineTuning RLHF=RLHF 對齊=Alignment 檢索增強生成=RetrievalAugmentedGeneration 幻覺=Hallucination
                    rtl    | LSTM=LSTM Transformer=Transformer BERT=BERT GPT=GPT
                    """)
    void each_term_is_marked_where_it_stands_first(String name, String terms, Visits visits) throws IOException {
        on(name + ".html", Look.WIDE, visits, page -> assertEquals(terms, String.join(" ", marked(page))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bare", "loud", "late", "dark", "rtl"})
    void neither_text_nor_layout_changes(String name, Visits visits) throws IOException {
        List<Object> faces = new ArrayList<>();
        on(name + ".html?plain", Look.WIDE, visits, page -> faces.add(page.evaluate(FACE)));
        on(name + ".html", Look.WIDE, visits, page -> {
            marked(page);
            page.locator("stemma-card, stemma-lineage").all().forEach(element -> element.evaluate("e => e.remove()"));
            faces.add(page.evaluate(FACE));
        });
        if (!name.equals("strict")) {
            assertEquals(faces.get(0), faces.get(1));
        }
        assertEquals(
                faces.get(0).toString().lines().findFirst(),
                faces.get(1).toString().lines().findFirst());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    bare   | RNN         | 循環神經網路 | Recurrent Neural Network
                    loud   | BERT        | BERT         |
                    strict | Transformer | Transformer  |
                    late   | LSTM        | Long Short-Term Memory | 長短期記憶
                    dark   | RLHF        | 基於人類回饋的強化學習 | Reinforcement Learning from Human Feedback
                    rtl    | LSTM        | Long Short-Term Memory | 長短期記憶
                    """)
    void hovering_opens_a_card_that_is_readable(String name, String entry, String label, String other, Visits visits)
            throws IOException {
        on(name + ".html", Look.WIDE, visits, page -> {
            marked(page);
            term(page, entry).first().hover();
            Locator card = page.locator(CARD);
            assertThat(card.locator("h2")).containsText(label);
            if (other != null) {
                assertThat(card.locator("h2 small")).containsText(other);
            }
            assertThat(card.locator("a.more")).hasAttribute("href", Pattern.compile(".*focus=" + entry + ".*"));
            BoundingBox box = card.boundingBox();
            BoundingBox place = term(page, entry).first().boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= Look.WIDE.width(), "the card is within the window");
            assertTrue(box.y - place.y - place.height < 10 && box.y > place.y, "the card is under the term");
            assertTrue(box.x < place.x + place.width && box.x + box.width > place.x, "the card is at the term");
            assertEquals("15px", card.evaluate("card => getComputedStyle(card).fontSize"));
            assertEquals("1", card.evaluate("card => getComputedStyle(card).opacity"));
            assertEquals(List.of(), new AxeBuilder(page).include(CARD).analyze().getViolations());
            picture(page, name);
            page.mouse().move(1400, 880);
            assertThat(card).hasCount(0);
        });
    }

    @Test
    void the_keyboard_opens_enters_and_closes_a_card(Visits visits) throws IOException {
        on("bare.html", Look.WIDE, visits, page -> {
            marked(page);
            page.keyboard().press("Tab");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(1);
            assertThat(term(page, "RNN")).isFocused();
            assertThat(page.locator(CARD + " [role=status]")).containsText("循環神經網路");
            page.keyboard().press("Escape");
            assertThat(page.locator(CARD)).hasCount(0);
            assertThat(term(page, "RNN")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(CARD + " a").first()).isFocused();
            page.keyboard().press("Escape");
            assertThat(page.locator(CARD)).hasCount(0);
            assertThat(term(page, "RNN")).isFocused();
        });
    }

    @Test
    void a_tap_opens_a_card_within_a_narrow_screen_and_another_place_closes_it(Visits visits) throws IOException {
        on("dark.html", Look.NARROW, visits, page -> {
            marked(page);
            term(page, "FineTuning").tap();
            Locator card = page.locator(CARD);
            assertThat(card.locator("h2")).containsText("微調");
            BoundingBox box = card.boundingBox();
            assertTrue(box.x >= 0 && box.x + box.width <= Look.NARROW.width(), "the card is within the window");
            picture(page, "narrow");
            page.touchscreen().tap(10, 10);
            assertThat(card).hasCount(0);
        });
    }

    @Test
    void the_card_takes_the_colours_and_the_direction_of_the_page(Visits visits) throws IOException {
        on("dark.html", Look.WIDE, visits, page -> {
            marked(page);
            term(page, "RLHF").hover();
            Locator article = page.locator(CARD + " article");
            assertEquals("rgb(16, 21, 28)", article.evaluate("a => getComputedStyle(a).backgroundColor"));
            assertEquals("rgb(216, 226, 238)", article.evaluate("a => getComputedStyle(a).color"));
        });
        on("rtl.html", Look.WIDE, visits, page -> {
            marked(page);
            term(page, "LSTM").hover();
            assertThat(page.locator(CARD)).hasAttribute("dir", "rtl");
        });
    }

    @Test
    void what_comes_later_is_marked_too_and_what_is_marked_is_not_marked_again(Visits visits) throws IOException {
        on("late.html", Look.WIDE, visits, page -> {
            marked(page);
            page.evaluate(
                    "document.getElementById('app').insertAdjacentHTML('beforeend', '<p>Then LSTM, GRU and <i>BERT</i> came.</p>')");
            assertThat(page.locator(MARKED)).hasCount(3);
            page.evaluate("document.getElementById('app').firstElementChild.firstChild.data = 'GPT came. '");
            assertThat(page.locator(MARKED)).hasCount(4);
            assertEquals("GPT=GPT,LSTM=LSTM,GRU=GRU,BERT=BERT", String.join(",", marked(page)));
            page.evaluate("document.getElementById('app').innerHTML = '<p>Only T5 is left.</p>'");
            assertThat(page.locator(MARKED)).hasCount(1);
            assertEquals(List.of("T5=T5"), marked(page));
        });
    }

    @Test
    void elements_show_what_authors_name(Visits visits) throws IOException {
        on("strict.html", Look.WIDE, visits, page -> {
            assertThat(page.locator("stemma-card h2")).hasText("GPT");
            assertThat(page.locator("stemma-lineage nav b")).hasText("BERT");
            assertThat(page.locator("stemma-lineage li.ancestor").first()).isVisible();
            term(page, "LSTM").hover();
            assertThat(page.locator(CARD + " h2")).containsText("Long Short-Term Memory");
            page.locator("stemma-card").evaluate("card => card.setAttribute('name', 'ELMo')");
            assertThat(page.locator("stemma-card h2")).containsText("ELMo");
        });
    }

    @Test
    void no_text_leaves_the_page(Visits visits) throws IOException {
        List<Request> requests = new ArrayList<>();
        on("bare.html", Look.WIDE, visits, page -> {
            page.onRequest(requests::add);
            page.reload();
            marked(page);
            term(page, "LSTM").hover();
            assertThat(page.locator(CARD)).hasCount(1);
        });
        String stemma = visits.api().address();
        List<String> asked = requests.stream()
                .map(Request::url)
                .filter(url -> url.startsWith(stemma))
                .map(url -> url.substring(stemma.length()).replaceFirst("\\?.*", ""))
                .filter(path -> !path.startsWith("embed"))
                .sorted()
                .toList();
        assertEquals(List.of("api/v1/concepts/LSTM", "api/v1/lineage/LSTM", "api/v1/terms"), asked);
        requests.forEach(request -> assertEquals("GET", request.method()));
    }

    @Test
    void without_the_server_the_page_is_as_it_was(Visits visits) throws IOException {
        try (OtherSite site = new OtherSite(visits.api().address())) {
            LineagePage visit = visits.elsewhere(Look.WIDE, site.address("bare.html?plain"));
            Object face = visit.page().evaluate(FACE);
            visit.expecting("Failed to load resource");
            visit.context().route("**/api/v1/**", route -> route.abort());
            visit.page()
                    .waitForRequestFinished(
                            new Page.WaitForRequestFinishedOptions()
                                    .setPredicate(request -> request.url().endsWith("matcher.js")),
                            () -> visit.page().navigate(site.address("bare.html")));
            visit.page().waitForFunction("customElements.get('stemma-term') !== undefined");
            assertEquals(face, visit.page().evaluate(FACE));
            visit.context().unroute("**/api/v1/**");
            visit.context().route("**/embed.js", route -> route.abort());
            visit.page().navigate(site.address("bare.html"));
            assertEquals(face, visit.page().evaluate(FACE));
        }
    }

    @Test
    void the_browser_finds_what_the_server_finds(Visits visits) throws IOException {
        Page page = visits.elsewhere(Look.WIDE, visits.api().address() + "demo").page();
        Path texts = ExpectedFile.RESOURCES.resolve("annotate");
        for (String name : ExpectedFile.namesIn(texts, ".txt")) {
            String text =
                    Files.readString(texts.resolve(name + ".txt")).replaceAll("\\[\\[([^|\\]]+)\\|[^\\]]+]]", "$1");
            JsonNode found = JsonMapper.shared()
                    .readTree(visits.api()
                            .send(visits.api()
                                    .request("api/v1/annotate", "Content-Type", "text/plain; charset=utf-8")
                                    .POST(BodyPublishers.ofString(text))
                                    .build())
                            .body());
            List<String> expected = found.get("annotations")
                    .valueStream()
                    .map(term -> term.get("startUtf16") + " " + term.get("endUtf16") + " "
                            + term.at("/concepts/0/name").stringValue())
                    .toList();
            assertEquals(expected, page.evaluate(FOUND, text), name);
        }
    }

    @Test
    void all_of_the_script_weighs_less_than_12_KB_compressed(Visits visits) throws IOException {
        List<String> scripts = new ArrayList<>();
        on("strict.html", Look.WIDE, visits, page -> {
            page.onRequest(request -> {
                if (request.resourceType().equals("script")) {
                    scripts.add(request.url().substring(visits.api().address().length()));
                }
            });
            page.reload();
            marked(page);
        });
        int weight = 0;
        for (String script : scripts) {
            weight += Integer.parseInt(visits.api()
                    .get(script, "Accept-Encoding", "gzip")
                    .headers()
                    .firstValue("Content-Length")
                    .orElseThrow());
        }
        assertTrue(scripts.size() > 5, scripts::toString);
        assertTrue(weight < 12_000, "It weighs " + weight);
    }

    @Test
    void the_demo_shows_it_all_in_both_languages(Visits visits) {
        Page page = visits.elsewhere(Look.WIDE, visits.api().address() + "demo").page();
        marked(page);
        assertThat(page.locator("stemma-card h2")).hasText("Transformer");
        assertThat(page.locator("stemma-lineage nav b")).hasText("GPT");
        assertTrue(page.locator("article[lang=zh-Hant] " + MARKED).count() > 10);
        assertTrue(page.locator("article[lang=en] " + MARKED).count() > 10);
        assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
        page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("embed-demo.png")));
    }
}
