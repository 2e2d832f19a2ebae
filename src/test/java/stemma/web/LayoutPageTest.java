package stemma.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure modules of the page, asked in the browser that runs them: the layout, and who is kin to whom. */
@InBrowser
class LayoutPageTest {

    /**
     * Graphs to lay out: the shipped main line in both languages, the same with the kin of a chosen entry, and one of many
     * entries with a made-up, fixed history.
     */
    private static final String GRAPHS = """
            async (layoutModule, { which }) => {
              const { layout } = layoutModule;
              const { LANES, BRANCHES, STARTING_POINTS, laneOf } = await import('/vocabulary.js');
              const { kinshipOf } = await import('/kin.js');
              const { drawnOf, mainLineOf } = await import('/mainline.js');
              const CHAPTERS = Object.values(BRANCHES).flat();
              const generated = (count) => {
                let seed = 20170612;
                const next = (below) => {
                  seed = (seed * 1103515245 + 12345) % 2147483648;
                  return Math.floor(seed / 65536) % below;
                };
                const kinds = ['Model', 'Architecture', 'Mechanism', 'Technique'];
                const nodes = Array.from({ length: count }, (_, index) => ({
                  name: `N${index}`, class: kinds[next(4)], chapter: CHAPTERS[next(CHAPTERS.length)],
                  year: next(20) === 0 ? undefined : 1986 + Math.floor((index * 40) / count),
                  label: { en: `Entry ${'of a long name '.repeat(next(4))}${index}`, 'zh-Hant': `詞條${'名稱很長'.repeat(next(5))}${index}` },
                }));
                const edges = [];
                for (let index = 1; index < count; index += 1) {
                  for (let link = 0; link <= next(3); link += 1) {
                    const parent = Math.max(0, index - 1 - next(40));
                    const relation = ['extends', 'basedOn', 'replaces'][next(3)];
                    if (!edges.some((edge) => edge.source === `N${index}` && edge.target === `N${parent}` && edge.relation === relation)) edges.push({ source: `N${index}`, target: `N${parent}`, relation, family: relation === 'replaces' ? 'replaces' : 'descendsFrom' });
                  }
                }
                return { nodes, edges };
              };
              const drawn = async (...chosen) => {
                const lineage = await (await fetch('/api/v1/lineage')).json();
                const kin = kinshipOf(lineage);
                return drawnOf(lineage, kin, mainLineOf(lineage, kin, STARTING_POINTS), chosen);
              };
              const [kind, lang] = which.split(' ');
              const graph = kind === 'shipped' ? await drawn() : kind === 'chosen' ? await drawn('Transformer') : generated(Number(kind));
              const lay = (of) => layout(of, { lanes: LANES, laneOf, labelOf: (node) => node.label[lang] });
              const laid = lay(graph);
              const check = CHECK;
              return check(graph, laid, lay);
            }""";

