// What stands behind a statement: the reason, and each source with its place and its link.

import { el, safeHref } from './dom.js';
import { language, pick, t, titleOf, words } from './i18n.js';
import { follow, hrefFor } from './state.js';

const MOST_AUTHORS = 3;

export const entryLink = (name, content, attributes = {}) =>
  el('a', { ...attributes, href: hrefFor({ focus: name, edge: null }), onclick: follow({ focus: name, edge: null }, 'card') }, content);

export const authorsText = (authors = []) => {
  const names = authors.filter((name) => name !== 'et al.');
  if (names.length === 0) return null;
  const short = names.slice(0, MOST_AUTHORS).join(', ');
  return names.length > MOST_AUTHORS || names.length < authors.length ? `${short} ${t('authorsMore')}` : short;
};

/** A place in a source, such as "Section 3": told as the source tells it, in a language that isn't known. */
export const placeOf = (locator) => el('span', { lang: '' }, locator);

const sourceOf = ({ source, locator, year }) => {
  if (!source) return null;
  const href = safeHref(source.url);
  const title = titleOf(source.title) ?? pick(source.label) ?? { text: source.name };
  const lang = title.lang === language() ? undefined : title.lang;
  const about = [authorsText(source.authors), source.year ?? year].filter(Boolean).join(' · ');
  return el('li', { class: 'source' },
    el('cite', { lang }, href ? el('a', { href, class: 'outside' }, title.text) : title.text),
    about && el('span', { class: 'source-about' }, about),
    el('span', { class: 'source-place' },
      locator && el('span', {}, t('locator').split('{place}')[0], placeOf(locator), t('locator').split('{place}')[1]),
      source.name && entryLink(source.name, words(source.label) ?? source.name, { class: 'source-entry' })));
};

/** Reason and sources of one statement. */
export const evidenceOf = ({ reason, evidence = [], derived = false }) => {
  const why = reason ?? evidence.find((piece) => piece.reason)?.reason;
  const sources = evidence.map(sourceOf).filter(Boolean);
  return el('div', { class: 'evidence' },
    words(why, 'p', { class: 'reason' }),
    sources.length > 0 ? el('ul', { class: 'sources', 'aria-label': t('source') }, sources) : el('p', { class: 'quiet' }, t(derived ? 'noEvidence' : 'noSource')));
};

let count = 0;

/** A button that opens the evidence beneath it; the evidence is built when it is first asked for. */
export const whyButton = (labels, build) => {
  count += 1;
  const box = el('div', { class: 'why-box', id: `why-${count}`, hidden: true });
  const button = el('button', {
    type: 'button', class: 'why', 'aria-expanded': 'false', 'aria-controls': box.id, 'aria-label': labels.full,
    onclick: () => {
      const open = box.hidden;
      if (open && box.childElementCount === 0) box.append(build());
      box.hidden = !open;
      button.setAttribute('aria-expanded', String(open));
    },
  }, labels.short);
  return { button, box };
};
