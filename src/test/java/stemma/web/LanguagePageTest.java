package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chinese and English, both complete, never mixed. */
@InBrowser
class LanguagePageTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    /** Names that are the same in Chinese: of this page, of an architecture, of keys and of a format. */
    private static final Set<String> NAMES = Set.of(
            "Stemma",
            "Transformer",
            "Enter",
            "Escape",
            "Ctrl",
            "JSON",
            "JavaScript",
            "SPARQL",
            "SVG",
            "PNG",
            "CSV",
            "Mermaid",
            "BibTeX");

    /** Every text of the document and every text of an attribute that a reader meets, with the language it is marked as. */
    private static final String TEXTS = """
            () => {
              const texts = [];
              const keep = (element, text) => {
                if (text?.trim()) texts.push([element.closest('[lang]').lang, text.trim()]);
              };
              const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                if (!walker.currentNode.parentElement.closest('noscript, script')) keep(walker.currentNode.parentElement, walker.currentNode.data);
              }
              for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
                for (const element of document.querySelectorAll(`body [${name}]`)) keep(element, element.getAttribute(name));
              }
              return texts;
            }""";

    private static Map<String, String> words(LineagePage page, String file) {
        Map<String, String> words = new TreeMap<>();
        ((Map<?, ?>) page.ask("strings/" + file, "module => module.default", Map.of()))
                .forEach((key, text) -> words.put((String) key, (String) text));
        return words;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<List<String>> texts(LineagePage page) {
        return ((List<?>) page.page().evaluate(TEXTS))
                .stream()
                        .map(pair -> ((List<?>) pair)
                                .stream().map(String.class::cast).toList())
                        .toList();
    }

    /** Opens all that can be opened, so that every word stands in the document. */
    private static LineagePage unfold(LineagePage page) {
        if (!page.legend().evaluate("legend => legend.open").equals(true)) {
            page.legend().locator("summary").click();
        }
        page.panel().locator(".why").evaluateAll("buttons => buttons.forEach((button) => button.click())");
        return page;
    }

    @Test
    void both_languages_have_the_same_words_with_the_same_places(Visits visits) {
        LineagePage page = visits.open("");
        Map<String, String> english = words(page, "en.js");
        Map<String, String> chinese = words(page, "zh-hant.js");
        assertEquals(english.keySet(), chinese.keySet());
        assertTrue(english.size() > 80, english.size() + " words");
        english.forEach((key, text) -> assertEquals(found(PLACE, text), found(PLACE, chinese.get(key)), key));
    }

    @Test
    void no_english_word_is_left_among_the_chinese_and_no_chinese_among_the_english(Visits visits) {
        LineagePage page = visits.open("");
        words(page, "zh-hant.js").forEach((key, text) -> {
            Set<String> latin = found(LATIN_WORD, PLACE.matcher(text).replaceAll(""));
            latin.removeAll(NAMES);
            assertEquals(Set.of(), latin, key + ": " + text);
            assertTrue(
                    HAN.matcher(text).find()
                            || NAMES.contains(text)
                            || !LATIN_WORD
                                    .matcher(PLACE.matcher(text).replaceAll(""))
                                    .find(),
                    key + ": " + text);
        });
        words(page, "en.js")
                .forEach((key, text) -> assertFalse(HAN.matcher(text).find(), key + ": " + text));
    }

    @Test
    void every_word_that_the_page_asks_for_exists(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        Map<String, String> english = words(page, "en.js");
        List<?> asked = (List<?>) page.page().evaluate("""
                                () => [...document.querySelectorAll('[data-t], [data-t-label], [data-t-placeholder]')].flatMap(
                                  (element) => [element.dataset.t, element.dataset.tLabel, element.dataset.tPlaceholder]).filter(Boolean)""");
        assertFalse(asked.isEmpty());
        asked.forEach(key -> assertTrue(english.containsKey(key), key + " is a word of the page"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?focus=Transformer",
                "?focus=OpenAI",
                "?edge=BERT.basedOn.Transformer",
                "?focus=LSTM&edge=LSTM.extends.RNN",
                "?from=LSTM&to=GPT",
                "?compare=LSTM,GRU,Transformer"
            })
    void a_view_is_wholly_in_one_language(String view, Visits visits) {
        LineagePage page = visits.open(view + (view.isEmpty() ? "?" : "&") + "lang=en");
        Set<String> english = Set.copyOf(words(page, "en.js").values());
        Set<String> chinese = Set.copyOf(words(page, "zh-hant.js").values());
        assertWholly(unfold(page), "en", chinese);
        page.language("中文").click();
        assertThat(page.page().locator("html")).hasAttribute("lang", "zh-Hant");
        assertWholly(unfold(page.settle()), "zh-Hant", english);
        page.language("English").click();
        assertThat(page.page().locator("html")).hasAttribute("lang", "en");
        assertWholly(unfold(page.settle()), "en", chinese);
    }

    private static void assertWholly(LineagePage page, String lang, Set<String> foreign) {
        List<String> strangers = texts(page).stream()
                .filter(pair -> pair.getFirst().equals(lang))
                .map(List::getLast)
                .filter(text ->
                        lang.equals("en") ? HAN.matcher(text).find() : foreign.contains(text) && !NAMES.contains(text))
                .toList();
        assertEquals(List.of(), strangers, "texts in the other language on the page in " + lang);
        assertEquals(lang, page.page().locator("html").getAttribute("lang"));
    }

    @Test
    void the_switch_changes_the_chart_the_panel_the_axis_the_search_and_the_title(Visits visits) {
        LineagePage page = visits.open("?focus=LSTM&lang=en");
        page.language("中文").click();
        assertThat(page.heading()).hasText("長短期記憶");
        assertThat(page.node("LSTM").locator(".label")).hasText("長短期記憶");
        assertThat(page.node("RNN")).hasAttribute("aria-label", "循環神經網路，架構，1986");
        assertThat(page.page().locator("#chart .lane").first()).hasText("觀念與領域");
        assertThat(page.search()).hasAttribute("placeholder", "尋找詞條…");
        assertThat(page.page()).hasTitle("長短期記憶 · Stemma");
        assertThat(page.legend().locator("summary")).hasText("圖例");
        assertThat(page.language("中文")).hasAttribute("aria-current", "true");
        assertThat(page.live()).hasText(Pattern.compile("^長短期記憶，架構，1997。"));
        assertEquals("zh-Hant", page.parameter("lang"));
        assertEquals("LSTM", page.parameter("focus"));
        assertEquals(Set.of("LSTM"), page.marked("is-focus"));
    }

    @Test
    void the_switch_leaves_the_reader_where_they_were_on_the_chart(Visits visits) {
        LineagePage page = visits.open("?focus=GPT&lang=en");
        page.language("中文").click();
        assertThat(page.page().locator("html")).hasAttribute("lang", "zh-Hant");
        page.settle();
        assertThat(page.node("GPT")).isInViewport();
    }

    @Test
    void the_choice_is_kept_for_the_next_visit_but_a_link_comes_first(Visits visits) {
        LineagePage page = visits.open("");
        page.language("中文").click();
        assertThat(page.heading()).hasText("一棵觀念的家族樹");
        page.load("");
        assertNull(page.parameter("lang"));
        assertThat(page.heading()).hasText("一棵觀念的家族樹");
        page.load("?lang=en");
        assertThat(page.heading()).hasText("A family tree of ideas");
    }

    @Test
    void a_language_that_the_page_does_not_speak_is_not_followed(Visits visits) {
        LineagePage page = visits.open("?lang=tlh&focus=LSTM");
        assertThat(page.page().locator("html")).hasAttribute("lang", "en");
        assertThat(page.heading()).hasText("Long Short-Term Memory");
    }
}
