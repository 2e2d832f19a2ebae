// One line of the chart, explained: the statement, the reason, the source.

import { el } from './dom.js';
import { entryLink, evidenceOf, whyButton } from './evidence.js';
import { textOf, t, words } from './i18n.js';
import { lineSample, markIcon } from './marks.js';
import { sentence } from './phrases.js';
import { follow, hrefFor } from './state.js';

const end = (concept) => el('li', {}, markIcon(concept.class, concept.chapter), entryLink(concept.name, words(concept.label) ?? concept.name),
  concept.year && el('span', { class: 'relation-year' }, concept.year));

/** The problems that an entry addresses: those that another suffers from or, where none is stated so, all. */
export const solvedBy = (younger, older) => {
  const about = (concept, relation) => (concept.relations ?? []).filter(({ family, direction }) => family === relation && direction === 'out');
  const suffered = new Set(about(older, 'suffersFrom').map(({ concept }) => concept.name));
  const addressed = about(younger, 'addresses');
  const shared = addressed.filter(({ concept }) => suffered.has(concept.name));
  return shared.length > 0 ? shared : addressed;
};

const problemRow = (subject) => (relation) => {
  const statement = sentence(textOf(subject.label, subject.name), textOf(relation.label, relation.relation), textOf(relation.concept.label, relation.concept.name));
  const { button, box } = whyButton({ short: t('why'), full: t('whyOf', { statement }) }, () => evidenceOf(relation));
  return el('li', { class: 'relation' }, el('span', { class: 'relation-who' }, markIcon(relation.concept.class), entryLink(relation.concept.name, words(relation.concept.label) ?? relation.concept.name)), button, box);
};

/**
 * @param {object} edge a statement
 * @param {object} source its younger end
 * @param {object} target its older end
 * @param {string|null} backLabel the entry whose card was open before
 * @param {object[]} problems relations of the younger end to problems that it addresses
 */
export const edgePanelOf = (edge, source, target, backLabel, problems) => {
  const title = sentence(textOf(source.label, source.name), textOf(edge.label, edge.relation), textOf(target.label, target.name));
  return el('article', { class: 'card' },
    el('header', { class: 'card-head' },
      el('p', { class: 'kicker' }, lineSample(edge.relation), t('statement'), edge.year && el('span', { class: 'when' }, edge.year)),
      el('h2', { class: 'card-title card-title-long', tabindex: '-1' }, title)),
    evidenceOf(edge),
    problems.length > 0 && el('section', { class: 'card-part' }, el('h3', {}, t('problemsSolved')), el('ul', { class: 'relation-list' }, problems.map(problemRow(source)))),
    el('ul', { class: 'ends' }, end(source), end(target)),
    backLabel && el('p', {}, el('a', { class: 'back', href: hrefFor({ edge: null }), onclick: follow({ edge: null }, 'card') }, t('backTo', { label: backLabel }))));
};