    private static List<?> faults(Visits visits, String which, String check) {
        return (List<?>)
                visits.open("?lang=en").ask("layout.js", GRAPHS.replace("CHECK", check), Map.of("which", which));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipped en", "shipped zh-Hant", "300 en", "300 zh-Hant"})
    void the_same_graph_is_always_laid_out_alike(String which, Visits visits) {
        String check = """
                (graph, laid, lay) => {
                  const copy = JSON.parse(JSON.stringify(graph));
                  const told = ({ boxes, lines, ticks, width, height }) => JSON.stringify([boxes.map(({ name, x, y }) => [name, x, y]), lines.map(({ path }) => path), ticks, width, height]);
                  const untouched = JSON.stringify(graph) === JSON.stringify(copy);
                  return told(lay(copy)) === told(laid) && untouched ? [] : ['differs'];
                }""";
        assertEquals(List.of(), faults(visits, which, check));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipped en", "shipped zh-Hant", "chosen en", "chosen zh-Hant", "300 en", "300 zh-Hant"})
    void no_two_entries_overlap_and_all_are_placed(String which, Visits visits) {
        String check = """
                (graph, { boxes, width, height }) => {
                  const faults = boxes.length === graph.nodes.length ? [] : [`${boxes.length} boxes for ${graph.nodes.length} nodes`];
                  for (const a of boxes) {
                    if (![a.x, a.y, a.width, a.height].every(Number.isFinite)) faults.push(`${a.name} has no place`);
                    if (a.x - a.width / 2 < -1 || a.x + a.width / 2 > width + 1 || a.y - a.height / 2 < -1 || a.y + a.height / 2 > height + 1) faults.push(`${a.name} is outside`);
                    for (const b of boxes) {
                      if (a.name < b.name && Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2) faults.push(`${a.name} and ${b.name}`);
                    }
                  }
                  return faults;
                }""";
        assertEquals(List.of(), faults(visits, which, check));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipped en", "shipped zh-Hant", "300 en", "300 zh-Hant"})
    void a_parent_stands_above_its_child(String which, Visits visits) {
        String check = """
                (graph, { boxes, lines }) => {
                  const box = new Map(boxes.map((one) => [one.name, one]));
                  const dated = graph.edges.filter(({ source, target }) => box.get(source).node.year && box.get(target).node.year);
                  const faults = dated.length > 20 ? [] : [`only ${dated.length} lines`];
                  for (const { source, target } of dated) {
                    const [child, parent] = [box.get(source), box.get(target)];
                    if (parent.y + parent.height / 2 >= child.y - child.height / 2) faults.push(`${target} is not above ${source}`);
                  }
                  if (lines.length !== graph.edges.length) faults.push(`${lines.length} lines for ${graph.edges.length} edges`);
                  return faults;
                }""";
        assertEquals(List.of(), faults(visits, which, check));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipped en", "300 en"})
    void younger_years_stand_lower_and_each_entry_in_its_years_band(String which, Visits visits) {
        String check = """
                (graph, { boxes, ticks }) => {
                  const faults = [];
                  const dated = ticks.filter((tick) => tick.year !== null);
                  dated.forEach((tick, index) => {
                    if (index > 0 && (tick.year <= dated[index - 1].year || tick.top <= dated[index - 1].bottom)) faults.push(`${tick.year}`);
                  });
                  for (const { name, y, node } of boxes) {
                    const tick = node.year && ticks.find(({ year }) => year === node.year);
                    if (tick && (y < tick.top || y > tick.bottom)) faults.push(`${name} is not in ${node.year}`);
                  }
                  return faults;
                }""";
        assertEquals(List.of(), faults(visits, which, check));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipped en", "shipped zh-Hant"})
    void no_line_runs_under_an_entry_that_it_does_not_concern(String which, Visits visits) {
        String check = """
                (graph, { boxes, lines }) => {
                  const pen = document.createElementNS('http://www.w3.org/2000/svg', 'path');
                  const faults = [];
                  for (const { edge, path } of lines) {
                    pen.setAttribute('d', path);
                    for (let at = 0; at < pen.getTotalLength(); at += 3) {
                      const { x, y } = pen.getPointAtLength(at);
                      const under = boxes.find((box) => box.name !== edge.source && box.name !== edge.target
                        && Math.abs(x - box.x) < box.width / 2 && Math.abs(y - box.y) < box.height / 2);
                      if (under) {
                        faults.push(`${edge.source} ${edge.relation} ${edge.target} under ${under.name}`);
                        break;
                      }
                    }
                  }
                  return faults;
                }""";
        assertEquals(List.of(), faults(visits, which, check));
    }

    @Test
    void cycles_loose_ends_and_emptiness_do_not_stop_the_layout(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        Object boxes = page.ask(
                "layout.js",
                """
                ({ layout }, { graphs }) => graphs.map((graph) => layout({
                  nodes: graph.nodes.map((name) => ({ name, class: 'Model', label: { en: name } })),
                  edges: graph.edges.map(([source, target]) => ({ source, target, relation: 'extends' })),
                }, { lanes: [{ id: 'one', maxWidth: 400 }], laneOf: () => 0, labelOf: (node) => node.name }).boxes.length)""",
                Map.of(
                        "graphs",
                        List.of(
                                graph(List.of(), List.of()),
                                graph(List.of("A"), List.of(List.of("A", "A"), List.of("A", "Gone"))),
                                graph(
                                        List.of("A", "B", "C"),
                                        List.of(List.of("A", "B"), List.of("B", "C"), List.of("C", "A"))))));
        assertEquals(List.of(0, 1, 3), boxes);
    }

    private static Map<String, Object> graph(List<String> nodes, List<List<String>> edges) {
        return Map.of("nodes", nodes, "edges", edges);
    }

    @Test
    void labels_break_between_words_and_lose_nothing(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        Object lines = page.ask(
                "layout/measure.js",
                "({ wrap, textWidth }, { texts }) => texts.map((text) => wrap(text, (piece) => textWidth(piece, 13.5), 132))",
                Map.of("texts", List.of("Sequence-to-Sequence Model with Attention", "大型語言模型", "LSTM")));
        assertTrue(lines instanceof List<?> list && list.getLast().equals(List.of("LSTM")), lines + "");
        List<?> broken = (List<?>) ((List<?>) lines).getFirst();
        assertTrue(broken.size() > 1, broken.toString());
        assertEquals(
                "Sequence-to-SequenceModelwithAttention",
                String.join("", broken.stream().map(String::valueOf).toList()).replace(" ", ""));
    }

    @Test
    void kin_are_found_along_descent_alone_even_in_a_cycle(Visits visits) {
        LineagePage page = visits.open("?lang=en");
        Object kin = page.ask("kin.js", """
                ({ kinshipOf }) => {
                  const edge = (source, target, family = 'descendsFrom') => ({ source, target, relation: 'extends', family });
                  const kin = kinshipOf({ nodes: ['A', 'B', 'C', 'D'].map((name) => ({ name })), edges: [edge('B', 'A'), edge('C', 'B'), edge('A', 'C'), edge('D', 'A', 'replaces')] });
                  return [[...kin.ancestors('C')].sort().join(''), [...kin.descendants('A')].sort().join(''), [...kin.ancestors('D')].join(''), kin.above('D').join('')];
                }""", Map.of());
        assertEquals(List.of("AB", "BC", "", "A"), kin);
    }
}
