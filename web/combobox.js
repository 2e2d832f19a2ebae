// A field that finds entries: a combobox with a list that follows the typing (WAI-ARIA APG, list autocomplete).

import { cancelMatches, fetchMatches, wasReplaced } from './api.js';
import { announce } from './announce.js';
import { el, put } from './dom.js';
import { language, number, pick, t, textOf, words } from './i18n.js';
import { markIcon } from './marks.js';

const PAUSE = 120;

/** The matched part of a text, marked. */
const marked = ({ text, start, end }) => {
  const characters = Array.from(text);
  if (!(start >= 0 && end > start && end <= characters.length)) return [text];
  return [characters.slice(0, start).join(''), el('mark', {}, characters.slice(start, end).join('')), characters.slice(end).join('')];
};

const placeholders = (key, content) => {
  const [before, after] = t(key).split('{text}');
  return [before, ...content, after];
};

/** Says what matched when the label itself doesn't show it. */
const matchNote = (item) => {
  const { match } = item;
  if (!match || match.field === 'prefLabel') return null;
  if (match.field === 'definition') return t('matchText');
  return el('span', { lang: match.lang === language() ? undefined : match.lang }, placeholders(match.field === 'title' ? 'matchTitle' : 'matchAlias', marked(match)));
};

const option = (id, item) => {
  const label = pick(item.label) ?? { text: item.name, lang: 'en' };
  const other = Object.entries(item.label ?? {}).find(([lang, text]) => lang !== label.lang && text !== label.text && (lang === 'en' || lang === 'zh-Hant'));
  const { match } = item;
  const hit = (lang, text) => (match?.field === 'prefLabel' && match.lang === lang && match.text === text ? marked(match) : [text]);
  return el('li', { id, role: 'option', class: 'match', 'aria-selected': 'false', 'data-name': item.name },
    markIcon(item.class, item.chapter),
    el('span', { class: 'match-label' }, hit(label.lang, label.text), other && el('small', { lang: other[0] }, ' ', hit(other[0], other[1]))),
    el('span', { class: 'match-kind' }, words(item.classLabel), item.year ? ` ${item.year}` : null),
    matchNote(item) && el('span', { class: 'match-note' }, matchNote(item)));
};

/**
 * @param {HTMLElement} host receives the field and its list
 * @param {{id: string, input: object, list: object}} names the id that others are made of, and attributes of the two
 * @param {{choose: function(string, string), leave: function, offers: function(object): boolean, shown: function(Node)}} on
 *   an entry is chosen; Escape in an empty field, which else only gives the keyboard away; which of the found entries are
 *   offered; the list is shown
 * @param {...Node} extra stands behind the field
 */
export const createCombobox = (host, { id, input: inputNames, list: listNames }, { choose, leave, offers = () => true, shown = () => {} }, ...extra) => {
  const input = el('input', {
    id, type: 'text', role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': listNames.id,
    autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', enterkeyhint: 'search', ...inputNames,
  });
  const list = el('ul', { role: 'listbox', class: 'matches', hidden: true, ...listNames });
  const note = el('p', { class: 'matches matches-note', hidden: true });
  put(host, input, extra, list, note);

  let items = [];
  let active = -1;
  let timer = 0;

  const setActive = (index) => {
    active = index;
    [...list.children].forEach((child, place) => child.setAttribute('aria-selected', String(place === index)));
    if (index < 0) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', list.children[index].id);
    return list.children[index].scrollIntoView({ block: 'nearest' });
  };
  const close = () => {
    clearTimeout(timer);
    cancelMatches();
    list.hidden = true;
    note.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    setActive(-1);
  };
  const say = (text) => {
    close();
    note.textContent = text;
    note.hidden = false;
    announce(text);
  };
  const show = (found, text) => {
    items = found.filter(offers);
    if (items.length === 0) return say(t('searchNone', { text }));
    note.hidden = true;
    put(list, items.map((item, index) => option(`${listNames.id}-${index}`, item)));
    list.hidden = false;
    shown(list);
    input.setAttribute('aria-expanded', 'true');
    setActive(-1);
    return announce(items.length === 1 ? t('searchCountOne') : t('searchCount', { count: number(items.length) }));
  };
  const ask = async () => {
    const text = input.value.trim();
    if (text === '') return close();
    try {
      const { items: found } = await fetchMatches(text);
      if (input.value.trim() === text && document.activeElement === input) show(found ?? [], text);
    } catch (error) {
      if (!wasReplaced(error)) say(t('searchAway'));
    }
    return undefined;
  };
  const take = (item) => {
    close();
    input.value = '';
    choose(item.name, textOf(item.label, item.name));
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    const count = items.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return void ask();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      take(items[Math.max(0, active)]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (open || !note.hidden) close();
      else if (input.value !== '') input.value = '';
      else if (leave) leave();
      else input.blur();
    } else if (event.key === 'Tab') close();
  });
  input.addEventListener('focus', () => { if (input.value.trim() !== '') ask(); });
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const index = [...list.children].indexOf(event.target.closest('.match'));
    if (index >= 0) take(items[index]);
  });
  const away = (event) => {
    if (!host.isConnected) document.removeEventListener('pointerdown', away);
    else if (!host.contains(event.target)) close();
  };
  document.addEventListener('pointerdown', away);

  return { focus: () => { input.focus(); input.select(); }, close };
};
