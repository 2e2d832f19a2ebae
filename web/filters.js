// The filters of the chart, behind one control beside the legend.

import { fetchMakers } from './api.js';
import { el, put } from './dom.js';
import { t, words } from './i18n.js';
import { lineSample, markIcon } from './marks.js';
import { FILTERS, countOf, listOf } from './part.js';
import { go } from './state.js';
import { BRANCHES, RELATION_LINES, branchOf } from './vocabulary.js';

const NONE = Object.fromEntries(FILTERS.map((name) => [name, null]));

const toggle = (name, value, state) => {
  const values = listOf(state[name]);
  const others = values.filter((one) => one !== value);
  const wanted = values.includes(value) ? others : [...others, value];
  go({ [name]: wanted.length ? wanted.join(',') : null }, 'filter');
};

const boxes = (title, name, state, options) => el('fieldset', {}, el('legend', {}, title),
  options.map(([value, ...content]) => el('label', {},
    el('input', { type: 'checkbox', name, value, checked: listOf(state[name]).includes(value), onchange: () => toggle(name, value, state) }), content)));

const makerField = (state) => {
  const select = el('select', { name: 'maker', 'aria-label': t('filterMaker'), onchange: ({ target }) => go({ maker: target.value || null }, 'filter') },
    el('option', { value: '' }, t('filterAnyMaker')), state.maker && el('option', { value: state.maker, selected: true }, state.maker));
  fetchMakers().then((makers) => put(select, el('option', { value: '' }, t('filterAnyMaker')),
    makers.map(({ maker, label, models }) => el('option', { value: maker, selected: maker === state.maker }, `${label} (${models})`))), () => {});
  return el('fieldset', {}, el('legend', {}, t('filterMaker')), el('label', {}, select),
    el('label', {}, el('input', { type: 'checkbox', name: 'open', value: 'true', checked: state.open === 'true', onchange: ({ target }) => go({ open: target.checked ? 'true' : null }, 'filter') }), t('filterOpen')));
};

/**
 * @param {{nodes: object[], edges: object[]}} whole the whole graph, from which the choices come
 * @param {object} state as the URL has it
 * @param {number} shown how many entries pass
 */
export const filtersOf = (whole, state, shown, isOpen) => {
  const classes = new Map(whole.nodes.map((node) => [node.class, node.classLabel]));
  const relations = new Map(whole.edges.map((edge) => [edge.relation, edge.label]));
  const branches = Object.keys(BRANCHES).filter((branch) => whole.nodes.some((node) => branchOf(node.chapter) === branch));
  const count = countOf(state);
  const body = el('div', { class: 'legend-body filters-body', role: 'group', tabindex: 0, 'aria-label': t('filters') },
    boxes(t('filterClasses'), 'classes', state, [...classes].map(([name, label]) => [name, markIcon(name), words(label) ?? name])),
    boxes(t('filterBranches'), 'branches', state, branches.map((branch) => [branch, el('span', { class: 'swatch', 'data-branch': branch }), t(`branch_${branch}`)])),
    boxes(t('filterRelations'), 'relations', state, Object.keys(RELATION_LINES).filter((relation) => relations.has(relation)).map((relation) => [relation, lineSample(relation), words(relations.get(relation)) ?? relation])),
    el('p', { class: 'quiet', role: 'status' }, t('filterCount', { shown, nodes: whole.nodes.length })),
    count > 0 && el('button', { type: 'button', class: 'retry', onclick: () => go(NONE, 'filter') }, t('filterClear')));
  const details = el('details', { class: 'legend filters', id: 'filters', open: isOpen },
    el('summary', {}, t('filters'), count > 0 && el('b', { class: 'filters-count' }, String(count))), body);
  // Makers are asked for when somebody looks.
  const look = () => details.open && !details.querySelector('[name=maker]') && body.querySelector('[role=status]').before(makerField(state));
  details.addEventListener('toggle', look);
  look();
  return details;
};
