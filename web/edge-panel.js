// One line of the chart, explained: the statement, the reason, the source.

import { el } from './dom.js';
import { entryLink, evidenceOf } from './evidence.js';
import { textOf, t, words } from './i18n.js';
import { lineSample, markIcon } from './marks.js';
import { sentence } from './phrases.js';
import { follow, hrefFor } from './state.js';

const end = (concept) => el('li', {}, markIcon(concept.class, concept.chapter), entryLink(concept.name, words(concept.label) ?? concept.name),
  concept.year && el('span', { class: 'relation-year' }, concept.year));

/**
 * @param {object} edge a statement
 * @param {object} source its younger end
 * @param {object} target its older end
 * @param {string|null} backLabel the entry whose card was open before
 */
export const edgePanelOf = (edge, source, target, backLabel) => {
  const title = sentence(textOf(source.label, source.name), textOf(edge.label, edge.relation), textOf(target.label, target.name));
  return el('article', { class: 'card edge-card' },
    el('header', { class: 'card-head' },
      el('p', { class: 'kicker' }, lineSample(edge.relation), t('statement'), edge.year && el('span', { class: 'when' }, edge.year)),
      el('h2', { class: 'card-title card-title-long', tabindex: '-1' }, title)),
    evidenceOf(edge),
    el('ul', { class: 'ends' }, end(source), end(target)),
    backLabel && el('p', {}, el('a', { class: 'back', href: hrefFor({ edge: null }), onclick: follow({ edge: null }, 'card') }, t('backTo', { label: backLabel }))));
};
