package stemma.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How smoothly 500 entries of the lineage page are panned and zoomed: the time between frames, beside that of a page at rest. */
final class Panning {
    private static final int ENTRIES = 500;

    private static final String MEASURE = """
            async (count) => {
              const [{ createGraph }, { createMeasure }, { layout }, { LANES, laneOf }] =
                await Promise.all([import('/graph.js'), import('/draw.js'), import('/layout.js'), import('/vocabulary.js')]);
              const whole = await (await fetch('/api/v1/lineage')).json();
              const again = (name) => `${name} again`;
              const all = [...whole.nodes, ...whole.nodes.map((node) => ({ ...node, name: again(node.name) }))];
              const lines = [...whole.edges, ...whole.edges.map((edge) => ({ ...edge, source: again(edge.source), target: again(edge.target) }))];
              const nodes = all.slice(0, count);
              const names = new Set(nodes.map(({ name }) => name));
              const edges = lines.filter(({ source, target }) => names.has(source) && names.has(target));
              const host = document.querySelector('#chart');
              const graph = createGraph(host, { pickNode: () => {}, pickEdge: () => {}, clear: () => {} });
              graph.draw(layout({ nodes, edges }, { lanes: LANES, laneOf, labelOf: ({ label }) => label.en, measure: createMeasure() }), 'Transformer');
              const { x, y, width, height } = graph.surface.getBoundingClientRect();
              const middle = [x + width / 2, y + height / 2];
              const frames = async (act) => {
                const times = [];
                for (let i = 0, last = performance.now(); i < 180; i++) {
                  act(i);
                  const now = await new Promise(requestAnimationFrame);
                  if (i > 5) times.push(now - last);
                  last = now;
                }
                return times.sort((a, b) => a - b);
              };
              const point = (type, i) => graph.surface.dispatchEvent(new PointerEvent(type, {
                bubbles: true, pointerId: 1, isPrimary: true, button: 0, buttons: 1,
                clientX: middle[0] + 260 * Math.sin(i / 14), clientY: middle[1] + 220 * Math.sin(i / 9),
              }));
              graph.surface.setPointerCapture = () => {};
              graph.surface.releasePointerCapture = () => {};
              const rest = await frames(() => {});
              point('pointerdown', 0);
              const pan = await frames((i) => point('pointermove', i));
              point('pointerup', 180);
              const zoom = await frames((i) => graph.surface.dispatchEvent(new WheelEvent('wheel', {
                bubbles: true, cancelable: true, ctrlKey: true, deltaY: 8 * Math.sin(i / 20), clientX: middle[0], clientY: middle[1],
              })));
              const told = (times) => [times[Math.floor(times.length * 0.95)], times.at(-1)];
              return { nodes: nodes.length, rest: told(rest), pan: told(pan), zoom: told(zoom) };
            }""";

    private Panning() {}

    /** Prints the figures. */
    static void measure(Browser browser, String address) {
        try (Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900))) {
            page.navigate(address + "problems.html");
            page.setContent("<base href='" + address
                    + "'><link rel='stylesheet' href='/styles/tokens.css'><link rel='stylesheet' href='/styles/base.css'>"
                    + "<link rel='stylesheet' href='/styles/shell.css'><link rel='stylesheet' href='/styles/graph.css'>"
                    + "<main class='page'><section class='chart' id='chart'></section></main>");
            if (!(page.evaluate(MEASURE, ENTRIES) instanceof Map<?, ?> told)) {
                throw new IllegalStateException("The page told nothing");
            }
            for (String what : List.of("rest", "pan", "zoom")) {
                List<?> times = (List<?>) told.get(what);
                System.out.printf(
                        Locale.ROOT,
                        "frames of %s entries, %s: 95th percentile %.1f ms, longest %.1f ms%n",
                        told.get("nodes"),
                        what,
                        ((Number) times.get(0)).doubleValue(),
                        ((Number) times.get(1)).doubleValue());
            }
        }
    }
}
