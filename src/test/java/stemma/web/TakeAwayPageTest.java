package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import stemma.StemmaClient;

/** What a reader takes away of an entry, and how far its lineage is lit. */
@InBrowser
class TakeAwayPageTest {

    private static LineagePage opened(Visits visits, String query) {
        return opened(Look.WIDE, visits, query);
    }

    private static LineagePage opened(Look look, Visits visits, String query) {
        LineagePage page = visits.open(
                look, query, context -> context.grantPermissions(List.of("clipboard-read", "clipboard-write")));
        page.page().locator(".take-away summary").click();
        return page;
    }

    private static Locator control(LineagePage page, String name) {
        return page.page()
                .locator(".take-away")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Download taken(LineagePage page, String name) {
        return page.page().waitForDownload(() -> control(page, name).click());
    }

    private static byte[] bytes(Download download) throws IOException {
        try (InputStream bytes = download.createReadStream()) {
            return bytes.readAllBytes();
        }
    }

    private static String text(Download download) throws IOException {
        return new String(bytes(download), StandardCharsets.UTF_8);
    }

    private static String select(Visits visits, String query) {
        return visits.api()
                .get("/sparql?query=" + StemmaClient.encoded(query), "Accept", "text/csv")
                .body();
    }

    private static long lines(String csv) {
        return csv.lines().count() - 1;
    }

    @ParameterizedTest
    @CsvSource({
        "?focus=GPT&depth=1,              Picture as SVG,     GPT.svg",
        "?from=RNN&to=GPT,                Picture as SVG,     RNN-GPT.svg",
        "?edge=GPT.basedOn.Transformer,   Diagram as Mermaid, GPT.basedOn.Transformer.mmd",
        "?compare=LSTM%2CGRU,             Diagram as Mermaid, LSTM-GRU.mmd",
        "?branches=recurrent,             Lines as CSV,       stemma.csv"
    })
    void a_file_is_saved_under_the_name_of_the_view(String query, String what, String file, Visits visits)
            throws IOException {
        LineagePage page = opened(visits, query);
        Download download = taken(page, what);

        assertEquals(file, download.suggestedFilename());
        assertFalse(text(download).isBlank());
        assertThat(page.page().locator(".take-away ul")).isHidden();
        assertThat(page.page().locator(".take-away summary")).isFocused();
    }

    @Test
    void the_picture_holds_what_is_lit_and_needs_no_style_sheet(Visits visits) throws Exception {
        LineagePage page = opened(Look.WIDE.dark(), visits, "?focus=LSTM&depth=1");
        String svg = text(taken(page, "Picture as SVG"));
        Document picture =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        List<String> texts = new ArrayList<>();
        NodeList found = picture.getElementsByTagName("text");
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
            assertTrue(((Element) found.item(i)).hasAttribute("font-family"));
        }

        assertTrue(
                texts.containsAll(List.of("Long Short-Term Memory", "Recurrent Neural Network", "1986", "1997")), svg);
        assertFalse(texts.contains("BERT"), svg);
        assertFalse(svg.contains("class=") || svg.contains("var("), svg);
        assertTrue(svg.contains("rgb(23, 22, 20)"), "the dark paper");
    }

    @Test
    void a_picture_is_saved_as_PNG(Visits visits) throws IOException {
        Download download = taken(opened(visits, "?focus=LSTM&lang=zh-Hant"), "PNG 圖");

        assertEquals("LSTM.png", download.suggestedFilename());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes(download)));
        assertTrue(picture.getWidth() > 600 && picture.getHeight() > 600, picture.toString());
        Path kept = Path.of("target", "screenshots", "taken-picture-zh.png");
        Files.createDirectories(kept.getParent());
        ImageIO.write(picture, "png", kept.toFile());
    }

    @Test
    void the_lines_that_are_seen_are_saved_as_CSV_with_their_reasons(Visits visits) throws IOException {
        String csv = text(taken(opened(visits, "?focus=LSTM&depth=1"), "Lines as CSV"));

        assertTrue(csv.startsWith("\ufeffsource,sourceLabel,relation,target,targetLabel,year,reason\r\n"), csv);
        assertTrue(csv.contains("\r\nLSTM,Long Short-Term Memory,extends,RNN,Recurrent Neural Network,1997,"), csv);
        assertFalse(csv.contains("undefined"), csv);
        String known = text(taken(opened(visits, "?asOf=1997"), "Lines as CSV"));
        assertTrue(known.contains("\r\nLSTM,") && !known.contains("\r\nGRU,"), known);
        assertEquals(visits.api().json("/api/v1/lineage?asOf=1997").get("edges").size(), lines(known));
    }

    @Test
    void the_diagram_is_written_as_the_server_writes_it(Visits visits) throws IOException {
        String diagram = text(taken(opened(visits, "?edge=GPT.basedOn.Transformer"), "Diagram as Mermaid"));

        assertEquals("""
                flowchart BT
                  n1["GPT<br/>2018"]
                  n2["Transformer<br/>2017"]
                  n1 -->|"is based on"| n2
                """, diagram);
    }

    @Test
    void link_and_embed_are_copied(Visits visits) {
        LineagePage page = opened(visits, "?focus=LSTM&view=table");
        control(page, "Copy the link").click();
        assertThat(page.live()).hasText("Copied");
        assertEquals(
                visits.api().address() + "?focus=LSTM&view=table&lang=en",
                page.page().evaluate("navigator.clipboard.readText()"));
        page.panel()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy embed"))
                .click();
        page.page()
                .waitForFunction(
                        "async () => (await navigator.clipboard.readText()).includes('<stemma-card name=\"LSTM\"')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?focus=LSTM",
                "?asOf=1997",
                "?relations=replaces,extends&asOf=2018",
                "?from=RNN&to=GPT",
                "?branches=recurrent&maker=Google"
            })
    void the_query_behind_the_view_opens_in_the_editor_and_answers_with_its_lines(String query, Visits visits)
            throws IOException {
        LineagePage page = opened(visits, query);
        long seen = lines(text(taken(page, "Lines as CSV")));
        page.page().locator(".take-away summary").click();
        page.expecting("inline style violates");
        control(page, "The query behind it").click();

        assertThat(page.page()).hasURL(Pattern.compile(".*/sparql\\?lang=en#query=.*"));
        page.page().waitForSelector(".yasr_response_chip:not(:empty)");
        String address = page.page().url();
        String asked = URLDecoder.decode(
                address.substring(address.indexOf("#query=") + "#query=".length()), StandardCharsets.UTF_8);
        assertEquals(seen, lines(select(visits, asked)), asked);
    }

    @Test
    void escape_folds_it(Visits visits) {
        LineagePage page = opened(visits, "?focus=LSTM");
        page.press("Tab", "Escape");
        assertThat(page.page().locator(".take-away ul")).isHidden();
        assertThat(page.page().locator(".take-away summary")).isFocused();
        assertEquals("LSTM", page.parameter("focus"));
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
    @MethodSource("stemma.web.Pictures#looks_and_languages")
    void it_can_be_used_by_everybody(Look look, String lang, Visits visits) {
        LineagePage page = opened(look, visits, "?focus=BERT&lang=" + lang);
        Pictures.takeAndCheck("take-away", look, lang, page);
    }
}
