// Who descends from whom: questions asked of the whole lineage graph. Pure.

const reach = (start, next, depth = Infinity) => {
  const found = new Set();
  let steps = 0;
  for (let waiting = [start]; waiting.length > 0 && steps < depth; steps++) {
    waiting = [...new Set(waiting.flatMap((name) => next.get(name) ?? []))].filter((name) => name !== start && !found.has(name));
    waiting.forEach((name) => found.add(name));
  }
  return found;
};

const byEnd = (edges, end) => Map.groupBy(edges, (edge) => edge[end]);

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
  const linesAbove = byEnd(graph.edges, 'source');
  const linesBelow = byEnd(graph.edges, 'target');
  return {
    has: (name) => nodes.has(name),
    node: (name) => nodes.get(name),
    ancestors: (name, depth) => reach(name, parents, depth),
    descendants: (name, depth) => reach(name, children, depth),
    /** Direct neighbours by any line of the chart. */
    above: (name) => above.get(name) ?? [],
    below: (name) => below.get(name) ?? [],
    linesAbove: (name) => linesAbove.get(name) ?? [],
    linesBelow: (name) => linesBelow.get(name) ?? [],
    relations: () => new Map(graph.edges.map(({ relation, label }) => [relation, label])),
    linesAmong: (names) => graph.edges.filter(({ source, target }) => names.includes(source) && names.includes(target)),
    edge: ({ source, relation, target }) => graph.edges.find((edge) => edge.source === source && edge.relation === relation && edge.target === target),
  };
};

/** What is lit when an entry or a line is chosen: names of nodes, as many steps away as `depth`, and a test for edges. */
export const litBy = (kin, focus, edge, depth = Infinity) => {
  if (focus && kin.has(focus)) {
    const ancestors = kin.ancestors(focus, depth);
    const descendants = kin.descendants(focus, depth);
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

/** What is lit when several entries are named: heads as if each were chosen, others beside them, and the lines of statements. */
export const litAmong = (heads, others, statements) => {
  const keys = new Set(statements.map(({ source, relation, target }) => `${source} ${relation} ${target}`));
  return {
    ancestors: new Set(), descendants: new Set(), heads: new Set(heads), ends: new Set(others),
    sideOf: ({ source, relation, target }) => (keys.has(`${source} ${relation} ${target}`) ? 'way' : null),
  };
};
