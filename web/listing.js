// The chart as text: the same entries and lines as an outline or as a table, for those who would rather read.

import { el, put, svg } from './dom.js';
import { entryLink } from './evidence.js';
import { LANGUAGES, language, number, t, textOf, words } from './i18n.js';
import { markIcon } from './marks.js';
import { sentence } from './phrases.js';
import { inOrder, linesUp, orderOf, ORDERS, sectionsOf } from './seen.js';
import { edgeKey, follow, hrefFor } from './state.js';
import { branchOf } from './vocabulary.js';

/** The ways in which the graph is shown; the first needs no word in the address. */
export const VIEWS = ['chart', 'outline', 'table'];
export const viewOf = ({ view }) => (VIEWS.includes(view) ? view : VIEWS[0]);

const SIGNS = {
  chart: 'M3 2.5H7M5 2.5V6M5 6C5 9 2.5 9 2.5 13M5 6C5 9 12 8 12 13',
  outline: 'M2 3H9M5 6.5H13M5 10H13M2 13.5H9',
  table: 'M1.5 3H14.5V13.5H1.5ZM1.5 6.5H14.5M6.5 3V13.5',
};

/** The switch between the ways; each is a link, since each is a view of its own. */
export const viewSwitch = (shown) => el('ul', {}, VIEWS.map((view) => {
  const there = { view: view === VIEWS[0] ? null : view };
  return el('li', {}, el('a', { href: hrefFor(there), 'aria-current': view === shown ? 'true' : undefined, title: t(`view_${view}`), onclick: follow(there, 'view') },
    svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, svg('path', { d: SIGNS[view], class: 'tool-sign' })),
    el('span', {}, t(`view_${view}`))));
}));

const nameOf = (node) => textOf(node.label, node.name);

const lineLink = (edge, targetLabel) => {
  const there = { edge: edgeKey(edge) };
  return el('a', { class: 'list-line', href: hrefFor(there), 'data-edge': there.edge, onclick: follow(there, 'card') },
    sentence('', textOf(edge.label, edge.relation), targetLabel).trim());
};

const linesOf = (node, lines, labelOf) => (lines.get(node.name) ?? []).map((edge) => el('li', {}, lineLink(edge, labelOf(edge.target))));

const outlineOf = (seen, lit, focus, labelOf) => {
  const lines = linesUp(seen);
  return sectionsOf(seen, lit, focus).map(({ key, branch, nodes }) => el('section', { class: 'list-part', 'data-branch': branch },
    el('h3', {}, t(key), el('span', { class: 'relation-year' }, number(nodes.length))),
    el('ol', { class: 'list-entries' }, nodes.map((node) => {
      const up = linesOf(node, lines, labelOf);
      return el('li', { 'data-name': node.name }, el('p', { class: 'list-entry' }, markIcon(node.class, node.chapter),
        entryLink(node.name, words(node.label) ?? node.name, { 'aria-current': node.name === focus ? 'true' : undefined }),
        el('span', { class: 'relation-year' }, node.year ?? t('axisUndated'))),
      up.length > 0 && el('ul', { class: 'list-lines' }, up));
    }))));
};

const valueOf = (node, by) => ({ label: nameOf(node), kind: textOf(node.classLabel, node.class), branch: t(`branch_${branchOf(node.chapter)}`) })[by];

const headOf = (by, order) => {
  const isThis = order.by === by;
  const next = isThis && !order.reversed ? `-${by}` : by;
  const there = { sort: next === 'year' ? null : next };
  return el('th', { scope: 'col', 'aria-sort': isThis ? (order.reversed ? 'descending' : 'ascending') : undefined },
    el('a', { href: hrefFor(there), 'data-sort': by, onclick: follow(there, 'sort') }, t(`list_${by}`),
      el('span', { class: 'sort-sign', 'aria-hidden': 'true' }, isThis ? (order.reversed ? '▼' : '▲') : '')));
};

const otherLabel = (node) => {
  const lang = LANGUAGES.find((one) => one !== language());
  const text = node.label?.[lang];
  return text && text !== nameOf(node) && el('span', { class: 'list-other', lang }, text);
};

const tableOf = (seen, focus, labelOf, wish, title) => {
  const order = orderOf(wish);
  const lines = linesUp(seen);
  const rows = inOrder(seen.nodes, order, valueOf, new Intl.Collator(language(), { numeric: true }).compare);
  return el('div', { class: 'list-room', role: 'region', tabindex: 0, 'aria-label': title },
    el('table', { class: 'list-table' }, el('caption', { class: 'unseen' }, title),
      el('thead', {}, el('tr', {}, ORDERS.map((by) => headOf(by, order)), el('th', { scope: 'col' }, t('listLines')))),
      el('tbody', {}, rows.map((node) => el('tr', { 'data-name': node.name },
        el('th', { scope: 'row' }, entryLink(node.name, words(node.label) ?? node.name, { 'aria-current': node.name === focus ? 'true' : undefined }), otherLabel(node)),
        el('td', { class: 'list-kind' }, markIcon(node.class, node.chapter), words(node.classLabel) ?? node.class),
        el('td', {}, t(`branch_${branchOf(node.chapter)}`)),
        el('td', { class: 'list-year' }, node.year ?? t('axisUndated')),
        el('td', {}, el('ul', { class: 'list-lines' }, linesOf(node, lines, labelOf))))))));
};

/**
 * Fills the listing.
 * @param {HTMLElement} host
 * @param {{view: string, seen: object, lit: object|null, focus: string|null, sort: string|null, whole: object}} what is listed:
 *   `seen` of the `whole` graph
 */
export const showListing = (host, { view, seen, lit, focus, sort, whole }) => {
  const labels = new Map(whole.nodes.map((node) => [node.name, nameOf(node)]));
  const labelOf = (name) => labels.get(name) ?? name;
  const title = focus && labels.has(focus) ? t('listAround', { label: labelOf(focus) }) : t('listTitle');
  const count = t('listCount', { nodes: number(seen.nodes.length), edges: number(seen.edges.length) });
  put(host, el('h2', { class: 'list-title' }, title), el('p', { class: 'quiet list-count' }, count),
    seen.nodes.length === 0 ? el('p', { class: 'nothing' }, t('filterNothing'))
      : view === 'table' ? tableOf(seen, focus, labelOf, sort, title) : el('div', { class: 'list-parts' }, outlineOf(seen, lit, focus, labelOf)));
};
