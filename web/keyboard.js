// The keys of the chart and of the whole page.

const horizontally = (boxes, name, sign) => {
  const here = boxes.get(name);
  const others = [...boxes.values()].filter((box) => (box.x - here.x) * sign > 0);
  const cost = (box) => Math.abs(box.x - here.x) + Math.abs(box.y - here.y) * 2.5;
  return others.sort((a, b) => cost(a) - cost(b))[0]?.name;
};

const nearest = (boxes, name, candidates) => {
  const here = boxes.get(name);
  const cost = (box) => Math.abs(box.x - here.x) + Math.abs(box.y - here.y);
  return candidates.map((other) => boxes.get(other)).filter(Boolean).sort((a, b) => cost(a) - cost(b))[0]?.name;
};

const vertically = (boxes, name, sign) => [...boxes.values()]
  .sort((a, b) => sign * (a.row - b.row) || a.x - b.x)[0]?.name;

/** Walks the chart: parents above, children below, neighbours at the sides. */
export const walkChart = (graph, kinship, open) => graph.surface.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const boxes = graph.boxes();
  const name = graph.current();
  if (!name || !boxes.has(name)) return;
  const kin = kinship();
  const steps = {
    ArrowUp: () => nearest(boxes, name, kin.above(name)),
    ArrowDown: () => nearest(boxes, name, kin.below(name)),
    ArrowLeft: () => horizontally(boxes, name, -1),
    ArrowRight: () => horizontally(boxes, name, 1),
    Home: () => vertically(boxes, name, 1),
    End: () => vertically(boxes, name, -1),
  };
  const acts = {
    Enter: () => open(name),
    ' ': () => open(name),
    '+': () => graph.viewport.zoomBy(1.3),
    '=': () => graph.viewport.zoomBy(1.3),
    '-': () => graph.viewport.zoomBy(1 / 1.3),
    0: () => graph.viewport.fit(),
  };
  const step = steps[event.key];
  const act = acts[event.key];
  if (!step && !act) return;
  event.preventDefault();
  if (act) act();
  else {
    const next = step();
    if (next) graph.focusNode(next);
  }
});

const typing = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work anywhere: `/` to search, `?` for the legend, Escape to close. */
export const listenEverywhere = ({ search, legend, close }) => document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = { '/': search, '?': legend, Escape: close }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
