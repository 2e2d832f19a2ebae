// The search box of the page, which `/` leads to.

import { createCombobox } from './combobox.js';
import { el } from './dom.js';

export const createSearch = (host, choose) => createCombobox(host, {
  id: 'search-input',
  input: { 'data-t-label': 'search', 'data-t-placeholder': 'searchPlaceholder', 'aria-keyshortcuts': '/' },
  list: { id: 'matches', 'data-t-label': 'search' },
}, { choose }, el('kbd', { class: 'search-key', 'aria-hidden': 'true' }, '/'));
