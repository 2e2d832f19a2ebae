package stemma.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long it takes a reader who was never here before to have the page: from the navigation until the chart is drawn, the panel
 * is filled and the browser has a moment to answer, beside the same for a page without a script.
 */
final class FirstSight {
    private static final int VISITS = 7;
    private static final String DRAWN = "() => document.querySelector('#chart .node')"
            + " && document.querySelector('#panel[data-kind]:not([data-kind=waiting]):not([aria-busy])')"
            + " && new Promise((done) => requestIdleCallback(() => done(performance.now())))";
    private static final String LOADED =
            "() => new Promise((done) => requestIdleCallback(() => done(performance.now())))";

    private FirstSight() {}

    /** Prints the medians, in milliseconds. */
    static void measure(Browser browser, String address) {
        for (String path : List.of("", "?focus=Transformer")) {
            System.out.printf(
                    Locale.ROOT,
                    "first sight of /%s: interactive after %.0f ms; a page without a script %.0f ms%n",
                    path,
                    median(browser, address + path, DRAWN),
                    median(browser, address + "problems.html", LOADED));
        }
    }

    private static double median(Browser browser, String address, String done) {
        double[] times = new double[VISITS];
        for (int i = 0; i < VISITS; i++) {
            try (BrowserContext profile =
                    browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
                Page page = profile.newPage();
                page.navigate(address);
                times[i] = ((Number) page.waitForFunction(done).jsonValue()).doubleValue();
            }
        }
        Arrays.sort(times);
        return times[VISITS / 2];
    }
}
