package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wide and narrow, light and dark, moving and still. Pictures of each are left in target/screenshots/. */
@InBrowser
class ScreenPageTest {
    private static final int MANY_COLOURS = 100;

    /** Parts of the page that stand out of the window or out of the panel. */
    private static final String STICKING_OUT = """
            () => {
              const out = [];
              const width = document.documentElement.clientWidth;
              for (const element of document.querySelectorAll('.masthead *, .page > *, .matches, .legend, .tools, .cover, .close, #panel h2, #panel p')) {
                const box = element.getBoundingClientRect();
                if (element.checkVisibility() && box.width > 1 && (box.right > width + 1 || box.left < -1)) out.push(`${element.tagName}.${element.className} ${box.left} to ${box.right}`);
              }
              for (const element of [document.documentElement, document.body, document.getElementById('panel')]) {
                if (element.scrollWidth > element.clientWidth) out.push(`${element.tagName} is ${element.scrollWidth} wide within ${element.clientWidth}`);
              }
              return out;
            }""";

    static Stream<Arguments> looks_languages_and_views() {
        return Stream.of(Look.WIDE, Look.WIDE.dark(), Look.NARROW, Look.NARROW.dark())
                .flatMap(look -> Stream.of("zh-Hant", "en")
                        .flatMap(lang -> Stream.of("", "Transformer").map(focus -> Arguments.of(look, lang, focus))));
    }

    @ParameterizedTest
    @MethodSource("looks_languages_and_views")
    void a_picture_of_the_page_is_not_blank(Look look, String lang, String focus, Visits visits) throws IOException {
        LineagePage page = visits.open(look, "?lang=" + lang + (focus.isEmpty() ? "" : "&focus=" + focus));
        String name = String.join(
                "-",
                look.narrow() ? "narrow" : "wide",
                lang,
                look.scheme().name().toLowerCase(Locale.ROOT),
                focus.isEmpty() ? "intro" : focus);
        byte[] png = page.page()
                .screenshot(new ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(Path.of("target", "screenshots", name + ".png")));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(look.width() + "x" + look.height(), picture.getWidth() + "x" + picture.getHeight());
        long colours = Arrays.stream(picture.getRGB(0, 0, look.width(), look.height(), null, 0, look.width()))
                .distinct()
                .count();
        assertTrue(colours > MANY_COLOURS, colours + " colours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?focus=Transformer",
                "?focus=BidirectionalContext",
                "?focus=OpenAI",
                "?edge=Transformer.extends.Seq2seqWithAttention"
            })
    void nothing_sticks_out_of_a_narrow_page(String view, Visits visits) {
        for (String lang : List.of("en", "zh-Hant")) {
            LineagePage page = visits.open(Look.NARROW, view + "&lang=" + lang);
            assertEquals(List.of(), page.page().evaluate(STICKING_OUT));
            page.search().fill("a");
            assertThat(page.options().first()).isVisible();
            assertEquals(List.of(), page.page().evaluate(STICKING_OUT));
        }
    }

    @Test
    void nothing_sticks_out_of_a_narrow_page_with_its_legend_open(Visits visits) {
        LineagePage page = visits.open(Look.NARROW, "?lang=en");
        page.legend().locator("summary").click();
        assertThat(page.legend().getByText("walk along the lines")).isAttached();
        assertEquals(List.of(), page.page().evaluate(STICKING_OUT));
    }

    @Test
    void a_tap_on_a_narrow_page_opens_the_card_below_the_chart_with_the_entry_in_sight(Visits visits) {
        LineagePage page = visits.open(Look.NARROW, "?lang=en");
        page.node("RNN").tap();
        assertThat(page.heading()).hasText("Recurrent Neural Network");
        BoundingBox chart = page.page().locator("#chart").boundingBox();
        BoundingBox panel = page.panel().boundingBox();
        BoundingBox node = page.node("RNN").boundingBox();
        assertEquals(chart.y + chart.height, panel.y, 1);
        assertEquals(740, panel.y + panel.height, 1);
        assertTrue(chart.height > 200, "the chart keeps " + chart.height);
        assertTrue(
                node.y >= chart.y && node.y + node.height <= panel.y, "the entry stands between chart's top and card");
    }

    @Test
    void the_page_opens_on_the_main_line_at_a_size_that_can_be_read(Visits visits) {
        for (Look look : List.of(Look.WIDE, Look.NARROW)) {
            LineagePage page = visits.open(look, "?lang=en");
            assertThat(page.node("RNN")).isInViewport();
            double size = ((Number)
                            page.node("RNN").locator(".label").evaluate("label => 13.5 * label.getScreenCTM().a"))
                    .doubleValue();
            assertTrue(size >= 10.5, look + ": " + size + " pixels");
        }
    }

    @Test
    void the_theme_follows_the_system_even_when_it_changes(Visits visits) {
        LineagePage page = visits.open(Look.WIDE, "?lang=en");
        String paper = "() => getComputedStyle(document.body).backgroundColor";
        Object light = page.page().evaluate(paper);
        Object dark = visits.open(Look.WIDE.dark(), "?lang=en").page().evaluate(paper);
        assertEquals("rgb(246, 241, 230)", light);
        assertEquals("rgb(23, 22, 20)", dark);
        page.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertEquals(dark, page.page().evaluate(paper));
    }

    @Test
    void nothing_moves_when_the_reader_asked_for_reduced_motion(Visits visits) {
        String zoom = """
                () => {
                  document.querySelector('[data-t-label=zoomIn]').click();
                  const at = () => getComputedStyle(document.querySelector('.scene')).transform;
                  return [at(), document.getAnimations().length].join(' ');
                }""";
        LineagePage still = visits.open(Look.WIDE, "?lang=en");
        Object atOnce = still.page().evaluate(zoom);
        still.page().evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        assertEquals(
                atOnce,
                still.page().evaluate("() => getComputedStyle(document.querySelector('.scene')).transform + ' 0'"));

        LineagePage moving = visits.open(Look.WIDE.moving(), "?lang=en");
        assertNotEquals(atOnce, moving.page().evaluate(zoom));
        moving.page()
                .waitForFunction(
                        "(end) => getComputedStyle(document.querySelector('.scene')).transform + ' 0' === end", atOnce);
    }

    @Test
    void the_chart_glides_to_an_entry_for_readers_who_like_motion(Visits visits) {
        LineagePage page = visits.open(Look.WIDE.moving(), "?lang=en");
        page.search().fill("llama 4");
        assertThat(page.options().first()).hasAttribute("data-name", "Llama4");
        page.press("Enter");
        page.settle();
        assertThat(page.node("Llama4")).isInViewport();
    }
}
