// The order of nodes within their rows, found by sweeps that pull each node to the middle of its
// neighbours and by swaps of neighbours, keeping the order with the fewest crossings.
// Lines that pass a row take a place in it too (a "pass"), so that no line runs under a label.

/**
 * Adds passes for edges longer than one row. Edges of the same relation to the same parent share their
 * passes: they leave the parent as one stem and part where their children are.
 */
export const layersOf = (rows, edges) => {
  const layers = rows.map((row) => row.boxes.map((box) => ({ box, name: box.name, lane: box.lane, up: [], down: [] })));
  const place = new Map();
  layers.forEach((layer, index) => layer.forEach((vertex) => place.set(vertex.name, { vertex, index })));
  const passes = new Map();
  const link = (upper, lower) => {
    if (upper.down.includes(lower)) return;
    upper.down.push(lower);
    lower.up.push(upper);
  };
  const chains = edges.map((edge) => {
    const parent = place.get(edge.target);
    const child = place.get(edge.source);
    if (parent.index >= child.index) return { edge, chain: [parent.vertex, child.vertex], upward: true };
    const chain = [parent.vertex];
    for (let row = parent.index + 1; row < child.index; row += 1) {
      const key = `${edge.target} ${edge.relation} ${row}`;
      if (!passes.has(key)) {
        const pass = { box: null, name: key, lane: parent.vertex.lane, up: [], down: [] };
        passes.set(key, pass);
        layers[row].push(pass);
      }
      chain.push(passes.get(key));
    }
    chain.push(child.vertex);
    for (let step = 1; step < chain.length; step += 1) link(chain[step - 1], chain[step]);
    return { edge, chain };
  });
  return { layers, chains };
};

const indexLayer = (layer) => layer.forEach((vertex, index) => { vertex.index = index; });

/** Crossings between one layer and the next. */
const crossingsBelow = (layer) => {
  const links = [];
  for (const upper of layer) for (const lower of upper.down) links.push([upper.index, lower.index]);
  let count = 0;
  for (let a = 0; a < links.length; a += 1) {
    for (let b = a + 1; b < links.length; b += 1) {
      if ((links[a][0] - links[b][0]) * (links[a][1] - links[b][1]) < 0) count += 1;
    }
  }
  return count;
};

export const crossings = (layers) => layers.reduce((sum, layer) => sum + crossingsBelow(layer), 0);

const middle = (vertices, fallback) => {
  if (vertices.length === 0) return fallback;
  return vertices.reduce((sum, vertex) => sum + vertex.share, 0) / vertices.length;
};

const share = (layer) => layer.forEach((vertex, index) => { vertex.share = (index + 0.5) / layer.length; });

const sweep = (layers, side) => {
  const run = side === 'up' ? layers : [...layers].reverse();
  run.forEach((layer) => {
    layer.forEach((vertex) => { vertex.pull = middle(vertex[side], vertex.share); });
    layer.sort((a, b) => a.lane - b.lane || a.pull - b.pull || a.index - b.index);
    indexLayer(layer);
    share(layer);
  });
};

const pairCrossings = (left, right) => {
  let count = 0;
  for (const side of ['up', 'down']) {
    for (const a of left[side]) for (const b of right[side]) if (a.index > b.index) count += 1;
  }
  return count;
};

const swapNeighbours = (layers) => {
  let improved = true;
  for (let round = 0; improved && round < 8; round += 1) {
    improved = false;
    for (const layer of layers) {
      for (let i = 1; i < layer.length; i += 1) {
        const [left, right] = [layer[i - 1], layer[i]];
        if (left.lane !== right.lane || pairCrossings(left, right) <= pairCrossings(right, left)) continue;
        layer[i - 1] = right;
        layer[i] = left;
        indexLayer(layer);
        improved = true;
      }
    }
  }
};

/** Sorts every layer in place. */
export const orderLayers = (layers) => {
  const settle = () => layers.forEach((layer) => { indexLayer(layer); share(layer); });
  layers.forEach((layer) => layer.sort((a, b) => a.lane - b.lane));
  settle();
  let best = null;
  let fewest = Infinity;
  for (let round = 0; round < 16; round += 1) {
    sweep(layers, round % 2 === 0 ? 'up' : 'down');
    if (round % 4 === 3) swapNeighbours(layers);
    const count = crossings(layers);
    if (count < fewest) {
      fewest = count;
      best = layers.map((layer) => [...layer]);
    }
  }
  layers.forEach((layer, index) => layer.splice(0, layer.length, ...best[index]));
  settle();
  swapNeighbours(layers);
  settle();
};
