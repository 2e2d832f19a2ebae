// Draws what a layout has placed: entries as plates with a mark, statements as lines; and marks on them what is lit.

import { svg } from './dom.js';
import { t, textOf } from './i18n.js';
import { SIZES } from './layout.js';
import { lineOf, markPath, signEnd, signOf } from './marks.js';
import { sentence } from './phrases.js';
import { edgeKey } from './state.js';
import { branchOf } from './vocabulary.js';

const nodeName = (node) => t('node', { label: textOf(node.label, node.name), class: textOf(node.classLabel, node.class), year: node.year ?? t('undated') });

/** Measures labels in the face that will draw them; a little more than the truth, so that none touches its frame. */
export const createMeasure = () => {
  const pen = document.createElement('canvas').getContext('2d');
  const face = getComputedStyle(document.documentElement).getPropertyValue('--chart-face');
  return (text, node) => {
    pen.font = `${node.class === 'Architecture' ? 600 : 400} ${SIZES.font}px ${face}`;
    return pen.measureText(text).width + 1;
  };
};

/** Lines of a label read as one text: a space stands where a line was broken between Latin words. */
const spaced = (line, continues) => (continues && /[A-Za-z0-9)]$/.test(line) ? `${line} ` : line);

export const drawNode = (box) => {
  const left = -box.width / 2;
  const top = -box.height / 2;
  const first = top + SIZES.padY + SIZES.lineHeight * 0.76;
  return svg('g', {
    class: 'node', transform: `translate(${box.x} ${box.y})`, tabindex: -1, role: 'button', 'aria-label': nodeName(box.node),
    'data-name': box.name, 'data-branch': branchOf(box.node.chapter), 'data-class': box.node.class, 'data-undated': box.undated,
  },
  svg('rect', { class: 'ring', x: left - 4, y: top - 4, width: box.width + 8, height: box.height + 8, rx: 8 }),
  svg('rect', { class: 'plate', x: left, y: top, width: box.width, height: box.height, rx: 4 }),
  markPath(box.node.class, { transform: `translate(${left + SIZES.padX + 4.5} 0)` }),
  svg('text', { class: 'label' }, box.lines.map((line, index) => svg('tspan', { x: left + SIZES.padX + SIZES.mark, y: first + index * SIZES.lineHeight }, spaced(line, index < box.lines.length - 1)))));
};

export const drawLine = ({ edge, path, start, end }, labelOf) => {
  const { dash, width } = lineOf(edge.relation);
  const at = signEnd(edge.relation) === 'parent' ? start : end;
  return svg('g', { class: 'edge', 'data-edge': edgeKey(edge), 'data-relation': edge.relation, 'data-source': edge.source, 'data-target': edge.target },
    svg('title', {}, sentence(labelOf(edge.source), textOf(edge.label, edge.relation), labelOf(edge.target))),
    svg('path', { class: 'line', d: path, 'stroke-dasharray': dash || null, 'stroke-width': width }),
    signOf(edge.relation, at.x, at.y),
    svg('path', { class: 'hit', d: path }));
};

/**
 * Marks what is lit; the rest recedes where anything is.
 * @param {SVGElement} surface
 * @param {Map<string, SVGElement>} nodes by their names
 * @param {SVGElement} lines the layer of the lines; lit ones come to lie over the others
 * @param {{focus: string|null, line: object|null, lit: object|null}} chosen as kin.js tells it
 */
export const showLit = (surface, nodes, lines, { focus, line: chosen, lit }) => {
  surface.classList.toggle('has-choice', lit !== null);
  nodes.forEach((node, name) => {
    const ends = chosen && (name === chosen.source || name === chosen.target);
    const head = name === focus || lit?.heads?.has(name);
    node.classList.toggle('is-focus', Boolean(head));
    node.classList.toggle('is-ancestor', lit?.ancestors.has(name) ?? false);
    node.classList.toggle('is-descendant', lit?.descendants.has(name) ?? false);
    node.classList.toggle('is-end', Boolean(ends || lit?.ends?.has(name)));
    if (head) node.setAttribute('aria-current', 'true');
    else node.removeAttribute('aria-current');
  });
  const key = chosen ? edgeKey(chosen) : null;
  for (const line of lines.children) {
    const { edge, source, target, relation } = line.dataset;
    const side = lit?.sideOf({ source, relation, target, family: relation === 'replaces' ? 'replaces' : 'descendsFrom' }) ?? null;
    line.classList.toggle('is-chosen', edge === key);
    for (const name of ['ancestor', 'descendant', 'kin', 'way']) line.classList.toggle(`is-${name}`, side === name);
    if (side === 'kin') nodes.get(source === focus ? target : source)?.classList.add('is-end');
  }
  lines.append(...[...lines.children].filter((line) => /is-/.test(line.getAttribute('class'))));
};
