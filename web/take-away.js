// What a reader may take away of the view that is seen: pictures, data, the query, a snippet, a link.

import { announce } from './announce.js';
import { fetchQueryFile } from './api.js';
import { el, svg } from './dom.js';
import { csvOf, mermaidOf, queryValues } from './formats.js';
import { language, t } from './i18n.js';
import { pictureOf, pngOf } from './picture.js';
import { countOf } from './part.js';
import { edgeParts, hrefFor, read, studied } from './state.js';

const QUERY = 'lines';

const save = (content, type, name) => {
  const address = URL.createObjectURL(new Blob([content].flat(), { type }));
  el('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
};

/** The name of a file with the view: the entry's, or those of the entries. */
const fileName = (state) => {
  const names = studied(state);
  return state.edge && edgeParts(state.edge) ? state.edge : state.focus ?? (names.length > 0 ? names.join('-') : 'stemma');
};

const openQuery = async (seen, { year, chosen }) => {
  const state = read();
  const isPart = chosen.lit !== null || countOf({ ...state, relations: null }) > 0;
  const [{ runnable }, query] = await Promise.all([import('./editor/examples.js'), fetchQueryFile(QUERY)]);
  location.assign(`sparql?lang=${language()}#query=${encodeURIComponent(runnable(query, queryValues(seen, state, year, isPart)))}`);
};

const copy = (text) => navigator.clipboard.writeText(text).then(() => announce(t('copied')), () => announce(t('notCopied')));

const snippet = (name) => `<script type="module" src="${new URL('embed.js', document.baseURI).href}" data-stemma-root="none"></script>\n`
  + `<stemma-card name="${name}" lang="${language()}"></stemma-card>`;

/** A button that copies the snippet by which an entry's card stands in another page. */
export const copySnippet = (name) => el('button', { type: 'button', class: 'take', onclick: () => copy(snippet(name)) }, t('takeSnippet'));

/**
 * The control, and all that is behind it.
 * @param {function(): {seen: object, chosen: object, year: number|null}} look what is seen when something is taken
 */
export const takeAwayOf = (look) => {
  const taking = (key, act) => el('li', {}, el('button', { type: 'button', class: 'take', onclick: ({ target }) => {
    const control = target.closest('details');
    control.open = false;
    control.querySelector('summary').focus();
    Promise.resolve(act(look(), fileName(read()))).catch(() => announce(t('awayTitle')));
  } }, t(key)));
  const picture = ({ seen, chosen }) => pictureOf(seen, chosen, document.title);
  return el('details', { class: 'take-away' },
    el('summary', { title: t('takeAway') }, svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' }, svg('path', { d: 'M8 2V10M4.5 7L8 10.5L11.5 7M2.5 13.5H13.5', class: 'tool-sign' })),
      el('span', {}, t('takeAway'))),
    el('ul', { 'aria-label': t('takeAway') },
      taking('takeLink', () => copy(new URL(hrefFor({ lang: language() }), document.baseURI).href)),
      taking('takeSvg', (view, name) => save(picture(view).text, 'image/svg+xml', `${name}.svg`)),
      taking('takePng', async (view, name) => save(await pngOf(picture(view)), 'image/png', `${name}.png`)),
      taking('takeMermaid', ({ seen, chosen }, name) => save(mermaidOf(seen, language(), chosen.focus), 'text/plain;charset=utf-8', `${name}.mmd`)),
      // The mark tells spreadsheets that the text is UTF-8.
      taking('takeCsv', ({ seen }, name) => save(['\ufeff', csvOf(seen, language())], 'text/csv;charset=utf-8', `${name}.csv`)),
      taking('takeQuery', ({ seen, ...view }) => openQuery(seen, view))));
};
