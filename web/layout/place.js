// Where nodes stand: x by pulling linked nodes above one another without letting any two touch,
// y by the years, with room for what happened in each.

const widthOf = (vertex, sizes) => vertex.box?.width ?? sizes.pass;

/**
 * The positions nearest to the wanted ones that keep an order and its distances: isotonic
 * regression by pooling neighbours that would collide.
 */
const settleRow = (vertices, wanted, weights, distances) => {
  let offset = 0;
  const pools = [];
  vertices.forEach((_, index) => {
    offset += index === 0 ? 0 : distances[index - 1];
    let pool = { sum: (wanted[index] - offset) * weights[index], weight: weights[index], count: 1 };
    while (pools.length > 0 && pools.at(-1).sum / pools.at(-1).weight >= pool.sum / pool.weight) {
      const left = pools.pop();
      pool = { sum: left.sum + pool.sum, weight: left.weight + pool.weight, count: left.count + pool.count };
    }
    pools.push(pool);
  });
  const values = pools.flatMap((pool) => Array(pool.count).fill(pool.sum / pool.weight));
  offset = 0;
  return values.map((value, index) => {
    offset += index === 0 ? 0 : distances[index - 1];
    return value + offset;
  });
};

/** A slight pull to the middle of the lane keeps loose ends from drifting. */
const HOMEWARD = 0.15;

const distanceOf = (a, b, sizes) => (widthOf(a, sizes) + widthOf(b, sizes)) / 2 + (a.box && b.box ? sizes.gap : sizes.passGap);
const distancesIn = (row, sizes) => row.slice(1).map((vertex, index) => distanceOf(row[index], vertex, sizes));

const linkWeight = (a, b) => (a.box === null && b.box === null ? 8 : a.box === null || b.box === null ? 3 : 2);

const relax = (row, sizes) => {
  const wanted = [];
  const weights = [];
  for (const vertex of row) {
    let sum = 0;
    let weight = HOMEWARD;
    for (const other of [...vertex.up, ...vertex.down]) {
      if (other.lane !== vertex.lane) continue;
      const pull = linkWeight(vertex, other);
      sum += other.x * pull;
      weight += pull;
    }
    wanted.push(sum / weight);
    weights.push(weight);
  }
  settleRow(row, wanted, weights, distancesIn(row, sizes)).forEach((x, index) => { row[index].x = x; });
};

/** Puts a row's vertices side by side, as closely as they may stand, around the middle of the lane. */
const pack = (row, sizes) => {
  const distances = distancesIn(row, sizes);
  let x = -distances.reduce((sum, distance) => sum + distance, 0) / 2;
  row.forEach((vertex, index) => {
    vertex.x = x;
    x += distances[index] ?? 0;
  });
};

/** How far a vertex may move sideways, given where its neighbours in the row stand. */
const room = (row, vertex, sizes) => {
  const index = row.indexOf(vertex);
  const apart = (other) => distanceOf(vertex, other, sizes);
  const [left, right] = [row[index - 1], row[index + 1]];
  return [left ? left.x + apart(left) : -Infinity, right ? right.x - apart(right) : Infinity];
};

/** The stems: passes that follow one another without parting. */
const stemsOf = (layers) => {
  const stems = [];
  layers.forEach((layer, row) => layer.forEach((vertex) => {
    if (vertex.box !== null || vertex.up[0].box === null) return;
    const stem = [];
    for (let here = vertex, at = row; here; at += 1) {
      stem.push({ vertex: here, row: at });
      here = here.down.find((other) => other.box === null);
    }
    stems.push(stem);
  }));
  return stems.sort((a, b) => b.length - a.length);
};

/** Makes each stem as straight as its neighbours allow: runs of one x, as long as they can be. */
const straighten = (layers, lane, sizes) => {
  const rows = layers.map((layer) => layer.filter((vertex) => vertex.lane === lane));
  for (const stem of stemsOf(rows)) {
    const spaces = stem.map(({ vertex, row }) => room(rows[row], vertex, sizes));
    let begin = 0;
    while (begin < stem.length) {
      let [low, high] = spaces[begin];
      let end = begin + 1;
      while (end < stem.length && Math.max(low, spaces[end][0]) <= Math.min(high, spaces[end][1])) {
        [low, high] = [Math.max(low, spaces[end][0]), Math.min(high, spaces[end][1])];
        end += 1;
      }
      const run = stem.slice(begin, end).map(({ vertex }) => vertex);
      const ends = [...run[0].up, ...run.at(-1).down].filter((other) => other.lane === lane).map((other) => other.x).filter((x) => x >= low && x <= high);
      const mean = run.reduce((sum, vertex) => sum + vertex.x, 0) / run.length;
      const wish = ends.sort((a, b) => Math.abs(a - mean) - Math.abs(b - mean))[0] ?? mean;
      run.forEach((vertex) => { vertex.x = Math.min(high, Math.max(low, wish)); });
      begin = end;
    }
  }
};

/** Gives every vertex its x; returns the lanes' extents. */
export const placeAcross = (layers, lanes, sizes) => {
  const rowsByLane = lanes.map((_, lane) => layers.map((layer) => layer.filter((vertex) => vertex.lane === lane)).filter((row) => row.length > 0));
  let edge = 0;
  return lanes.map((lane, index) => {
    const rows = rowsByLane[index];
    if (rows.length === 0) return null;
    rows.forEach((row) => pack(row, sizes));
    for (let round = 0; round < 40; round += 1) {
      (round % 2 === 0 ? rows : [...rows].reverse()).forEach((row) => relax(row, sizes));
    }
    straighten(layers, index, sizes);
    straighten(layers, index, sizes);
    const all = rows.flat();
    const left = Math.min(...all.map((vertex) => vertex.x - widthOf(vertex, sizes) / 2));
    const right = Math.max(...all.map((vertex) => vertex.x + widthOf(vertex, sizes) / 2));
    all.forEach((vertex) => { vertex.x += edge - left; });
    const extent = { id: lane.id, left: edge, right: edge + right - left };
    edge = extent.right + sizes.laneGap;
    return extent;
  }).filter((extent) => extent !== null);
};

/** How far apart two rows stand: more where many lines bend, a little more where years went by. */
const gapAfter = (layer, row, next, sizes) => {
  const bends = layer.reduce((sum, vertex) => sum + vertex.down.filter((other) => Math.abs(other.x - vertex.x) > 60).length, 0);
  const room = Math.min(36, bends * 3);
  if (row.year === next.year) return sizes.rowGap + room;
  const quiet = next.year === null || row.year === null ? 0 : Math.min(5, next.year - row.year - 1);
  return sizes.yearGap + room + quiet * sizes.quietYear;
};

/** Gives every row its top, middle and bottom; returns the height of all. */
export const placeDown = (layers, rows, sizes) => {
  let y = 0;
  rows.forEach((row, index) => {
    const height = Math.max(...row.boxes.map((box) => box.height));
    row.top = y;
    row.middle = y + height / 2;
    row.bottom = y + height;
    if (index < rows.length - 1) y = row.bottom + gapAfter(layers[index], row, rows[index + 1], sizes);
  });
  return rows.length === 0 ? 0 : rows.at(-1).bottom;
};
