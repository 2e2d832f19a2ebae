// The small signs: an entry's mark by class, a line's look by relation. Shared by chart, card, search and legend.

import { svg } from './dom.js';
import { CLASS_MARKS, PLAIN_LINE, PLAIN_MARK, RELATION_LINES, branchOf } from './vocabulary.js';

/** A mark as a path, drawn around (0, 0). */
export const markPath = (className, attributes = {}) => {
  const mark = CLASS_MARKS[className] ?? PLAIN_MARK;
  return svg('path', { d: mark.d, class: mark.hollow ? 'mark mark-hollow' : 'mark', ...attributes });
};

/** A mark as a picture of its own, for lists and headings. */
export const markIcon = (className, chapter) =>
  svg('svg', { class: 'mark-icon', viewBox: '-7 -7 14 14', width: 14, height: 14, 'aria-hidden': 'true', 'data-branch': branchOf(chapter) }, markPath(className));

export const lineOf = (relation) => RELATION_LINES[relation] ?? PLAIN_LINE;

export const signOf = (relation, x, y) => {
  const { sign } = lineOf(relation);
  if (!sign) return null;
  return svg('path', {
    d: sign.d, transform: `translate(${x} ${y})`,
    class: `sign${sign.filled ? ' sign-paper' : ''}${sign.heavy ? ' sign-heavy' : ''}`,
  });
};

export const signEnd = (relation) => lineOf(relation).sign?.at ?? null;

/** A short piece of a relation's line, older end at the left. */
export const lineSample = (relation) => {
  const { dash, width, sign } = lineOf(relation);
  const at = sign?.at === 'parent' ? 'translate(6 8) rotate(-90)' : 'translate(46 8) rotate(-90)';
  const mark = sign && signOf(relation, 0, 0);
  mark?.setAttribute('transform', at);
  return svg('svg', { class: 'line-sample', viewBox: '0 0 52 16', width: 52, height: 16, 'aria-hidden': 'true', 'data-relation': relation },
    svg('path', { d: 'M6 8H46', class: 'line', 'stroke-dasharray': dash || null, 'stroke-width': width }), mark);
};
