// The layout of the stemma: nodes and edges in, positions out. Pure: no DOM, no clock, no chance.
// Time runs down. Rows belong to years; lanes stand side by side; lines never run under a label.

import { textWidth, wrap } from './layout/measure.js';
import { rowsOf, yearsOf } from './layout/rows.js';
import { crossings, layersOf, orderLayers } from './layout/order.js';
import { placeAcross, placeDown } from './layout/place.js';
import { route } from './layout/route.js';

export const SIZES = {
  font: 13.5, lineHeight: 16.5, textWidth: 132, padX: 10, padY: 6, mark: 17, maxLines: 4,
  gap: 16, pass: 3, passGap: 10, laneGap: 52, rowGap: 24, yearGap: 28, quietYear: 5,
};

const boxOf = (node, label, lane, measure, sizes) => {
  const width = (text) => measure(text, node);
  const lines = wrap(label, width, sizes.textWidth).slice(0, sizes.maxLines);
  const widest = Math.max(...lines.map(width));
  return {
    name: node.name, node, lane, lines,
    width: Math.ceil(widest + sizes.mark + 2 * sizes.padX),
    height: lines.length * sizes.lineHeight + 2 * sizes.padY,
  };
};

const axisOf = (rows, years, nodes) => {
  const dated = new Set(nodes.filter((node) => Number.isFinite(node.year)).map((node) => node.year));
  const ticks = [];
  for (const row of rows) {
    const last = ticks.at(-1);
    if (last && last.year === row.year) last.bottom = row.bottom;
    else ticks.push({ year: row.year, top: row.top, middle: row.middle, bottom: row.bottom, inferred: !dated.has(row.year) });
  }
  return ticks;
};

/**
 * Lays the graph out.
 * @param {{nodes: object[], edges: object[]}} graph edges run from the younger (source) to the older (target)
 * @param {{lanes: object[], laneOf: function, labelOf: function, sizes?: object, measure?: function}} how
 *   measure(text, node) gives a label's width; without it, widths come from a table
 * @returns {{boxes: object[], lines: object[], ticks: object[], lanes: object[], width: number, height: number, crossings: number}}
 */
export const layout = (graph, { lanes, laneOf, labelOf, sizes = SIZES, measure = (text) => textWidth(text, sizes.font) }) => {
  const known = new Set(graph.nodes.map((node) => node.name));
  const edges = graph.edges.filter((edge) => known.has(edge.source) && known.has(edge.target) && edge.source !== edge.target);
  const years = yearsOf(graph.nodes, edges);
  const boxes = graph.nodes.map((node) => boxOf(node, labelOf(node), laneOf(node), measure, sizes));
  // Rows grow with the graph, so that many entries make a broader tree and not only a taller one.
  const breadth = Math.max(1, Math.sqrt(graph.nodes.length / 70));
  const rows = rowsOf(boxes, edges, years, lanes.map((lane) => ({ ...lane, maxWidth: lane.maxWidth * breadth })), sizes.gap);
  const { layers, chains } = layersOf(rows, edges);
  orderLayers(layers);
  const extents = placeAcross(layers, lanes, sizes);
  const height = placeDown(layers, rows, sizes);
  const rowOf = new Map(rows.flatMap((row, index) => row.boxes.map((box) => [box.name, index])));
  layers.forEach((layer, index) => layer.forEach((vertex) => {
    if (vertex.box === null) return;
    Object.assign(vertex.box, {
      x: Math.round(vertex.x), y: rows[index].middle, row: index,
      year: years.get(vertex.name), undated: !Number.isFinite(vertex.box.node.year),
    });
  }));
  return {
    boxes, lines: route(chains, rows, (name) => rowOf.get(name)), ticks: axisOf(rows, years, graph.nodes), lanes: extents,
    width: extents.at(-1)?.right ?? 0, height, crossings: crossings(layers),
  };
};
