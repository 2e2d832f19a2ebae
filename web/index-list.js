// All entries by kind: the way to those that are not on the chart. Fetched when it is first opened.

import { fetchAllConcepts, wasReplaced } from './api.js';
import { el, put } from './dom.js';
import { entryLink } from './evidence.js';
import { language, number, t, textOf, words } from './i18n.js';
import { markIcon } from './marks.js';
import { CLASS_MARKS } from './vocabulary.js';

const ORDER = Object.keys(CLASS_MARKS);
const rank = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

const kindOf = ([name, items]) => el('details', { class: 'index-class' },
  el('summary', {}, markIcon(name), words(items[0].classLabel) ?? name, el('span', { class: 'relation-year' }, number(items.length))),
  el('ul', {}, items.map((item) => el('li', {}, entryLink(item.name, words(item.label) ?? item.name)))));

const fill = async (host) => {
  put(host, el('p', { class: 'quiet' }, t('loading')));
  try {
    const items = await fetchAllConcepts();
    const compare = new Intl.Collator(language(), { numeric: true }).compare;
    const kinds = new Map();
    for (const item of items) kinds.set(item.class, [...(kinds.get(item.class) ?? []), item]);
    for (const group of kinds.values()) group.sort((a, b) => compare(textOf(a.label, a.name), textOf(b.label, b.name)));
    put(host, [...kinds].sort((a, b) => rank(a[0]) - rank(b[0])).map(kindOf));
  } catch (error) {
    if (wasReplaced(error)) return;
    put(host, el('p', { class: 'quiet' }, t('awayText')), el('button', { type: 'button', class: 'retry', onclick: () => fill(host) }, t('retry')));
  }
};

export const indexList = () => {
  const host = el('div');
  return el('details', { class: 'index', ontoggle: (event) => {
    if (event.target === event.currentTarget && event.target.open && host.childElementCount === 0) fill(host);
  } }, el('summary', {}, t('indexTitle')), host);
};
