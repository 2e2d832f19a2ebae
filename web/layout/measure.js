// How wide a text is at most and how it breaks into lines, from a table of character widths:
// no canvas and no DOM, so that a layout is the same in a test as on a page.

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u3000-\u303f]/;
const NARROW = new Set("iljtfrI.,:;'|!()[]-");
const BROAD = new Set('mwMW@—');

const charWidth = (char) => {
  if (WIDE.test(char)) return 1;
  if (char === ' ') return 0.28;
  if (NARROW.has(char)) return 0.36;
  if (BROAD.has(char)) return 0.9;
  return char >= 'A' && char <= 'Z' ? 0.72 : 0.58;
};

export const textWidth = (text, size) => {
  let ems = 0;
  for (const char of text) ems += charWidth(char);
  return ems * size;
};

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh-Hant', { granularity: 'word' }) : null;
const segments = (text) => (segmenter ? Array.from(segmenter.segment(text), (part) => part.segment) : Array.from(text));

/** Pieces that may stand at a line's end: a Latin word, or a Han word with its punctuation; halves of hyphenated words if asked. */
const pieces = (text, atHyphens) => {
  const out = [];
  for (const part of segments(text)) {
    const last = out.at(-1);
    const closes = /^[，。、：；）」』！？—–\-]/.test(part);
    const joins = last !== undefined && !last.endsWith(' ')
      && (closes || (!WIDE.test(part[0]) && !WIDE.test(last.at(-1)) && !(atHyphens && /[-–—]$/.test(last))));
    if (joins || (part.trim() === '' && last !== undefined)) out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
};

const fill = (parts, measure, width) => {
  const lines = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && measure((last + part).trimEnd()) <= width) lines[lines.length - 1] = last + part;
    else lines.push(part);
  }
  return lines.map((line) => line.trim());
};

/**
 * Breaks a text into as few lines as fit, then narrows them until they are about equally long.
 * @param {function(string): number} measure the width of a text
 */
export const wrap = (text, measure, maxWidth) => {
  const fits = (lines, width) => lines.every((line) => measure(line) <= width);
  let parts = pieces(text.trim(), false);
  if (!fits(fill(parts, measure, maxWidth), maxWidth)) parts = pieces(text.trim(), true);
  const lines = fill(parts, measure, maxWidth);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let width = maxWidth - 4; width > maxWidth / 3; width -= 4) {
    const tighter = fill(parts, measure, width);
    if (tighter.length > lines.length || !fits(tighter, width)) break;
    best = tighter;
  }
  return best;
};
