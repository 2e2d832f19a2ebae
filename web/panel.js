// The side panel: one thing at a time (introduction, card, statement, a wait, a failure).

import { el, put } from './dom.js';
import { number, t, words } from './i18n.js';
import { entryLink } from './evidence.js';
import { indexList } from './index-list.js';
import { markIcon } from './marks.js';
import { follow, hrefFor } from './state.js';
import { STARTING_POINTS } from './vocabulary.js';

/** What may be read until its successor is here; a card or an outline may have come with the page. */
const LEFT_WHILE_WAITING = ['card', 'edge', 'outline', 'path', 'compare'];

const problemOf = (title, ...content) => el('div', { class: 'problem', role: 'alert' }, el('h2', { tabindex: '-1', class: 'card-title card-title-long' }, title), content);

const closing = { focus: null, edge: null };

const closeLink = (out = closing, cause = 'close') => el('a', { class: 'close', href: hrefFor(out), 'aria-label': t('close'), onclick: follow(out, cause) },
  el('span', { 'aria-hidden': 'true' }, '✕'));

export const createPanel = (root) => {
  const show = (kind, label, ...content) => {
    root.dataset.kind = kind;
    root.setAttribute('aria-label', label);
    root.removeAttribute('aria-busy');
    put(root, content);
    root.scrollTop = 0;
  };

  // On paper nothing can be opened: all reasons are, and all rows are there.
  let opened = [];
  window.addEventListener('beforeprint', () => {
    root.querySelectorAll('.relation[hidden]').forEach((row) => { row.hidden = false; });
    root.querySelectorAll('.more').forEach((button) => button.remove());
    opened = [...root.querySelectorAll('.why[aria-expanded="false"]')];
    opened.forEach((button) => button.click());
  });
  window.addEventListener('afterprint', () => opened.splice(0).forEach((button) => button.click()));

  return {
    root,
    intro: (graph, drawn) => {
      const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
      const years = graph.nodes.map((node) => node.year).filter(Number.isFinite);
      const starts = STARTING_POINTS.filter((name) => nodes.has(name)).map((name) => nodes.get(name));
      show('intro', t('introTitle'),
        el('div', { class: 'intro' },
          el('h2', {}, t('introTitle')),
          el('p', { class: 'intro-text' }, t('introText')),
          el('p', { class: 'intro-text' }, t('introHow')),
          starts.length > 0 && el('h3', {}, t('introStart')),
          el('ol', { class: 'starts' }, starts.map((node) => el('li', {}, entryLink(node.name, [markIcon(node.class, node.chapter), words(node.label) ?? node.name, node.year && el('span', { class: 'relation-year' }, node.year)])))),
          years.length > 0 && el('p', { class: 'quiet intro-count' }, t('introCount', { drawn: number(drawn), nodes: number(graph.nodes.length), edges: number(graph.edges.length), from: Math.min(...years), to: Math.max(...years) })),
          indexList()));
    },
    waiting: () => {
      root.setAttribute('aria-busy', 'true');
      if (!LEFT_WHILE_WAITING.includes(root.dataset.kind)) {
        show('waiting', t('loading'), el('div', { class: 'bones', 'aria-hidden': 'true' }, el('i'), el('i'), el('i'), el('i')), el('p', { class: 'unseen' }, t('loading')));
        root.setAttribute('aria-busy', 'true');
      }
    },
    clear: () => show('empty', t('introTitle')),
    content: (kind, label, article) => show(kind, label, closeLink(), article),
    /** A view of several entries; it closes to the card of one. */
    study: (kind, label, article, first) => show(kind, label, closeLink({ focus: first }, 'card'), article),
    problem: (title, text, retry) => show('problem', title,
      retry ? null : closeLink(),
      el('div', { class: 'problem', role: 'alert' }, el('h2', { tabindex: '-1', class: 'card-title card-title-long' }, title), el('p', {}, text),
        retry && el('button', { type: 'button', class: 'retry', onclick: retry }, t('retry')))),
    /** An entry that was withdrawn: why, and the names of those to use instead. */
    withdrawn: (name, { reason, replacedBy }) => show('problem', t('goneTitle', { name }), closeLink(),
      problemOf(t('goneTitle', { name }), words(reason, 'p'),
        replacedBy.length > 0 && el('p', { class: 'instead' }, t('goneInstead'), replacedBy.map((other) => [' ', entryLink(other, other)])))),
    /** Follows the link that closes what is shown; false when there is none. */
    close: () => {
      const link = root.querySelector('.close');
      link?.click();
      return Boolean(link);
    },
    focusCurrent: () => root.querySelector('[aria-current]')?.focus(),
    focusHeading: () => root.querySelector('h2')?.focus({ preventScroll: true }),
  };
};
