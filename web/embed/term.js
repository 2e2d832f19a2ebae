// <stemma-term name="…">: a term in a text, whose card opens by hovering, focus, a tap or Enter, and closes by Escape.

import { articleOf } from './card.js';
import { CARD, dress, POPUP, TERM } from './look.js';
import { languageFor } from './site.js';
import { el } from './words.js';

const OPENS_AFTER = 150;
const CLOSES_AFTER = 250;
const GAP = 6;
const EDGE = 8;

/** The one card over the page. */
class Popup {
  #host = el('div', { popover: 'manual', role: 'dialog' });
  #content = el('div');
  #live = el('p', { class: 'unseen', role: 'status' });
  #term = null;
  #timer = 0;
  #isReturning = false;
  #closed = new AbortController();

  constructor() {
    const root = this.#host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [CARD, POPUP];
    root.append(this.#content, this.#live);
    this.#host.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.#host.addEventListener('pointerleave', () => this.closeSoon());
  }

  openSoon(term) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.open(term), OPENS_AFTER);
  }

  closeSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.close(), CLOSES_AFTER);
  }

  async open(term) {
    clearTimeout(this.#timer);
    if (this.#term === term) return;
    this.close();
    this.#term = term;
    const lang = languageFor(term);
    const article = await articleOf(term.getAttribute('name'), lang);
    if (this.#term !== term || !term.isConnected) return;
    if (!article) {
      this.#term = null;
      return;
    }
    this.#content.replaceChildren(article);
    this.#host.lang = lang;
    this.#host.setAttribute('aria-label', article.querySelector('h2').textContent);
    document.body.append(this.#host);
    dress(this.#host, term);
    this.#host.showPopover();
    this.#place(term);
    term.expanded = true;
    this.#live.textContent = [...article.querySelectorAll('h2, p')].map((part) => part.textContent).join('. ');
    this.#listen();
  }

  /** Under the term's first line, or over it; within the window. */
  #place(term) {
    const place = term.getClientRects()[0];
    const card = this.#host.getBoundingClientRect();
    const below = place.bottom + GAP;
    const above = place.top - GAP - card.height;
    const isRight = this.#host.dir === 'rtl';
    const left = isRight ? place.right - card.width : place.left;
    const top = below + card.height + EDGE > innerHeight && above >= EDGE ? above : below;
    const within = (at, size, room) => `${Math.max(EDGE, Math.min(at, room - size - EDGE))}px`;
    this.#host.style.setProperty('--left', within(left, card.width, document.documentElement.clientWidth));
    this.#host.style.setProperty('--top', within(top, card.height, innerHeight));
  }

  #listen() {
    this.#closed = new AbortController();
    const { signal } = this.#closed;
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      const wasInside = this.#host.matches(':focus-within');
      const term = this.#term;
      this.close();
      // Coming back is no wish to see the card again.
      this.#isReturning = true;
      if (wasInside) term.focus();
      this.#isReturning = false;
    }, { signal, capture: true });
    document.addEventListener('pointerdown', (event) => {
      if (!event.composedPath().includes(this.#host) && !event.composedPath().includes(this.#term)) this.close();
    }, { signal });
    addEventListener('scroll', () => this.#term && this.#place(this.#term), { signal, passive: true, capture: true });
    addEventListener('resize', () => this.close(), { signal });
    this.#host.addEventListener('focusout', (event) => {
      if (event.relatedTarget !== this.#term && event.relatedTarget !== this.#host) this.closeSoon();
    }, { signal });
    this.#host.addEventListener('focusin', () => clearTimeout(this.#timer), { signal });
  }

  close() {
    clearTimeout(this.#timer);
    this.#closed.abort();
    if (this.#term) this.#term.expanded = false;
    this.#term = null;
    this.#live.textContent = '';
    if (this.#host.isConnected) this.#host.remove();
  }

  openForFocus(term) {
    if (!this.#isReturning) this.open(term);
  }

  isOpenFor(term) {
    return this.#term === term && this.#host.isConnected;
  }

  enter() {
    this.#host.shadowRoot.querySelector('a')?.focus();
  }
}

const popup = new Popup();

export class StemmaTerm extends HTMLElement {
  #internals = this.attachInternals();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [TERM];
    root.append(el('slot'));
    this.#internals.role = 'button';
    this.#internals.ariaHasPopup = 'dialog';
    this.expanded = false;
    this.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && popup.openSoon(this));
    this.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'mouse' && popup.closeSoon());
    this.addEventListener('focus', () => this.matches(':focus-visible') && popup.openForFocus(this));
    this.addEventListener('blur', () => popup.closeSoon());
    this.addEventListener('click', () => popup.open(this));
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      popup.open(this).then(() => popup.isOpenFor(this) && popup.enter());
    });
  }

  set expanded(isOpen) {
    this.#internals.ariaExpanded = String(isOpen);
  }

  connectedCallback() {
    if (!this.hasAttribute('tabindex')) this.tabIndex = 0;
  }

  disconnectedCallback() {
    if (popup.isOpenFor(this)) popup.close();
  }
}
