package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader takes away of an entry, and how far its lineage is lit. */
@InBrowser
class TakeAwayPageTest {

    private static LineagePage opened(Visits visits, String query) {
        LineagePage page = visits.open(
                Look.WIDE, query, context -> context.grantPermissions(List.of("clipboard-read", "clipboard-write")));
        page.panel().locator(".take-away summary").click();
        return page;
    }

    private static Locator control(LineagePage page, AriaRole role, String name) {
        return page.panel().getByRole(role, new Locator.GetByRoleOptions().setName(name));
    }

    private static String text(Download download) throws IOException {
        try (InputStream bytes = download.createReadStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Lineage as SVG,     GPT.svg, <svg",
        "Lineage as Mermaid, GPT.mmd, flowchart",
        "Citation as BibTeX, GPT.bib, @"
    })
    void a_file_is_saved_under_the_name_of_the_entry(String name, String file, String begins, Visits visits)
            throws IOException {
        LineagePage page = opened(visits, "?focus=GPT");
        Download download = page.page()
                .waitForDownload(() -> control(page, AriaRole.LINK, name).click());

        assertEquals(file, download.suggestedFilename());
        assertTrue(text(download).contains(begins));
    }

    @Test
    void a_picture_is_saved_as_PNG(Visits visits) throws IOException {
        LineagePage page = opened(visits, "?focus=LSTM&lang=zh-Hant");
        Download download = page.page()
                .waitForDownload(
                        () -> control(page, AriaRole.BUTTON, "譜系 PNG 圖").click());

        assertEquals("LSTM.png", download.suggestedFilename());
        try (InputStream bytes = download.createReadStream()) {
            assertTrue(ImageIO.read(bytes).getWidth() > 200);
        }
    }

    @Test
    void the_lines_are_saved_as_CSV_with_their_reasons(Visits visits) throws IOException {
        LineagePage page = opened(visits, "?focus=LSTM");
        Download download = page.page()
                .waitForDownload(
                        () -> control(page, AriaRole.BUTTON, "Lineage as CSV").click());
        String csv = text(download);

        assertTrue(csv.startsWith("\ufeffsource,sourceLabel,relation,target,targetLabel,year,reason\r\n"), csv);
        assertTrue(csv.contains("\r\nLSTM,Long Short-Term Memory,extends,RNN,Recurrent Neural Network,1997,"), csv);
        assertFalse(csv.contains("undefined"), csv);
    }

    @Test
    void link_and_snippet_are_copied(Visits visits) {
        LineagePage page = opened(visits, "?focus=LSTM");
        control(page, AriaRole.BUTTON, "Copy the link").click();
        assertThat(page.live()).hasText("Copied");
        assertEquals(
                visits.api().address() + "?focus=LSTM&lang=en", page.page().evaluate("navigator.clipboard.readText()"));
        control(page, AriaRole.BUTTON, "Copy a snippet").click();
        page.page()
                .waitForFunction(
                        "async () => (await navigator.clipboard.readText()).includes('<stemma-card name=\"LSTM\"')");
    }

    @Test
    void the_query_behind_the_lineage_opens_in_the_editor(Visits visits) {
        LineagePage page = opened(visits, "?focus=LSTM");
        page.expecting("inline style violates");
        control(page, AriaRole.BUTTON, "The query behind it").click();

        assertThat(page.page()).hasURL(Pattern.compile(".*/sparql\\?lang=en#query=.*llm%3ALSTM.*"));
        page.page().waitForSelector(".yasr_response_chip:not(:empty)");
    }

    @Test
    void as_many_steps_are_lit_as_are_wanted(Visits visits) {
        LineagePage page = visits.open("?focus=GPT");
        int all = page.marked("is-ancestor").size();
        page.panel().locator(".depth").selectOption("1");
        assertThat(page.page()).hasURL(Pattern.compile(".*depth=1.*"));
        assertThat(page.panel().locator(".depth")).isFocused();
        int nearest = page.marked("is-ancestor").size();
        assertTrue(nearest > 0 && nearest < all, nearest + " of " + all);
        page.page().goBack();
        assertThat(page.page().locator("#chart .node.is-ancestor")).hasCount(all);
    }

    @ParameterizedTest
    @CsvSource({"en", "zh-Hant"})
    void it_can_be_used_by_everybody(String lang, Visits visits) {
        LineagePage page = opened(visits, "?focus=BERT&lang=" + lang);
        assertEquals(List.of(), new AxeBuilder(page.page()).analyze().getViolations());
        page.page()
                .screenshot(new ScreenshotOptions()
                        .setPath(Path.of("target", "screenshots", "take-away-" + lang + ".png")));
    }
}
