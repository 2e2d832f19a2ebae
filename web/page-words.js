// The words that stand in index.html, and the switch of the language.

import { el, put } from './dom.js';
import { LANGUAGES, keepLanguage, language, t } from './i18n.js';
import { correct, follow, hrefFor } from './state.js';

const LANGUAGE_NAMES = { 'zh-Hant': '中文', en: 'English' };

/** Fills the words that stand in index.html. */
export const fillWords = () => {
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', t(node.dataset.tLabel));
  for (const node of document.querySelectorAll('[data-t-placeholder]')) node.setAttribute('placeholder', t(node.dataset.tPlaceholder));
  for (const node of document.querySelectorAll('.tool')) node.title = t(node.dataset.tLabel);
};

export const showLanguages = () => put(document.getElementById('languages'), LANGUAGES.map((lang) => el('a', {
  href: hrefFor({ lang }), lang, hreflang: lang, 'aria-current': lang === language() ? 'true' : undefined,
  onclick: (event) => {
    keepLanguage(lang);
    // The view that is left names its language too, so that the back button returns to it.
    correct({ lang: language() });
    follow({ lang }, 'language')(event);
  },
}, LANGUAGE_NAMES[lang])));
