// Who descends from whom: questions asked of the whole lineage graph. Pure.

const reach = (start, next) => {
  const found = new Set();
  const waiting = [start];
  while (waiting.length > 0) {
    for (const name of next.get(waiting.pop()) ?? []) {
      if (name === start || found.has(name)) continue;
      found.add(name);
      waiting.push(name);
    }
  }
  return found;
};

const collect = (edges, from, to) => {
  const map = new Map();
  for (const edge of edges) map.set(edge[from], [...(map.get(edge[from]) ?? []), edge[to]]);
  return map;
};

/** Answers questions about one graph. */
export const kinshipOf = (graph) => {
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  const descent = graph.edges.filter((edge) => edge.family !== 'replaces');
  const parents = collect(descent, 'source', 'target');
  const children = collect(descent, 'target', 'source');
  const above = collect(graph.edges, 'source', 'target');
  const below = collect(graph.edges, 'target', 'source');
  return {
    has: (name) => nodes.has(name),
    node: (name) => nodes.get(name),
    ancestors: (name) => reach(name, parents),
    descendants: (name) => reach(name, children),
    /** Direct neighbours by any line of the chart. */
    above: (name) => above.get(name) ?? [],
    below: (name) => below.get(name) ?? [],
    edge: ({ source, relation, target }) => graph.edges.find((edge) => edge.source === source && edge.relation === relation && edge.target === target),
  };
};

/** What is lit when an entry or a line is chosen: names of nodes, and a test for edges. */
export const litBy = (kin, focus, edge) => {
  if (focus && kin.has(focus)) {
    const ancestors = kin.ancestors(focus);
    const descendants = kin.descendants(focus);
    const up = new Set([...ancestors, focus]);
    const down = new Set([...descendants, focus]);
    return {
      ancestors, descendants,
      sideOf: ({ source, target, family }) => {
        if (family === 'replaces') return source === focus || target === focus ? 'kin' : null;
        if (up.has(source) && up.has(target)) return 'ancestor';
        return down.has(source) && down.has(target) ? 'descendant' : null;
      },
    };
  }
  if (edge) {
    return { ancestors: new Set(), descendants: new Set(), sideOf: () => null };
  }
  return null;
};
