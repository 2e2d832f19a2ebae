// The years at the chart's left and the lanes' names at its top: both stay in sight while the chart moves.

import { svg } from './dom.js';
import { t } from './i18n.js';

/** Narrow charts keep more of their width for the lineage. */
export const gutterOf = (width) => (width < 520 ? 44 : 58);
/** The height of the row of the lanes' names, as tokens.css has it. */
export const HEADER = 48;

export const createAxis = () => {
  const rules = svg('g', { class: 'axis-rules', 'aria-hidden': 'true' });
  const labels = svg('g', { class: 'axis-labels', 'aria-hidden': 'true' });
  let ticks = [];
  let lanes = [];

  const draw = (laid, gutter) => {
    ticks = laid.ticks.map((tick, index) => {
      const before = laid.ticks[index - 1];
      const quiet = before && tick.year !== null && before.year !== null && tick.year - before.year > 1;
      return {
        ...tick,
        edge: before ? (before.bottom + tick.top) / 2 : tick.top - 14,
        rule: svg('line', { x1: gutter, x2: '100%', class: quiet ? 'rule rule-quiet' : 'rule' }),
        label: svg('text', { x: gutter - (gutter < 50 ? 7 : 12), class: 'year', 'text-anchor': 'end' }, tick.year === null ? t('axisUndated') : String(tick.year)),
      };
    });
    lanes = laid.lanes.map((lane) => ({
      ...lane,
      label: svg('text', { y: HEADER / 2 + 4.5, class: 'lane', 'text-anchor': 'middle' }, t(`lane_${lane.id}`)),
    }));
    rules.replaceChildren(...ticks.map((tick) => tick.rule));
    labels.replaceChildren(
      svg('rect', { x: 0, y: 0, width: gutter, height: '100%', class: 'axis-gutter' }),
      svg('line', { x1: gutter, x2: gutter, y1: 0, y2: '100%', class: 'axis-line' }),
      ...ticks.map((tick) => tick.label),
      svg('rect', { x: 0, y: 0, width: '100%', height: HEADER, class: 'axis-header' }),
      svg('line', { x1: 0, x2: '100%', y1: HEADER, y2: HEADER, class: 'axis-line' }),
      ...lanes.map((lane) => lane.label),
    );
  };

  /** Shows a view; `taken` pixels of the header's right are not free for names. */
  const show = ({ x, y, k }, width, height, taken) => {
    const gutter = gutterOf(width);
    let last = -Infinity;
    for (const tick of ticks) {
      const edge = tick.edge * k + y;
      tick.rule.setAttribute('y1', edge);
      tick.rule.setAttribute('y2', edge);
      // A label keeps to its band, and slides along while the band passes the top.
      const bottom = tick.bottom * k + y;
      const place = Math.min(bottom - 2, Math.max(edge + 17, HEADER + 20));
      const seen = bottom > HEADER + 6 && edge < height && place - last > 15;
      tick.label.setAttribute('y', place);
      tick.label.setAttribute('visibility', seen ? 'visible' : 'hidden');
      if (seen) last = place;
    }
    let used = gutter;
    for (const lane of lanes) {
      const left = Math.max(gutter + 8, lane.left * k + x);
      const right = Math.min(width - 8 - taken, lane.right * k + x);
      lane.half ??= lane.label.getComputedTextLength() / 2;
      const middle = (left + right) / 2;
      const seen = right - left > 40 && middle - lane.half > used && middle + lane.half <= width - taken;
      lane.label.setAttribute('x', middle);
      lane.label.setAttribute('visibility', seen ? 'visible' : 'hidden');
      if (seen) used = middle + lane.half + 12;
    }
  };

  return { rules, labels, draw, show };
};
