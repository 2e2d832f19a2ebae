// What a reader may take away of an entry and its lineage: pictures, data, the query, a snippet, a link.

import { announce } from './announce.js';
import { lineageAddress, citationAddress, fetchQueryFile, fetchLineageOf } from './api.js';
import { el } from './dom.js';
import { language, t, textOf } from './i18n.js';
import { hrefFor } from './state.js';

const SCALE = 2;
const QUERY = 'lineage-graph';

const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The lines of a lineage as comma-separated values (RFC 4180). PURE. */
export const csvOf = ({ nodes, edges }, lang) => {
  const label = new Map(nodes.map((node) => [node.name, node.label?.[lang] ?? node.name]));
  const rows = edges.map((edge) => [edge.source, label.get(edge.source), edge.relation, edge.target, label.get(edge.target), edge.year ?? '', edge.reason?.[lang] ?? '']);
  return [['source', 'sourceLabel', 'relation', 'target', 'targetLabel', 'year', 'reason'], ...rows]
    .map((row) => `${row.map((value) => quoted(String(value))).join(',')}\r\n`).join('');
};

const save = (blob, name) => {
  const address = URL.createObjectURL(blob);
  el('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
};

const savePng = async (name) => {
  const picture = await (await fetch(lineageAddress(name, 'svg'))).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`;
  await image.decode();
  const canvas = el('canvas', { width: image.width * SCALE, height: image.height * SCALE });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, `${name}.png`), 'image/png');
};

const saveCsv = async (name) => {
  // The mark tells spreadsheets that the text is UTF-8.
  save(new Blob(['\ufeff', csvOf(await fetchLineageOf(name), language())], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
};

const openQuery = async (name) => {
  const [{ runnable }, query] = await Promise.all([import('./editor/examples.js'), fetchQueryFile(QUERY)]);
  const text = runnable({ ...query, example: { ...query.example, concept: name } });
  location.assign(`sparql?lang=${language()}#query=${encodeURIComponent(text)}`);
};

const copy = (text, button) => navigator.clipboard.writeText(text).then(() => {
  announce(t('copied'));
  button.dataset.done = '';
}, () => announce(t('notCopied')));

/** A button for what may fail without harm: it then says so. */
const doing = (key, act) => {
  const button = el('button', { type: 'button', class: 'take' }, t(key));
  button.addEventListener('click', () => act(button).catch(() => announce(t('awayTitle'))));
  return button;
};

const snippet = (name) => `<script type="module" src="${new URL('embed.js', document.baseURI).href}" data-stemma-root="none"></script>\n`
  + `<stemma-card name="${name}" lang="${language()}"></stemma-card>`;

/** All the ways to take an entry away, behind one control. */
export const takeAwayOf = ({ name, label }) => {
  const link = (key, href, file) => el('a', { class: 'take', href, download: file }, t(key));
  return el('details', { class: 'take-away' },
    el('summary', {}, t('takeAway')),
    el('ul', { 'aria-label': `${t('takeAway')}: ${textOf(label, name)}` }, [
      doing('takeLink', (button) => copy(new URL(hrefFor({ lang: language() }), document.baseURI).href, button)),
      doing('takeSnippet', (button) => copy(snippet(name), button)),
      link('takeSvg', lineageAddress(name, 'svg'), `${name}.svg`),
      doing('takePng', () => savePng(name)),
      link('takeMermaid', lineageAddress(name, 'mmd'), `${name}.mmd`),
      doing('takeCsv', () => saveCsv(name)),
      link('takeCitation', citationAddress(name), `${name}.bib`),
      doing('takeQuery', () => openQuery(name)),
    ].map((one) => el('li', {}, one))));
};
