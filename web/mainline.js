// What is drawn of a large graph: the main line, and the kin of the entry that is chosen. Pure.

/** How many entries are drawn while none is chosen. */
export const MAIN = 80;

/** How many descendants of the chosen entry are drawn beside the main line. */
const UNFOLDED = 60;

/**
 * The main line of a graph: the starting points with their ancestors, then the entries with most descendants and their
 * ancestors, so that no line is cut off above. A version is passed over, unless something on the main line descends
 * from it: its family stands for it.
 * @param {{nodes: object[], edges: object[]}} graph
 * @param {object} kin the graph's kinship
 * @param {string[]} starts
 * @returns {{names: Set<string>, first: function}} the names, and an order that puts those with most descendants first
 */
export const mainLineOf = (graph, kin, starts) => {
  const weight = new Map(graph.nodes.map(({ name }) => [name, kin.descendants(name).size]));
  const first = (a, b) => weight.get(b) - weight.get(a) || (a < b ? -1 : 1);
  const versions = new Set(graph.edges.filter(({ relation }) => relation === 'versionOf').map(({ source }) => source));
  const heads = [...weight.keys()].filter((name) => !versions.has(name)).sort(first);
  const names = new Set(graph.nodes.length <= MAIN ? weight.keys() : []);
  for (const name of [...starts.filter(kin.has), ...heads]) {
    if (names.size >= MAIN) break;
    [name, ...kin.ancestors(name)].forEach((one) => names.add(one));
  }
  return { names, first };
};

/**
 * The part of a graph to draw: the main line, and of each chosen entry the ancestors, what it replaces and is replaced
 * by, and the descendants from which most came.
 * @param {{nodes: object[], edges: object[]}} graph
 * @param {object} kin the graph's kinship
 * @param {{names: Set<string>, first: function}} main its main line
 * @param {string[]} chosen names; those that are not in the graph are passed over
 */
export const drawnOf = (graph, kin, main, chosen) => {
  const wanted = new Set(main.names);
  for (const name of chosen.filter(kin.has)) {
    const below = [...kin.descendants(name)].sort(main.first).slice(0, UNFOLDED);
    [name, ...kin.ancestors(name), ...kin.above(name), ...kin.below(name), ...below].forEach((one) => wanted.add(one));
  }
  return {
    nodes: graph.nodes.filter(({ name }) => wanted.has(name)),
    edges: graph.edges.filter(({ source, target }) => wanted.has(source) && wanted.has(target)),
  };
};
