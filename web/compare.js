// Several entries side by side: a table that says in which rows they differ.

import { sourceButton, valueText } from './card.js';
import { el } from './dom.js';
import { entryLink } from './evidence.js';
import { language, number, spaced, t, textOf, words } from './i18n.js';
import { markIcon } from './marks.js';
import { comparePicker, pickerRow } from './picker.js';
import { MOST, follow, hrefFor } from './state.js';

const MAKERS = 'developedBy';
const FIRST_FACT = 'architectureKind';
const labelOf = (concept) => textOf(concept.label, concept.name);

/** "LSTM, GRU and Transformer", 「LSTM、GRU 和 Transformer」. */
export const listText = (concepts) => spaced(new Intl.ListFormat(language(), { type: 'conjunction' }).format(concepts.map(labelOf)));

const nothing = () => el('span', { class: 'nothing-said' }, el('span', { 'aria-hidden': 'true' }, '—'), el('span', { class: 'unseen' }, t('notStated')));
const several = (items, build) => (items.length === 0 ? nothing() : items.length === 1 ? el('div', {}, build(items[0])) : el('ul', {}, items.map((item) => el('li', {}, build(item)))));

const sourceOf = (label, concept, item) => {
  const { button, box } = sourceButton(`${labelOf(concept)}: ${textOf(label)}`, item);
  return [button, box];
};

const traitCell = (trait, concept) => trait && [
  el('span', { class: trait.value ? 'says says-yes' : 'says says-no' }, el('span', { 'aria-hidden': 'true' }, trait.value ? '✓ ' : '✕ '), t(trait.value ? 'traitYes' : 'traitNo')),
  trait.inheritedFrom && trait.inheritedFrom.name !== concept.name && el('span', { class: 'inherited' }, `${t('inheritedFrom')} `,
    entryLink(trait.inheritedFrom.name, words(trait.inheritedFrom.label) ?? trait.inheritedFrom.name)),
  sourceOf(trait.label, concept, trait),
];
const factCell = (facts, concept) => several(facts, (fact) => [el('span', {}, valueText(fact)), sourceOf(fact.label, concept, fact)]);
const relationCell = (others) => several(others, ({ concept, derived }) => [
  entryLink(concept.name, words(concept.label) ?? concept.name), derived && el('span', { class: 'inherited' }, t('derived'))]);

const rowOf = (row, cellOf) => ({ label: words(row.label) ?? row.name, differs: row.differs, cells: row.cells.map(cellOf) });
const plainRow = (label, concepts, valueOf, cellOf) => ({
  label, differs: new Set(concepts.map(valueOf)).size > 1, cells: concepts.map(cellOf),
});

/** The rows in groups, as the table shows them. */
export const groupsOf = ({ concepts, traits, attributes, relations }) => {
  const fact = (row) => rowOf(row, (facts, index) => factCell(facts, concepts[index]));
  const relation = (row) => rowOf(row, relationCell);
  return [
    { title: t('general'), rows: [
      plainRow(t('kind'), concepts, (one) => one.class, (one) => words(one.classLabel) ?? one.class),
      plainRow(t('year'), concepts, (one) => one.year, (one) => one.year && String(one.year)),
      ...relations.filter(({ name }) => name === MAKERS).map(relation),
      ...attributes.filter(({ name }) => name === FIRST_FACT).map(fact),
    ] },
    { title: t('traits'), rows: traits.map((row) => rowOf(row, (trait, index) => traitCell(trait, concepts[index]))) },
    { title: t('attributes'), rows: attributes.filter(({ name }) => name !== FIRST_FACT).map(fact) },
    { title: t('relations'), rows: relations.filter(({ name }) => name !== MAKERS).map(relation) },
  ].filter(({ rows }) => rows.length > 0);
};

const headCell = (concept, names, chapterOf) => {
  const rest = { compare: names.filter((name) => name !== concept.name).join(',') };
  return el('th', { scope: 'col' }, el('div', { class: 'column-head' }, markIcon(concept.class, chapterOf(concept.name)),
    entryLink(concept.name, words(concept.label) ?? concept.name),
    names.length > 1 && el('a', { class: 'take-out', href: hrefFor(rest), 'data-rest': rest.compare, 'aria-label': t('compareRemove', { label: labelOf(concept) }), onclick: follow(rest, 'card') },
      el('span', { 'aria-hidden': 'true' }, '✕'))));
};

const bodyRow = ({ label, differs, cells }) => el('tr', { class: differs ? 'differs' : 'same' },
  el('th', { scope: 'row' }, el('span', { class: 'row-sign', 'aria-hidden': 'true' }, differs ? '≠' : '='), el('span', {}, label,
    el('span', { class: 'unseen' }, ` (${t(differs ? 'differs' : 'same')})`))),
  cells.map((cell) => el('td', {}, cell || nothing())));

const tableOf = (concepts, groups, chapterOf, caption) => {
  const names = concepts.map(({ name }) => name);
  return el('table', { class: 'comparison' }, el('caption', { class: 'unseen' }, caption),
    el('thead', {}, el('tr', {}, el('td', {}), concepts.map((concept) => headCell(concept, names, chapterOf)))),
    groups.map(({ title, rows }) => el('tbody', { class: rows.some(({ differs }) => differs) ? undefined : 'same' },
      el('tr', { class: 'group' }, el('th', { scope: 'rowgroup', colspan: concepts.length + 1 }, el('span', { class: 'group-title' }, title))), rows.map(bodyRow))));
};

const foldButton = (table, count, folded, keep) => {
  const button = el('button', { type: 'button', class: 'control', 'aria-pressed': String(folded) }, t('compareFold', { count: number(count) }));
  const fold = (now) => {
    table.classList.toggle('is-folded', now);
    button.setAttribute('aria-pressed', String(now));
  };
  button.addEventListener('click', () => {
    const now = !table.classList.contains('is-folded');
    fold(now);
    keep(now);
    for (const link of table.querySelectorAll('.take-out')) link.setAttribute('href', hrefFor({ compare: link.dataset.rest }));
  });
  fold(folded);
  return button;
};

/**
 * @param {object} comparison as the server gave it
 * @param {boolean} folded whether equal rows are hidden
 * @param {function(string): string|undefined} chapterOf the chapter of an entry on the chart
 * @param {function(boolean)} keep is told when equal rows are folded or unfolded
 */
export const compareOf = (comparison, folded, chapterOf, keep) => {
  const { concepts } = comparison;
  const names = concepts.map(({ name }) => name);
  const title = listText(concepts);
  const groups = groupsOf(comparison);
  const same = groups.flatMap(({ rows }) => rows).filter(({ differs }) => !differs).length;
  const alone = names.length < 2;
  const table = tableOf(concepts, groups, chapterOf, t('compareTitle', { names: title }));
  const pick = names.length < MOST && comparePicker(names, t('compareAdd'), title, alone);
  return el('article', { class: 'card' },
    el('header', { class: 'card-head' }, el('p', { class: 'kicker' }, t('comparison')), el('h2', { class: 'card-title card-title-long', tabindex: '-1' }, title)),
    pickerRow(pick ? [pick] : [], !alone && same > 0 && foldButton(table, same, folded, keep)),
    el('p', { class: 'quiet compare-note' }, alone ? t('compareAlone') : t('compareSigns')),
    !pick && el('p', { class: 'quiet' }, t('compareFull')),
    !alone && el('div', { class: 'table-room', role: 'region', tabindex: '0', 'aria-label': t('compareTitle', { names: title }) }, table));
};
