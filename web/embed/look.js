// How things look: the page's own colours where it says nothing else.

import { settings } from './site.js';
import { sheetOf } from './words.js';

const THEMES = { light: ['#fdfaf3', '#24211c'], dark: ['#201f1c', '#ece6da'] };

/** The colour that an element stands on. */
const groundOf = (element) => {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^(transparent|rgba\(.*,\s*0\))$/.test(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
};

/** Gives a card the colours, the face and the direction of its place. */
export const dress = (card, place) => {
  const style = getComputedStyle(place);
  const [ground, ink] = THEMES[settings.theme] ?? [groundOf(place), style.color];
  const values = { '--ground': ground, '--ink': ink, '--face': style.fontFamily };
  for (const [name, value] of Object.entries(values)) card.style.setProperty(name, value);
  card.dir = style.direction;
};

export const CARD = sheetOf(`
  :host { all: initial !important; display: block !important; max-width: 30em !important; margin: .8em 0 !important;
    color: var(--ink, CanvasText) !important; font: 400 15px/1.55 var(--face, sans-serif) !important; }
  article, nav { background: var(--ground, Canvas); color: inherit; border: 1px solid color-mix(in srgb, currentColor 26%, transparent);
    border-radius: 6px; padding: 14px 16px 12px; box-sizing: border-box; }
  h2 { font-size: 17px; line-height: 1.3; font-weight: 650; margin: 0; text-wrap: balance; }
  h2 small { font-size: 13px; font-weight: 400; opacity: .78; margin-inline-start: .5em; }
  p { margin: 6px 0 0; unicode-bidi: plaintext; text-align: start; }
  .kind { font-size: 12.5px; opacity: .78; margin-top: 2px; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 8px; margin: 10px 0 0; font-size: 13px; }
  dt { opacity: .78; } dd { margin: 0; }
  ol { list-style: none; margin: 0; padding: 0; } ol ol { padding-inline-start: 1.1em; border-inline-start: 1px solid color-mix(in srgb, currentColor 26%, transparent); }
  li { padding: 2px 0; } time { font-variant-numeric: tabular-nums; opacity: .78; display: inline-block; min-width: 2.6em; margin-inline-end: .4em; font-size: 13px; }
  b { font-weight: 650; }
  a { color: inherit; text-underline-offset: .2em; text-decoration-thickness: 1px; }
  a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; border-radius: 2px; }
  .more { display: inline-block; margin-top: 10px; font-size: 13px; padding: 3px 0; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`);

export const TERM = sheetOf(`
  :host { all: unset !important; cursor: help !important;
    text-decoration: underline dotted color-mix(in srgb, currentColor 60%, transparent) !important;
    text-decoration-thickness: from-font !important; text-underline-offset: .22em !important; }
  :host(:hover) { text-decoration-style: solid !important; }
  :host(:focus-visible) { outline: 2px solid currentColor !important; outline-offset: 2px !important; border-radius: 2px !important; }
  @media print { :host { text-decoration: none !important; } }
`);

/** The card over the page. */
export const POPUP = sheetOf(`
  :host { position: fixed !important; inset: var(--top, 0) auto auto var(--left, 0) !important; margin: 0 !important;
    width: min(352px, calc(100vw - 16px)) !important; z-index: 2147483647 !important; }
  :host(:not(:popover-open)) { display: none !important; }
  article { box-shadow: 0 1px 3px rgb(0 0 0 / 14%), 0 8px 28px rgb(0 0 0 / 18%); max-height: min(400px, calc(100vh - 16px)); overflow: auto; }
  @media (prefers-reduced-motion: no-preference) { article { animation: appear .12s ease-out; } }
  @keyframes appear { from { opacity: 0; } }
`);
