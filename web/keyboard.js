// The keys of the chart and of the whole page.

const horizontally = (boxes, name, sign) => {
  const here = boxes.get(name);
  const others = [...boxes.values()].filter((box) => (box.x - here.x) * sign > 0);
  const cost = (box) => Math.abs(box.x - here.x) + Math.abs(box.y - here.y) * 2.5;
  return others.sort((a, b) => cost(a) - cost(b))[0]?.name;
};

/** The line whose other end is nearest. */
const nearest = (boxes, name, lines, end) => {
  const here = boxes.get(name);
  const cost = ({ [end]: other }) => Math.abs(boxes.get(other).x - here.x) + Math.abs(boxes.get(other).y - here.y);
  return lines.filter(({ [end]: other }) => boxes.has(other)).sort((a, b) => cost(a) - cost(b))[0];
};

const vertically = (boxes, name, sign) => [...boxes.values()]
  .sort((a, b) => sign * (a.row - b.row) || a.x - b.x)[0]?.name;

/**
 * Walks the chart: parents above, children below, neighbours at the sides. The arrows follow every kind of line, or one.
 * @param {object} graph
 * @param {function(): object} kinship of what is drawn
 * @param {{open: function(string), why: function(object), walked: function(object), kind: function(string|null)}} on told of
 *   an entry to open, a line to explain, a line that was walked, and the kind of line that is followed from now on
 */
export const walkChart = (graph, kinship, on) => {
  let kind = null;
  let last = null;
  const nextKind = () => {
    const kinds = [null, ...kinship().relations().keys()];
    kind = kinds[(kinds.indexOf(kind) + 1) % kinds.length];
    on.kind(kind);
  };
  const along = (boxes, name, lines, end) => {
    const line = nearest(boxes, name, lines.filter(({ relation }) => kind === null || relation === kind), end);
    last = line ?? last;
    if (line) on.walked(line);
    return line?.[end];
  };
  graph.surface.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const boxes = graph.boxes();
    const name = graph.current();
    if (!name || !boxes.has(name)) return;
    const kin = kinship();
    const steps = {
      ArrowUp: () => along(boxes, name, kin.linesAbove(name), 'target'),
      ArrowDown: () => along(boxes, name, kin.linesBelow(name), 'source'),
      ArrowLeft: () => horizontally(boxes, name, -1),
      ArrowRight: () => horizontally(boxes, name, 1),
      Home: () => vertically(boxes, name, 1),
      End: () => vertically(boxes, name, -1),
    };
    const acts = {
      Enter: () => on.open(name),
      ' ': () => on.open(name),
      t: nextKind,
      w: () => last && on.why(last),
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
};

const typing = (target) => target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that work anywhere: `/` to search, `?` for the legend, Escape to close. */
export const listenEverywhere = ({ search, legend, close }) => document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const act = { '/': search, '?': legend, Escape: close }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
