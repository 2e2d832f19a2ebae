// Draws the stemma as SVG from a layout, lights what is chosen, and tells when something is picked.

import { HEADER, createAxis, gutterOf } from './axis.js';
import { el, put, svg } from './dom.js';
import { drawLine, drawNode, showLit } from './draw.js';
import { t, textOf } from './i18n.js';
import { createMinimap } from './minimap.js';
import { createViewport } from './viewport.js';

/** Pixels around the chart in which lines are kept painted. */
const SPARE = 120;

/** The scale below which labels are too small to read. */
const LEGIBLE = 0.74;

const MANY_LINES = 200;
const STOPS_AFTER = 150;

/** The width from which the slider lies below, as graph.css has it. */
const SLIDER_BELOW = 900;

/**
 * @param {HTMLElement} host
 * @param {{pickNode: function, pickEdge: function, clear: function}} on
 */
export const createGraph = (host, on) => {
  const axis = createAxis();
  const linesLayer = svg('g', { class: 'edges', 'aria-hidden': 'true' });
  const nodesLayer = svg('g', { class: 'nodes' });
  const scene = svg('g', { class: 'scene' }, linesLayer, nodesLayer);
  const surface = svg('svg', { class: 'stemma', role: 'application', 'aria-describedby': 'chart-help' }, axis.rules, scene, axis.labels);
  const help = el('p', { class: 'unseen', id: 'chart-help' });
  const minimap = createMinimap((x, y) => viewport.centreOn(x, y, undefined, true));
  const button = (sign, key, run) => el('button', { type: 'button', class: 'tool', 'data-t-label': key, onclick: run }, sign);
  /** Lines out of sight are not painted: that keeps the panning of large graphs smooth. */
  const cull = ({ x, y, k }) => {
    const [left, right] = [(-x - SPARE) / k, (surface.clientWidth - x + SPARE) / k];
    const [top, bottom] = [(-y - SPARE) / k, (surface.clientHeight - y + SPARE) / k];
    for (const drawn of drawnLines) {
      const { line } = drawn;
      const seen = line.left < right && line.right > left && Math.min(line.start.y, line.end.y) < bottom && Math.max(line.start.y, line.end.y) > top;
      if (seen === drawn.seen) continue;
      drawn.seen = seen;
      drawn.element.toggleAttribute('data-unseen', !seen);
    }
  };
  let stopped = 0;
  let taken = 0;
  /** Dashes cost the most to draw: where there are many, lines are solid while they move. */
  const simplify = () => {
    if (drawnLines.length < MANY_LINES) return;
    surface.classList.add('is-moving');
    clearTimeout(stopped);
    stopped = setTimeout(() => surface.classList.remove('is-moving'), STOPS_AFTER);
  };
  const viewport = createViewport(surface, (view) => {
    simplify();
    cull(view);
    scene.setAttribute('transform', `translate(${view.x} ${view.y}) scale(${view.k})`);
    axis.show(view, surface.clientWidth, surface.clientHeight, taken);
    minimap.show(view, viewport.area());
  });
  const tools = el('div', { class: 'tools' },
    button('+', 'zoomIn', () => viewport.zoomBy(1.3)),
    button('−', 'zoomOut', () => viewport.zoomBy(1 / 1.3)),
    button(svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, svg('path', { d: 'M2 6V2H6M10 2H14V6M14 10V14H10M6 14H2V10', class: 'tool-sign' })), 'zoomFit', () => viewport.fit()));
  put(host, help, surface, tools, minimap.root);

  let laid = { boxes: [], lines: [] };
  let drawnLines = [];
  let boxes = new Map();
  let nodes = new Map();
  let current = null;

  const makeCurrent = (name) => {
    nodes.get(current)?.setAttribute('tabindex', '-1');
    current = nodes.has(name) ? name : laid.boxes[0]?.name ?? null;
    nodes.get(current)?.setAttribute('tabindex', '0');
  };

  /** Opens on the main line, at a size that can be read. */
  const open = (startName) => {
    const room = viewport.area();
    const trunk = laid.lanes.find((lane) => lane.id === 'trunk') ?? { left: 0, right: laid.width };
    const narrow = room.width < 520;
    const scaleFor = (width) => room.width / (width + 24);
    const k = narrow ? 0.86 : Math.min(1, Math.max(0.82, scaleFor(laid.width), scaleFor(trunk.right)));
    const start = boxes.get(startName) ?? { x: (trunk.left + trunk.right) / 2, y: 0 };
    const [first, last] = [laid.width, trunk.right].map((right) => [0, right]).find(([, right]) => scaleFor(right) >= k - 0.001) ?? [trunk.left, trunk.right];
    const centre = narrow ? start.x : (first + last) / 2;
    const x = room.left + room.width / 2 - centre * k;
    const y = start.y * k > room.height * 0.5 ? room.top + room.height * 0.3 - start.y * k : room.top + 18;
    viewport.jump({ k, x, y });
  };

  const draw = (layout, startName) => {
    const keepView = laid.boxes.length > 0;
    const anchor = keepView ? boxes.get(current) : null;
    const held = nodesLayer.contains(document.activeElement);
    laid = layout;
    boxes = new Map(laid.boxes.map((box) => [box.name, box]));
    const labelOf = (name) => textOf(boxes.get(name)?.node.label, name);
    surface.setAttribute('aria-label', t('chart'));
    help.textContent = t('chartHelp');
    const reading = [...laid.boxes].sort((a, b) => a.row - b.row || a.x - b.x);
    const drawn = reading.map(drawNode);
    nodes = new Map(drawn.map((node) => [node.dataset.name, node]));
    drawnLines = laid.lines.map((line) => ({ line, element: drawLine(line, labelOf), seen: true }));
    put(linesLayer, drawnLines.map(({ element }) => element));
    put(nodesLayer, drawn);
    const gutter = gutterOf(surface.clientWidth);
    axis.draw(laid, gutter);
    minimap.draw(laid);
    // The slider lies below the chart or, where that is narrow, above it.
    const isNarrow = surface.clientWidth <= SLIDER_BELOW;
    viewport.setContent({ width: laid.width, height: laid.height }, { left: gutter + 8, top: HEADER + (isNarrow ? 64 : 12), right: 8, bottom: isNarrow ? 12 : 72 });
    makeCurrent(nodes.has(current) ? current : startName);
    if (held) nodes.get(current)?.focus({ preventScroll: true });
    if (!keepView) open(startName);
    else if (anchor) viewport.centreOn(boxes.get(current).x, boxes.get(current).y, undefined, true);
    else viewport.refresh();
  };

  const light = (chosen) => {
    showLit(surface, nodes, linesLayer, chosen);
    const { focus, line, lit } = chosen;
    for (const spot of minimap.root.querySelectorAll('.minimap-node')) {
      const name = spot.dataset.name;
      spot.classList.toggle('is-lit', lit === null || name === focus || lit.ancestors.has(name) || lit.descendants.has(name) || name === line?.source || name === line?.target || lit.heads?.has(name) || lit.ends?.has(name));
    }
  };

  const rectOf = (name) => {
    const box = boxes.get(name);
    return box && { x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width, height: box.height };
  };
  const reveal = (name) => {
    const rect = rectOf(name);
    if (rect) viewport.reveal(rect);
  };

  surface.addEventListener('click', (event) => {
    const node = event.target.closest('.node');
    const edge = event.target.closest('.edge');
    if (node) on.pickNode(node.dataset.name);
    else if (edge) on.pickEdge(edge.dataset.edge);
    else if (!event.target.closest('.axis-labels')) on.clear();
  });
  surface.addEventListener('focusin', (event) => {
    const node = event.target.closest('.node');
    if (!node) return;
    makeCurrent(node.dataset.name);
    if (node.matches(':focus-visible')) reveal(node.dataset.name);
  });
  new ResizeObserver(() => {
    if (laid.boxes.length === 0) return;
    viewport.refresh();
    const [focus, another] = nodesLayer.querySelectorAll('.is-focus');
    if (focus && !another) reveal(focus.dataset.name);
  }).observe(surface);

  return {
    surface, viewport, draw, light, reveal, makeCurrent,
    boxes: () => boxes,
    current: () => current,
    contains: (name) => nodes.has(name),
    /** Keeps names out of the right end of the header, where something else stands. */
    leaveRoom: (width) => {
      taken = width;
      viewport.refresh();
    },
    /** Brings both ends of a line into sight, or at least its younger end. */
    revealLine: ({ source, target }, now) => {
      const [a, b] = [rectOf(source), rectOf(target)];
      if (!a || !b) return;
      if (now) viewport.centreOn(boxes.get(source).x, boxes.get(source).y, undefined, true);
      const union = {
        x: Math.min(a.x, b.x), y: Math.min(a.y, b.y),
        width: Math.max(a.x + a.width, b.x + b.width) - Math.min(a.x, b.x), height: Math.max(a.y + a.height, b.y + b.height) - Math.min(a.y, b.y),
      };
      const { k } = viewport.view();
      const room = viewport.area();
      viewport.reveal(union.height * k > room.height - 96 || union.width * k > room.width - 96 ? a : union, { across: 40, along: 40 }, now);
    },
    /** Brings several entries into sight together. */
    gather: (names, now) => viewport.embrace(names.map(rectOf).filter(Boolean), now),
    /** Brings an entry to the middle of the time axis; sideways the chart moves no more than it must. */
    present: (name, now) => {
      const rect = rectOf(name);
      if (!rect) return;
      const { height } = viewport.area();
      if (viewport.view().k < LEGIBLE) viewport.centreOn(boxes.get(name).x, boxes.get(name).y, LEGIBLE, now);
      else viewport.reveal(rect, { along: Math.max(48, height * 0.36) }, now);
    },
    focusNode: (name) => {
      makeCurrent(name);
      nodes.get(current)?.focus({ preventScroll: true });
      reveal(current);
    },
  };
};
