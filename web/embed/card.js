// What a card shows of an entry; <stemma-card name="…"> and <stemma-lineage name="…" depth="2">, which show it in the text.

import { CARD, dress } from './look.js';
import { cardOf, languageFor, lineageOf, otherThan, pageOf, textIn } from './site.js';
import { el, words } from './words.js';

const RELATIVES = 3;
const DEEPEST = 6;

/** Those on one side of a lineage, in the order of time. */
const sideOf = (lineage, side) => (lineage?.nodes ?? []).filter((node) => node.side === side)
  .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));

/** The first relatives on one side, as links. */
const relatives = (lineage, side, lang) => {
  const nearest = sideOf(lineage, side).slice(0, RELATIVES);
  return nearest.flatMap((node, i) => [i ? words(lang).and : '', el('a', { href: pageOf(node.name, lang), lang }, textIn(node.label, lang))]);
};

/** The article about an entry; undefined when the server does not tell. */
export const articleOf = async (name, lang) => {
  const [card, lineage] = await Promise.all([cardOf(name), lineageOf(name, 1)]);
  if (!card) return undefined;
  const said = words(lang);
  const other = otherThan(lang);
  const label = textIn(card.label, lang);
  const second = card.label[other];
  const older = relatives(lineage, 'ancestor', lang);
  const younger = relatives(lineage, 'descendant', lang);
  return el('article', { lang, dir: 'ltr' },
    el('h2', {}, label, second && second !== label ? el('small', { lang: other }, second) : ''),
    el('p', { class: 'kind' }, [textIn(card.classLabel, lang), card.year].filter(Boolean).join(' · ')),
    el('p', {}, textIn(card.definition, lang)),
    older.length || younger.length ? el('dl', {},
      older.length ? [el('dt', {}, said.from), el('dd', {}, older)] : [],
      younger.length ? [el('dt', {}, said.to), el('dd', {}, younger)] : []) : '',
    el('a', { class: 'more', href: pageOf(name, lang) }, said.more));
};

/** An element that shows what the server tells of its `name`, in its shadow. */
class Shown extends HTMLElement {
  static observedAttributes = ['name', 'depth', 'lang'];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [CARD];
  }

  connectedCallback() {
    dress(this, this.parentElement ?? this);
    this.show();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }

  async show() {
    const name = this.getAttribute('name');
    const lang = languageFor(this);
    const content = name ? await this.contentOf(name, lang) : undefined;
    // What stands between the tags is for when there is nothing to show.
    if (name === this.getAttribute('name')) this.shadowRoot.replaceChildren(content ?? el('slot'));
  }
}

export class StemmaCard extends Shown {
  contentOf(name, lang) {
    return articleOf(name, lang);
  }
}

/** Where an entry comes from and what came of it, in the order of time. */
export class StemmaLineage extends Shown {
  async contentOf(name, lang) {
    const depth = Math.min(DEEPEST, Math.max(1, Number.parseInt(this.getAttribute('depth') ?? '1', 10) || 1));
    const lineage = await lineageOf(name, depth);
    if (!lineage) return undefined;
    const focus = lineage.nodes.find((node) => node.side === 'focus');
    const row = (node) => el('li', { class: node.side }, el('time', {}, String(node.year ?? '')),
      el(node === focus ? 'b' : 'span', {}, el('a', { href: pageOf(node.name, lang) }, textIn(node.label, lang))));
    return el('nav', { lang, dir: 'ltr', 'aria-label': `${words(lang).lineageOf} ${textIn(focus.label, lang)}` },
      el('ol', {}, sideOf(lineage, 'ancestor').map(row), row(focus), el('li', {}, el('ol', {}, sideOf(lineage, 'descendant').map(row)))));
  }
}
