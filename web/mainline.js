// What is drawn of a large graph: the main line, and the kin of the entry that is chosen. Pure.

/** How many entries are drawn while none is chosen. */
export const MAIN = 250;

/** How many descendants of the chosen entry are drawn beside the main line. */
const UNFOLDED = 60;

/**
 * The part of a graph to draw. The main line are the entries with most descendants and the starting points: since an
 * ancestor has more descendants than any of its descendants, a line is never cut off above. Choosing an entry adds its
 * ancestors, what it replaces and is replaced by, and its nearest descendants.
 * @param {{nodes: object[], edges: object[]}} graph
 * @param {object} kin the graph's kinship
 * @param {{focus: string|null, also: string[], starts: string[]}} how `also` are names to draw in any case
 */
export const drawnOf = (graph, kin, { focus, also, starts }) => {
  if (graph.nodes.length <= MAIN) return graph;
  const weight = new Map(graph.nodes.map(({ name }) => [name, kin.descendants(name).size]));
  const byWeight = (a, b) => weight.get(b) - weight.get(a) || (a < b ? -1 : 1);
  const wanted = new Set();
  const add = (name) => {
    if (!kin.has(name)) return;
    wanted.add(name);
    for (const ancestor of kin.ancestors(name)) wanted.add(ancestor);
  };
  starts.forEach(add);
  for (const name of [...weight.keys()].sort(byWeight)) {
    if (wanted.size >= MAIN) break;
    add(name);
  }
  also.forEach(add);
  if (focus && kin.has(focus)) {
    add(focus);
    [...kin.above(focus), ...kin.below(focus)].forEach((name) => wanted.add(name));
    [...kin.descendants(focus)].filter((name) => !wanted.has(name)).sort(byWeight).slice(0, UNFOLDED).forEach((name) => wanted.add(name));
  }
  return {
    nodes: graph.nodes.filter(({ name }) => wanted.has(name)),
    edges: graph.edges.filter(({ source, target }) => wanted.has(source) && wanted.has(target)),
  };
};
