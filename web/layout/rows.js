// Which row a node stands on. A row belongs to one year; a year has several rows when an entry and
// its parent share it, or when one row would be too wide.

/** Years for all nodes: their own, else their youngest parent's, else their oldest child's, else none. */
export const yearsOf = (nodes, edges) => {
  const years = new Map(nodes.map((node) => [node.name, Number.isFinite(node.year) ? node.year : null]));
  const infer = (near, far, pick) => {
    for (let round = 0; round < nodes.length; round += 1) {
      let changed = false;
      for (const node of nodes) {
        if (years.get(node.name) !== null) continue;
        const known = edges.filter((edge) => edge[near] === node.name).map((edge) => years.get(edge[far])).filter((year) => year !== null);
        if (known.length === 0) continue;
        years.set(node.name, pick(...known));
        changed = true;
      }
      if (!changed) return;
    }
  };
  infer('source', 'target', Math.max);
  infer('target', 'source', Math.min);
  return years;
};

/** Steps below the oldest relative of the same year; cycles are cut where they are met again. */
const depthsWithinYear = (nodes, edges, years) => {
  const parents = new Map(nodes.map((node) => [node.name, []]));
  for (const edge of edges) {
    if (years.get(edge.source) === years.get(edge.target)) parents.get(edge.source).push(edge.target);
  }
  const depths = new Map();
  const visiting = new Set();
  const depthOf = (name) => {
    if (depths.has(name)) return depths.get(name);
    if (visiting.has(name)) return -1;
    visiting.add(name);
    const depth = parents.get(name).reduce((deepest, parent) => Math.max(deepest, depthOf(parent) + 1), 0);
    visiting.delete(name);
    depths.set(name, depth);
    return depth;
  };
  nodes.forEach((node) => depthOf(node.name));
  return depths;
};

/** Spreads the nodes of one step over as many rows as their lanes need, like bricks. */
const spread = (boxes, lanes, gap) => {
  const rows = [];
  lanes.forEach((lane, index) => {
    const inLane = boxes.filter((box) => box.lane === index);
    const width = inLane.reduce((sum, box) => sum + box.width + gap, 0);
    const count = Math.max(1, Math.ceil(width / lane.maxWidth));
    inLane.forEach((box, place) => (rows[place % count] ??= []).push(box));
  });
  return Array.from(rows, (row) => row ?? []).filter((row) => row.length > 0);
};

/**
 * Rows from the oldest to the youngest.
 * @returns {{year: number|null, boxes: object[]}[]} a row's year is null for entries that nothing dates
 */
export const rowsOf = (boxes, edges, years, lanes, gap) => {
  const depths = depthsWithinYear(boxes, edges, years);
  const byYear = Map.groupBy
    ? Map.groupBy(boxes, (box) => years.get(box.name))
    : boxes.reduce((map, box) => map.set(years.get(box.name), [...(map.get(years.get(box.name)) ?? []), box]), new Map());
  const ordered = [...byYear.keys()].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  return ordered.flatMap((year) => {
    const group = byYear.get(year);
    const steps = [...new Set(group.map((box) => depths.get(box.name)))].sort((a, b) => a - b);
    return steps.flatMap((step) => spread(group.filter((box) => depths.get(box.name) === step), lanes, gap)
      .map((row) => ({ year, boxes: row })));
  });
};
