// Marks the first occurrence of each term under some elements, and goes on doing so when content comes later.

import { createMatcher } from './matcher.js';
import { settings, termsOf } from './site.js';
import { el } from './words.js';

const LEFT_ALONE = 'a, abbr[title], audio, button, canvas, code, dfn, h1, h2, h3, h4, h5, h6, iframe, input, kbd, label, math, noscript, object, '
  + 'option, pre, samp, script, select, style, summary, svg, template, textarea, var, video, [contenteditable]:not([contenteditable="false"]), '
  + '[data-stemma-skip], stemma-card, stemma-lineage, stemma-term:not([data-marked])';
const WITHIN_A_LINE = new Set(['b', 'bdi', 'bdo', 'cite', 'data', 'del', 'em', 'font', 'i', 'ins', 'mark', 'q', 's', 'small', 'span', 'stemma-term',
  'strong', 'sub', 'sup', 'time', 'u', 'wbr']);
const SETTLES_AFTER = 120;

/** The text of an element, and its text nodes. What is left alone is a sign that is in no term. */
const textOf = (root) => {
  const parts = [];
  let text = '';
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      parts.push({ node, start: text.length });
      text += node.data;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      if (node.matches(LEFT_ALONE)) {
        text += '\ufffc';
        return;
      }
      const isBlock = !WITHIN_A_LINE.has(node.localName);
      if (isBlock) text += '\n';
      node.childNodes.forEach(read);
      if (isBlock) text += '\n';
    }
  };
  read(root);
  return { text, parts };
};

/** Puts a term around a part of a text node. */
const mark = (node, from, to, name) => {
  const term = el('stemma-term', { name, 'data-marked': '' });
  const text = node.splitText(from);
  text.splitText(to - from);
  text.replaceWith(term);
  term.append(text);
};

const markIn = (root, find, entries) => {
  const { text, parts } = textOf(root);
  const seen = new Set(Array.from(root.querySelectorAll('stemma-term'), (term) => term.getAttribute('name')));
  const found = [];
  let at = 0;
  for (const { start, end, entry } of find(text)) {
    const [name, className] = entries[entry];
    while (at + 1 < parts.length && parts[at + 1].start <= start) at++;
    const part = parts[at];
    const isWhole = part && end <= part.start + part.node.length;
    const isWanted = !settings.classes.length || settings.classes.includes(className);
    if (!seen.has(name) && isWhole && isWanted) {
      seen.add(name);
      found.push({ part, start, end, name });
    }
  }
  // From the end, so that the places before stay what they are.
  for (const { part, start, end, name } of found.reverse()) mark(part.node, start - part.start, end - part.start, name);
};

export const markTerms = async (roots) => {
  const terms = roots.length ? await termsOf() : undefined;
  if (!terms) return;
  const find = createMatcher(terms);
  for (const root of roots) {
    let timer = 0;
    const changes = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(look, SETTLES_AFTER);
    });
    const look = () => {
      changes.disconnect();
      markIn(root, find, terms.entries);
      changes.observe(root, { childList: true, characterData: true, subtree: true });
    };
    look();
  }
};
