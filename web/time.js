// The field as it was known in a year: which part of the graph that is, and the slider that goes there.

import { el, put } from './dom.js';
import { t } from './i18n.js';

const STEP_MILLIS = 900;

/**
 * What was known at the end of a year. PURE. An undated entry is there with the first line that leads to it.
 * @param {{nodes: object[], edges: object[]}} graph
 * @param {number|null} year null for all that is known
 */
export const knownIn = (graph, year) => {
  if (year === null) return graph;
  const isOld = ({ year: of }) => of === undefined || of <= year;
  const dated = new Set(graph.nodes.filter((node) => node.year !== undefined && node.year <= year).map(({ name }) => name));
  const undated = new Set(graph.nodes.filter((node) => node.year === undefined).map(({ name }) => name));
  const joined = graph.edges.filter((edge) => isOld(edge) && [edge.source, edge.target].every((end) => dated.has(end) || undated.has(end)));
  const reached = new Set([...dated, ...joined.flatMap(({ source, target }) => [source, target])]);
  return {
    ...graph,
    nodes: graph.nodes.filter(({ name }) => reached.has(name)),
    edges: joined,
  };
};

/** The year that a text of the address names, if the graph reaches from before to after it. */
export const yearOf = (text, { first, last }) => (/^\d{4}$/.test(text ?? '') && Number(text) < last ? Math.max(first, Number(text)) : null);

/** The years from the oldest to the newest entry; null without one. */
export const yearsOf = (graph) => {
  const years = graph.nodes.map(({ year }) => year).filter(Number.isFinite);
  return years.length > 1 ? { first: Math.min(...years), last: Math.max(...years) } : null;
};

/**
 * The slider with its button to play.
 * @param {function} go called with a year, or null for today; `isFirst` begins a new step of the history
 */
export const createTimeline = (go) => {
  let years = null;
  let shown = null;
  let timer = 0;
  let isMoving = false;
  const output = el('output', { for: 'as-of', class: 'timeline-year' });
  const range = el('input', { type: 'range', id: 'as-of', step: 1 });
  const play = el('button', { type: 'button', class: 'timeline-play' });
  const root = el('div', { class: 'timeline', role: 'group', hidden: true }, play, range, output);

  const choose = (year) => {
    go(year >= years.last ? null : year, !isMoving);
    isMoving = true;
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    isMoving = false;
    label();
  };
  const label = () => {
    put(play, el('span', { 'aria-hidden': 'true' }, timer ? '❚❚' : '▶'));
    play.setAttribute('aria-label', t(timer ? 'timePause' : 'timePlay'));
    root.setAttribute('aria-label', t('timeTitle'));
    range.setAttribute('aria-label', t('timeTitle'));
  };
  const step = () => {
    const next = (shown ?? years.last) + 1;
    choose(next);
    if (next >= years.last) stop();
  };

  range.addEventListener('input', () => {
    if (timer) stop();
    choose(Number(range.value));
  });
  range.addEventListener('change', () => { isMoving = false; });
  play.addEventListener('click', () => {
    if (timer) stop();
    else {
      timer = setInterval(step, STEP_MILLIS);
      if (shown === null) choose(years.first);
      label();
    }
  });

  return {
    root,
    show: (of, year) => {
      years = of;
      shown = year;
      root.hidden = !years;
      if (!years) return;
      range.min = years.first;
      range.max = years.last;
      range.value = year ?? years.last;
      const words = year === null ? t('timeToday') : String(year);
      range.setAttribute('aria-valuetext', words);
      put(output, words);
      label();
    },
  };
};
