// What is looked at: the part of the graph that the state asks for, drawn as a chart or listed, with what is chosen lit.

import { announce } from './announce.js';
import { fetchLineage } from './api.js';
import { el, put } from './dom.js';
import { createMeasure } from './draw.js';
import { filtersOf } from './filters.js';
import { createGraph } from './graph.js';
import { language, number, t, textOf } from './i18n.js';
import { kinshipOf, litAmong, litBy } from './kin.js';
import { layout } from './layout.js';
import { legendOf } from './legend.js';
import { showListing, viewOf, viewSwitch } from './listing.js';
import { drawnOf, mainLineOf } from './mainline.js';
import { lineSample } from './marks.js';
import { FILTERS, partOf } from './part.js';
import { sentence } from './phrases.js';
import { seenOf } from './seen.js';
import { depthOf, edgeParts, studied } from './state.js';
import { takeAwayOf } from './take-away.js';
import { createTimeline } from './time.js';
import { LANES, STARTING_POINTS, laneOf } from './vocabulary.js';

/**
 * @param {HTMLElement} host the chart's section
 * @param {{pickNode: function, pickEdge: function, clear: function, year: function, retry: function}} on
 */
export const createStage = (host, on) => {
  const graph = createGraph(host, on);
  const cover = el('div', { class: 'cover', hidden: true });
  const legendHost = el('div', { class: 'legend-slot' });
  const filterHost = el('div', { class: 'legend-slot' });
  const listing = el('div', { class: 'listing', id: 'listing', hidden: true });
  const views = el('nav', { class: 'views', 'data-t-label': 'views' });
  const taking = el('div', { class: 'taking' });
  const timeline = createTimeline(on.year);
  const walking = el('p', { class: 'walking', hidden: true });
  const bar = el('div', { class: 'chart-bar' }, views, taking);
  host.append(listing, bar, walking, timeline.root, el('div', { class: 'legend-host' }, legendHost, filterHost), cover);

  new ResizeObserver(() => graph.leaveRoom(bar.offsetWidth + 2 * bar.offsetTop)).observe(bar);

  let whole = { nodes: [], edges: [] };
  let lineage = whole;
  let part = { key: null, year: null };
  let kin = kinshipOf(lineage);
  let mainLine = null;
  let drawn = { graph: lineage, kin, key: null };
  let state = {};
  let chosen = { focus: null, line: null, lit: null };
  let spotted = [];

  const showCover = (...content) => {
    put(cover, content);
    cover.hidden = content.length === 0;
  };

  /** The entry that the chart opens on: the head of the main line, else whichever has the most descendants. */
  const mainEntry = () => STARTING_POINTS.find((name) => kin.has(name))
    ?? lineage.nodes.map(({ name }) => [name, kin.descendants(name).size]).sort((a, b) => b[1] - a[1])[0]?.[0];

  /** Draws the main line and what was chosen, unless that is drawn already. */
  const drawChart = (names) => {
    if (whole.nodes.length === 0) return;
    const toDraw = drawnOf(lineage, kin, mainLine, names);
    const key = [language(), part.key, ...toDraw.nodes.map(({ name }) => name)].join(' ');
    if (drawn.key === key) return;
    drawn = { graph: toDraw, kin: kinshipOf(toDraw), key };
    const laid = layout(toDraw, { lanes: LANES, laneOf, labelOf: (node) => textOf(node.label, node.name), measure: createMeasure() });
    graph.draw(laid, mainEntry());
    const legend = document.getElementById('legend');
    put(legendHost, legendOf(toDraw, legend ? legend.open : false));
  };

  /** Shows the filters anew, with the keyboard where it was. */
  const showFilters = () => {
    const { name, value } = filterHost.contains(document.activeElement) ? document.activeElement : {};
    put(filterHost, filtersOf(whole, state, lineage.nodes.length, document.getElementById('filters')?.open ?? false));
    const same = name && [...filterHost.querySelectorAll(`[name="${name}"]`)].find((input) => name === 'maker' || input.value === value);
    (same ?? (value !== undefined && filterHost.querySelector('summary')))?.focus?.();
  };

  const seen = () => seenOf(lineage, chosen);

  const showView = () => {
    const view = viewOf(state);
    const held = views.contains(document.activeElement);
    const sorted = listing.contains(document.activeElement) ? document.activeElement.dataset.sort : undefined;
    put(views, viewSwitch(view));
    if (taking.lang !== language()) {
      taking.lang = language();
      put(taking, takeAwayOf(() => ({ seen: seen(), chosen, year: part.year })));
    }
    if (held) views.querySelector('[aria-current]').focus();
    host.dataset.view = view;
    listing.hidden = view === 'chart' || whole.nodes.length === 0;
    if (listing.hidden) return;
    showListing(listing, { view, seen: seen(), lit: chosen.lit, focus: chosen.lit && chosen.focus, sort: state.sort, whole });
    if (sorted) listing.querySelector(`[data-sort="${sorted}"]`).focus();
  };

  const light = (focus, line, lit) => {
    chosen = { focus, line, lit };
    graph.light(chosen);
    showView();
  };
  const lightEntry = (focus, line) => light(focus, line, litBy(kin, focus, line, depthOf(state)));

  /** Draws and lights entries that are named one by one, and the lines of some statements. */
  const spot = (heads, others, statements) => {
    spotted = [...heads, ...others];
    drawChart(spotted);
    light(null, null, spotted.some(kin.has) ? litAmong(heads, others, statements) : null);
  };

  return {
    graph, spot, seen,
    /** Who is related to whom in the part that is looked at; in what is drawn of it. */
    kin: () => kin,
    drawnKin: () => drawn.kin,
    part: () => ({ whole, lineage, drawn: drawn.graph, year: part.year }),
    counts: (focus) => {
      const depth = depthOf(state);
      return kin.has(focus) ? { up: kin.ancestors(focus, depth).size, down: kin.descendants(focus, depth).size } : null;
    },
    /** Fetches the graph; false when it could not be had, which the cover then tells. */
    load: async () => {
      showCover(el('p', { class: 'waiting-words' }, t('loadingChart')));
      try {
        whole = await fetchLineage();
      } catch {
        showCover(el('div', { class: 'problem', role: 'alert' }, el('h2', {}, t('awayTitle')), el('p', {}, t('awayText')),
          el('button', { type: 'button', class: 'retry', onclick: on.retry }, t('retry'))));
        return false;
      }
      part = { key: null, year: null };
      showCover(...(whole.nodes.length > 0 ? [] : [el('div', { class: 'problem' }, el('h2', {}, t('emptyTitle')), el('p', {}, t('emptyText')))]));
      return true;
    },
    /** Goes on with the part of the graph that a state is about; false when the reader has gone on meanwhile. */
    take: async (next, current) => {
      const key = JSON.stringify([next.asOf, ...FILTERS.map((name) => next[name])]);
      if (key !== part.key) {
        const taken = await partOf(whole, next);
        if (!current()) return false;
        if (part.key !== null && taken.year !== part.year) announce(taken.year === null ? t('timeToday') : t('announceTime', { year: taken.year }));
        else if (part.key !== null) announce(t('filterCount', { shown: taken.lineage.nodes.length, nodes: whole.nodes.length }));
        part = { ...taken, key };
        lineage = taken.lineage;
        kin = kinshipOf(lineage);
        mainLine = mainLineOf(lineage, kin, STARTING_POINTS);
        drawn = { graph: lineage, kin, key: null };
      }
      state = next;
      timeline.show(part.years, part.year);
      if (whole.nodes.length > 0) showFilters();
      return true;
    },
    /** Draws and lights what the state that was taken chooses. */
    show: () => {
      const several = studied(state);
      const parts = edgeParts(state.edge);
      const line = parts && kin.edge(parts);
      if (several.length > 0) return spot(several, [], []);
      drawChart(line ? [state.focus, line.source, line.target] : [state.focus]);
      return lightEntry(state.focus, line ?? null);
    },
    lightEntry,
    /** A line as a sentence. */
    statement: ({ source, target, relation, label }) => {
      const labelOf = (name) => textOf(kin.node(name)?.label, name);
      return sentence(labelOf(source), textOf(label, relation), labelOf(target));
    },
    /** Says which kind of line the arrow keys follow; null for all. */
    follow: (kind) => {
      const words = kind === null ? t('walkAll') : t('walkKind', { kind: textOf(drawn.kin.relations().get(kind), kind) });
      put(walking, kind !== null && [lineSample(kind), words]);
      walking.hidden = kind === null;
      announce(words);
    },
    /** Folds what lies unfolded over the chart; false when nothing does. */
    fold: () => {
      const open = host.querySelector('.legend:not(.filters)[open], .take-away[open]');
      if (!open) return false;
      open.open = false;
      if (open.contains(document.activeElement)) open.querySelector('summary').focus();
      return true;
    },
    announceView: () => announce(viewOf(state) === 'chart' ? t('announceChart') : `${t(`view_${viewOf(state)}`)}: ${t('listCount', { nodes: number(seen().nodes.length), edges: number(seen().edges.length) })}`),
    /** Brings what is chosen into sight. */
    settle: ({ focus, edge, ...others }, cause) => {
      const now = cause === 'load' || undefined;
      const isOn = focus && graph.contains(focus);
      const line = edgeParts(edge);
      if (isOn) graph.makeCurrent(focus);
      if (cause === 'language') return;
      if (studied(others).length > 0) graph.gather(spotted, now);
      if (line && cause !== 'graph') graph.revealLine(line, now);
      if (isOn && cause === 'graph') graph.reveal(focus);
      else if (isOn && !edge) graph.present(focus, now);
    },
  };
};
