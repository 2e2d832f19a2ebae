// The lines: from a parent's lower edge, through the places kept for them in each row, to a child's upper edge.

const spreadPorts = (groups, centre, width) => {
  const step = Math.min(11, (width - 24) / Math.max(1, groups.length - 1));
  return groups.map((_, index) => centre + (index - (groups.length - 1) / 2) * step);
};

/** Where lines leave and enter each box: side by side, in the order of where they go. */
const portsOf = (chains, end, next, boxName) => {
  const stems = new Map();
  for (const { edge, chain } of chains) {
    const vertex = chain.at(end);
    const key = boxName === 'parent' ? `${vertex.name} ${edge.relation}` : `${vertex.name} ${edge.relation} ${edge.target}`;
    const stem = stems.get(key) ?? { key, vertex, xs: [] };
    stem.xs.push(chain.at(next).x);
    stems.set(key, stem);
  }
  const byBox = new Map();
  for (const stem of stems.values()) byBox.set(stem.vertex.name, [...(byBox.get(stem.vertex.name) ?? []), stem]);
  const ports = new Map();
  for (const group of byBox.values()) {
    const mean = (stem) => stem.xs.reduce((sum, x) => sum + x, 0) / stem.xs.length;
    group.sort((a, b) => mean(a) - mean(b));
    spreadPorts(group, group[0].vertex.x, group[0].vertex.box.width).forEach((x, index) => ports.set(group[index].key, x));
  }
  return ports;
};

const round = (number) => Math.round(number * 10) / 10;

const bend = (x1, y1, x2, y2) => {
  if (Math.abs(x1 - x2) < 0.5) return `V${round(y2)}`;
  const half = (y1 + y2) / 2;
  return `C${round(x1)} ${round(half)} ${round(x2)} ${round(half)} ${round(x2)} ${round(y2)}`;
};

/** Edges with their path, drawn from the parent (older) down to the child (younger). */
export const route = (chains, rows, rowOf) => {
  const leaving = portsOf(chains, 0, 1, 'parent');
  const entering = portsOf(chains, -1, -2, 'child');
  return chains.map(({ edge, chain, upward }) => {
    const parent = chain[0];
    const child = chain.at(-1);
    const first = rowOf(parent.name);
    const start = { x: leaving.get(`${parent.name} ${edge.relation}`), y: rows[first].middle + parent.box.height / 2 };
    const end = { x: entering.get(`${child.name} ${edge.relation} ${edge.target}`), y: rows[rowOf(child.name)].middle - child.box.height / 2 };
    if (upward) return { edge, path: `M${round(start.x)} ${round(start.y)}C${round(start.x)} ${round(start.y + 40)} ${round(end.x)} ${round(end.y - 40)} ${round(end.x)} ${round(end.y)}`, start, end, left: Math.min(start.x, end.x), right: Math.max(start.x, end.x) };
    let x = start.x;
    const xs = [x];
    let path = `M${round(start.x)} ${round(start.y)}V${round(rows[first].bottom)}`;
    chain.slice(1).forEach((vertex, step) => {
      const row = first + step + 1;
      const to = vertex === child ? end.x : vertex.x;
      path += bend(x, rows[row - 1].bottom, to, rows[row].top);
      path += `V${round(vertex === child ? end.y : rows[row].bottom)}`;
      x = to;
      xs.push(x);
    });
    return { edge, path, start, end, left: Math.min(...xs), right: Math.max(...xs) };
  });
};
