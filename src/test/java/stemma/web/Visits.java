package stemma.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import stemma.StemmaClient;

/** The visits of one test: each in a browser profile of its own, as if by a reader who was never here before. */
final class Visits implements AutoCloseable {
    private final Browser browser;
    private final StemmaClient api;
    private final double patience;
    private final List<LineagePage> pages = new ArrayList<>();

    Visits(Browser browser, StemmaClient api, double patience) {
        this.browser = browser;
        this.api = api;
        this.patience = patience;
    }

    /** A client of the server that the page talks to. */
    StemmaClient api() {
        return api;
    }

    /** A wide page in English, such as {@code open("?focus=GPT")}, once it shows what its address says. */
    LineagePage open(String query) {
        return open(Look.WIDE, query);
    }

    LineagePage open(Look look, String query) {
        return open(look, query, context -> {});
    }

    /**
     * A page whose profile is prepared before it loads.
     *
     * @param prepare may route requests or add scripts
     */
    LineagePage open(Look look, String query, Consumer<BrowserContext> prepare) {
        BrowserContext context = browser.newContext(look.options());
        context.setDefaultTimeout(patience);
        LineagePage page = new LineagePage(context, api.address());
        pages.add(page);
        prepare.accept(context);
        return page.load(query);
    }

    /** A page as it comes from the server, in a browser that runs no script. */
    LineagePage withoutScript(Look look, String query) {
        BrowserContext context = browser.newContext(look.options().setJavaScriptEnabled(false));
        context.setDefaultTimeout(patience);
        LineagePage page = new LineagePage(context, api.address());
        pages.add(page);
        page.page().navigate(api.address() + query);
        return page;
    }

    /** The SPARQL editor at an address such as {@code sparql?lang=en}, once it shows an answer. */
    LineagePage editor(Look look, String address) {
        BrowserContext context = browser.newContext(look.options());
        context.setDefaultTimeout(patience);
        LineagePage page = new LineagePage(context, api.address());
        // What YASGUI and Cytoscape would write as styles into the page stands in styles/editor.css.
        page.expecting("inline style violates");
        pages.add(page);
        page.page().navigate(api.address() + address);
        page.page().waitForSelector(".yasr_response_chip:not(:empty)");
        return page;
    }

    /** A page of another site, from which our server is asked. */
    LineagePage elsewhere(Look look, String address) {
        BrowserContext context = browser.newContext(look.options());
        context.setDefaultTimeout(patience);
        LineagePage page = new LineagePage(context, api.address());
        page.expecting("another host: " + address.replaceFirst("(https?://[^/]+).*", "$1"));
        page.expecting("favicon.ico");
        pages.add(page);
        page.page().navigate(address);
        return page;
    }

    /** Fails when a page complained of something that its test did not expect. */
    void check() {
        for (LineagePage page : pages) {
            assertEquals(List.of(), page.complaints(), "what the page complained of");
        }
    }

    void keepPictures(Path folder) {
        for (int i = 0; i < pages.size(); i++) {
            pages.get(i).page().screenshot(new ScreenshotOptions().setPath(folder.resolve((i + 1) + ".png")));
        }
    }

    @Override
    public void close() {
        pages.forEach(LineagePage::close);
    }
}
