// <stemma-lineage name="GPT" depth="2">: where an entry comes from and what came of it, as a list in the order of time.

import { Shown, sideOf } from './card.js';
import { lineageOf, pageOf } from './server.js';
import { textIn } from './settings.js';
import { el, words } from './words.js';

const DEEPEST = 6;

export class StemmaLineage extends Shown {
  async contentOf(name, lang) {
    const depth = Math.min(DEEPEST, Math.max(1, Number.parseInt(this.getAttribute('depth') ?? '1', 10) || 1));
    const lineage = await lineageOf(name, depth);
    if (!lineage) return undefined;
    const focus = lineage.nodes.find((node) => node.side === 'focus');
    const row = (node) => el('li', { class: node.side }, el('time', {}, String(node.year ?? '')),
      el(node === focus ? 'b' : 'span', {}, el('a', { href: pageOf(node.name, lang) }, textIn(node.label, lang))));
    return el('nav', { lang, 'aria-label': `${words(lang).lineageOf} ${textIn(focus.label, lang)}` },
      el('ol', {}, sideOf(lineage, 'ancestor').map(row), row(focus), el('li', {}, el('ol', {}, sideOf(lineage, 'descendant').map(row)))));
  }
}
