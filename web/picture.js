// What is seen as a picture of its own: SVG that needs no style sheet, and PNG.

import { el, svg } from './dom.js';
import { createMeasure, drawLine, drawNode, showLit } from './draw.js';
import { t, textOf } from './i18n.js';
import { layout } from './layout.js';
import { LANES, laneOf } from './vocabulary.js';

const GUTTER = 66;
const TOP = 64;
const MARGIN = 24;
const SCALE = 2;

/** Pixels that a canvas may have in all browsers. */
const MOST_PIXELS = 16_000_000;

const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'];

/** Gives each element, as attributes, the look that the page's style sheets give it, and takes away what is for the page alone. */
const settle = (picture) => {
  picture.querySelectorAll('.ring, .hit').forEach((element) => element.remove());
  for (const element of picture.querySelectorAll('rect, path, text, line')) {
    const style = getComputedStyle(element);
    for (const name of STYLES) {
      const value = style.getPropertyValue(name);
      if (value !== '' && value !== 'auto') element.setAttribute(name, value);
    }
  }
  for (const element of picture.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (/^(class|tabindex|role|data-.*|aria-.*)$/.test(name)) element.removeAttribute(name);
  }
  picture.removeAttribute('class');
};

/**
 * Entries and lines as they are on the chart, with their years, in the colours that the page has now.
 * @param {{nodes: object[], edges: object[]}} seen
 * @param {{focus: string|null, line: object|null, lit: object|null}} chosen
 * @param {string} title
 * @returns {{text: string, width: number, height: number}} the SVG and its size in pixels
 */
export const pictureOf = (seen, chosen, title) => {
  const laid = layout(seen, { lanes: LANES, laneOf, labelOf: (node) => textOf(node.label, node.name), measure: createMeasure() });
  const labels = new Map(seen.nodes.map((node) => [node.name, textOf(node.label, node.name)]));
  const left = Math.min(0, ...laid.boxes.map((box) => box.x - box.width / 2));
  const right = Math.max(0, ...laid.boxes.map((box) => box.x + box.width / 2));
  const width = Math.ceil(Math.max(right - left + GUTTER + 2 * MARGIN, 360));
  const height = Math.ceil(laid.height + TOP + MARGIN);
  const nodes = new Map(laid.boxes.map((box) => [box.name, drawNode(box)]));
  const lines = svg('g', {}, laid.lines.map((line) => drawLine(line, (name) => labels.get(name) ?? name)));
  const picture = svg('svg', { class: 'stemma picture-seen', width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': 14 },
    svg('title', {}, title),
    svg('rect', { class: 'axis-gutter', width, height }),
    svg('text', { class: 'picture-title', x: MARGIN, y: 34 }, title),
    laid.ticks.map((tick) => [
      svg('line', { class: 'rule', x1: GUTTER, x2: width - MARGIN, y1: tick.top + TOP - 12, y2: tick.top + TOP - 12 }),
      svg('text', { class: 'year', x: GUTTER - 12, y: tick.middle + TOP + 5, 'text-anchor': 'end' }, tick.year === null ? t('axisUndated') : String(tick.year)),
    ]),
    svg('g', { transform: `translate(${GUTTER + MARGIN - left} ${TOP})` }, lines, svg('g', {}, [...nodes.values()])));
  const workshop = el('div', { class: 'unseen', 'aria-hidden': 'true' }, picture);
  document.body.append(workshop);
  showLit(picture, nodes, lines, chosen);
  settle(picture);
  workshop.remove();
  return { text: new XMLSerializer().serializeToString(picture), width, height };
};

/** A picture as PNG, twice as fine as the screen's pixels where it isn't too large for that. */
export const pngOf = async ({ text, width, height }) => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / width / height));
  const canvas = el('canvas', { width: Math.floor(width * scale), height: Math.floor(height * scale) });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => { canvas.toBlob(resolve, 'image/png'); });
};
