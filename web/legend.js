// The legend: what lines, marks, colours and keys mean. Only what the chart really shows.

import { el } from './dom.js';
import { t, words } from './i18n.js';
import { lineSample, markIcon } from './marks.js';
import { BRANCHES, RELATION_LINES, branchOf } from './vocabulary.js';

const keyRow = (keys, meaning) => [el('dt', {}, keys.map((key) => el('kbd', {}, key))), el('dd', {}, t(meaning))];

export const legendOf = (graph, open) => {
  const order = Object.keys(RELATION_LINES);
  const rank = (relation) => (order.includes(relation) ? order.indexOf(relation) : order.length);
  const relations = [...new Map(graph.edges.map((edge) => [edge.relation, edge.label]))].sort((a, b) => rank(a[0]) - rank(b[0]));
  const classes = new Map(graph.nodes.map((node) => [node.class, node.classLabel]));
  const branches = Object.keys(BRANCHES).filter((branch) => graph.nodes.some((node) => branchOf(node.chapter) === branch));
  const part = (title, ...content) => el('section', {}, el('h2', {}, title), content);
  return el('details', { class: 'legend', id: 'legend', open },
    el('summary', {}, t('legend')),
    el('div', { class: 'legend-body', role: 'group', tabindex: 0, 'aria-label': t('legend') },
      part(t('legendLines'), el('ul', {}, relations.map(([relation, label]) => el('li', {}, lineSample(relation), words(label) ?? relation)))),
      part(t('legendMarks'), el('ul', { class: 'columns' }, [...classes].map(([name, label]) => el('li', {}, markIcon(name), words(label) ?? name)))),
      part(t('legendColours'), el('ul', { class: 'columns' }, branches.map((branch) => el('li', {}, el('span', { class: 'swatch', 'data-branch': branch }), t(`branch_${branch}`))))),
      part(t('legendLit'), el('ul', { class: 'columns' },
        el('li', {}, el('span', { class: 'swatch swatch-ancestor' }), t('litAncestors')),
        el('li', {}, el('span', { class: 'swatch swatch-descendant' }), t('litDescendants')))),
      part(t('legendKeys'), el('dl', { class: 'keys' },
        keyRow(['/'], 'keySearch'), keyRow(['↑', '↓', '←', '→'], 'keyWalk'), keyRow(['T'], 'keyKind'), keyRow(['W'], 'keyWhy'), keyRow(['Enter'], 'keyOpen'), keyRow(['Esc'], 'keyClose'), keyRow(['+', '−', '0'], 'keyZoom'), keyRow(['Home', 'End'], 'keyHome')))));
};
