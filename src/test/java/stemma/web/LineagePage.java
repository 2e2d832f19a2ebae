package stemma.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The lineage page in a browser: where its parts are, and what a reader does with them. */
final class LineagePage {
    private static final String SETTLED = "#panel[data-kind]:not([data-kind=waiting]):not([aria-busy])";
    private static final Set<String> BAD_CONSOLE = Set.of("error", "warning", "assert");

    /** All that a reader sees of a view, and where its links lead. */
    private static final String VIEW = """
            () => {
              const names = (selector) => [...document.querySelectorAll(selector)]
                .map((one) => one.dataset.name ?? one.dataset.edge).sort();
              const panel = document.getElementById('panel');
              return JSON.stringify({
                address: location.search, title: document.title, lang: document.documentElement.lang,
                kind: panel.dataset.kind, text: panel.innerText,
                links: [...panel.querySelectorAll('a')].map((link) => link.getAttribute('href')),
                focus: names('.node.is-focus'), ancestors: names('.node.is-ancestor'),
                descendants: names('.node.is-descendant'), ends: names('.node.is-end'),
                lines: names('.edge.is-ancestor, .edge.is-descendant, .edge.is-kin'), chosen: names('.edge.is-chosen'),
              }, null, 1);
            }""";

    /** A point of a line at which a click meets this line and nothing else. */
    private static final String POINT_ON_LINE = """
            (key) => {
              const edge = document.querySelector(`.edge[data-edge="${key}"]`);
              const path = edge.querySelector('.hit');
              const length = path.getTotalLength();
              for (let part = 0.5; part < 1; part += 0.01) {
                for (const share of [part, 1 - part]) {
                  const point = path.getPointAtLength(length * share).matrixTransform(path.getScreenCTM());
                  if (document.elementFromPoint(point.x, point.y)?.closest('.edge') === edge) return [point.x, point.y];
                }
              }
              return null;
            }""";

    private final BrowserContext context;
    private final String address;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    LineagePage(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        this.page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> complaints.add("uncaught: " + error));
        context.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                complaints.add("a request to another host: " + request.url());
            }
        });
    }

    private void hear(ConsoleMessage message) {
        if (BAD_CONSOLE.contains(message.type())) {
            complaints.add(message.type() + ": " + message.text() + " " + message.location());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Loads a view from scratch and waits until it is shown. */
    LineagePage load(String query) {
        page.navigate(address + query);
        return settle();
    }

    /** Waits until the panel shows what the address says. */
    LineagePage settle() {
        page.waitForSelector(SETTLED);
        return this;
    }

    /** Says that the browser will complain of something, such as a request that is meant to fail. */
    LineagePage expecting(String pattern) {
        expected.add(Pattern.compile(pattern));
        return this;
    }

    /** What went to the console as an error or a warning, and requests to other hosts, but for what was expected. */
    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList();
    }

    Locator panel() {
        return page.locator("#panel");
    }

    /** The heading of the panel: the name of the entry, or the statement. */
    Locator heading() {
        return panel().locator("h2").first();
    }

    Locator nodes() {
        return page.locator("#chart .node");
    }

    Locator node(String name) {
        return page.locator("#chart .node[data-name='" + name + "']");
    }

    Locator edges() {
        return page.locator("#chart .edge");
    }

    Locator edge(String key) {
        return page.locator("#chart .edge[data-edge='" + key + "']");
    }

    Locator search() {
        return page.locator("#search-input");
    }

    /** The field that picks another entry for a view of several. */
    Locator picker() {
        return page.locator(".picker input:visible");
    }

    /** Picks another entry for a view of several. */
    void pick(String typed, String name) {
        picker().fill(typed);
        page.locator(".picker .match[data-name='" + name + "']").click();
        settle();
    }

    /** The entries that the search offers. */
    Locator options() {
        return page.locator("[role=option]:visible");
    }

    Locator legend() {
        return page.locator("#legend");
    }

    Locator live() {
        return page.locator("#live");
    }

    /** The switch to a language, by the name it gives itself. */
    Locator language(String name) {
        return page.locator("#languages").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Brings the whole chart into sight. */
    LineagePage showWholeChart() {
        page.locator("#chart [data-t-label=zoomFit]").click();
        return this;
    }

    /** Clicks an entry on the chart, wherever it stands. */
    LineagePage clickNode(String name) {
        showWholeChart();
        node(name).click();
        return settle();
    }

    /** Clicks a line of the chart, wherever it runs. */
    LineagePage clickLine(String key) {
        showWholeChart();
        if (!(page.evaluate(POINT_ON_LINE, key) instanceof List<?> point)) {
            throw new AssertionError("No place of the line " + key + " can be clicked");
        }
        page.mouse().click(((Number) point.get(0)).doubleValue(), ((Number) point.get(1)).doubleValue());
        return settle();
    }

    /** The names of the entries on the chart that a class marks, such as {@code is-ancestor}. */
    Set<String> marked(String className) {
        return new TreeSet<>(page.locator("#chart .node." + className).all().stream()
                .map(node -> node.getAttribute("data-name"))
                .toList());
    }

    /** The address's parameter, or null. */
    String parameter(String name) {
        return (String) page.evaluate("(name) => new URLSearchParams(location.search).get(name)", name);
    }

    String path() {
        return URI.create(page.url()).getPath();
    }

    /** All of the view as text, to be compared with another. */
    String view() {
        return (String) page.evaluate(VIEW);
    }

    /** The name of the entry on the chart that has the keyboard, or null. */
    String focusedNode() {
        return (String) page.evaluate("() => document.activeElement.closest('.node')?.dataset.name ?? null");
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** What a pure module of the page answers, asked in the browser: {@code module} is bound to it. */
    Object ask(String module, String expression, Map<String, ?> values) {
        return page.evaluate(
                "async ({ path, values }) => { const module = await import(path); return (" + expression
                        + ")(module, values); }",
                Map.of("path", "/" + module, "values", values));
    }

    void close() {
        context.close();
    }
}
