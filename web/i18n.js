// The language of the page: which one, its words, and how a language map is read in it.

import en from './strings/en.js';
import zhHant from './strings/zh-hant.js';
import { el } from './dom.js';

const WORDS = { en, 'zh-Hant': zhHant };
export const LANGUAGES = ['zh-Hant', 'en'];
const KEPT = 'stemma.lang';
let current = 'en';

const kept = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
};

const fromBrowser = () => {
  for (const tag of navigator.languages ?? [navigator.language ?? 'en']) {
    if (/^zh\b/i.test(tag)) return 'zh-Hant';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
};

/** The language asked for by the URL, else chosen before, else the browser's. */
export const resolveLanguage = (asked) => [asked, kept()].find((lang) => LANGUAGES.includes(lang)) ?? fromBrowser();

export const setLanguage = (lang) => {
  current = lang;
  document.documentElement.lang = lang;
};

export const keepLanguage = (lang) => {
  try {
    localStorage.setItem(KEPT, lang);
  } catch {
    // Storage may be forbidden; the URL still carries the language.
  }
};

export const language = () => current;

/** In Chinese a space stands between Han characters and Latin words. */
export const spaced = (text) => (current === 'en' ? text : text.replace(/([\u4e00-\u9fff])(?=[A-Za-z0-9])|([A-Za-z0-9])(?=[\u4e00-\u9fff])/g, '$& '));

/** A word or sentence of the interface, with its {places} filled. */
export const t = (key, values = {}) => {
  const text = (WORDS[current][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  return spaced(text);
};

export const number = (value) => new Intl.NumberFormat(current).format(value);

/** The text of a language map in the chosen language, and the language it is really in. */
export const pick = (map) => {
  if (!map || typeof map !== 'object') return null;
  for (const lang of [current, ...LANGUAGES, ...Object.keys(map)]) {
    if (typeof map[lang] === 'string' && map[lang] !== '') return { text: map[lang], lang };
  }
  return null;
};

export const textOf = (map, fallback = '') => pick(map)?.text ?? fallback;

/** A title, which the server gives as text or, where its language is known, as a language map. */
export const titleOf = (title) => (typeof title === 'string' ? { text: title, lang: undefined } : pick(title));

/** The text of a language map as an element that says its language where it isn't the page's. */
export const words = (map, tag = 'span', attributes = {}) => {
  const found = pick(map);
  if (!found) return null;
  return el(tag, { ...attributes, lang: found.lang === current ? undefined : found.lang }, found.text);
};
