// The entry: puts the parts together and draws the page from its URL, alike for a click and a fresh load.

import { announce } from './announce.js';
import { fetchConcept, fetchLineage, fetchStatement, wasReplaced } from './api.js';
import { cardOf } from './card.js';
import { el, put } from './dom.js';
import { edgePanelOf } from './edge-panel.js';
import { filtersOf } from './filters.js';
import { createGraph, createMeasure } from './graph.js';
import { language, number, resolveLanguage, setLanguage, t, textOf } from './i18n.js';
import { listenEverywhere, walkChart } from './keyboard.js';
import { kinshipOf, litAmong, litBy } from './kin.js';
import { layout } from './layout.js';
import { legendOf } from './legend.js';
import { drawnOf, mainLineOf } from './mainline.js';
import { fillWords, showLanguages } from './page-words.js';
import { createPanel } from './panel.js';
import { FILTERS, partOf } from './part.js';
import { sentence } from './phrases.js';
import { createSearch } from './search.js';
import { correct, depthOf, edgeParts, follow, go, move, onChange, read } from './state.js';
import { createStudies, studied } from './studies.js';
import { createTimeline } from './time.js';
import { LANES, STARTING_POINTS, laneOf } from './vocabulary.js';

const chart = document.getElementById('chart');
const panel = createPanel(document.getElementById('panel'));
const graph = createGraph(chart, {
  pickNode: (name) => go({ focus: name, edge: null }, 'graph'),
  pickEdge: (edge) => go({ edge }, 'graph'),
  clear: () => { if (read().focus || read().edge) go({ focus: null, edge: null }, 'close'); else leaveStudy(); },
});
const cover = el('div', { class: 'cover', hidden: true });
const legendHost = el('div', { class: 'legend-slot' });
const filterHost = el('div', { class: 'legend-slot' });
const timeline = createTimeline((year, isFirst) => (isFirst ? go : move)({ asOf: year }, 'time'));
chart.append(timeline.root, el('div', { class: 'legend-host' }, legendHost, filterHost), cover);
const search = createSearch(document.getElementById('search'), (name) => go({ focus: name, edge: null }, 'search'));

let whole = { nodes: [], edges: [] };
let lineage = whole;
let part = { key: null, year: null };
let kin = kinshipOf(lineage);
let mainLine = null;
let drawn = { graph: lineage, kin, key: null };
let shown = null;
let turns = 0;
let spotted = [];

const showCover = (...content) => {
  put(cover, content);
  cover.hidden = content.length === 0;
};

/** The entry that the chart opens on: the head of the main line, else whichever has the most descendants. */
const mainEntry = () => STARTING_POINTS.find((name) => kin.has(name))
  ?? lineage.nodes.map(({ name }) => [name, kin.descendants(name).size]).sort((a, b) => b[1] - a[1])[0]?.[0];

/** Draws what the view asks for, unless that is drawn already. */
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
const showFilters = (state) => {
  const { name, value } = filterHost.contains(document.activeElement) ? document.activeElement : {};
  put(filterHost, filtersOf(whole, state, lineage.nodes.length, document.getElementById('filters')?.open ?? false));
  const same = name && [...filterHost.querySelectorAll(`[name="${name}"]`)].find((input) => name === 'maker' || input.value === value);
  (same ?? (value !== undefined && filterHost.querySelector('summary')))?.focus?.();
};

/** Goes on with the part of the graph that a state is about; false when the reader has gone on meanwhile. */
const takePart = async (state, current) => {
  const key = JSON.stringify([state.asOf, ...FILTERS.map((name) => state[name])]);
  if (key === part.key) return true;
  const taken = await partOf(whole, state);
  if (!current()) return false;
  if (part.key !== null && taken.year !== part.year) announce(taken.year === null ? t('timeToday') : t('announceTime', { year: taken.year }));
  else if (part.key !== null) announce(t('filterCount', { shown: taken.lineage.nodes.length, nodes: whole.nodes.length }));
  part = { ...taken, key };
  lineage = taken.lineage;
  kin = kinshipOf(lineage);
  mainLine = mainLineOf(lineage, kin, STARTING_POINTS);
  drawn = { graph: lineage, kin, key: null };
  return true;
};

const lineageOf = (focus) => {
  const depth = depthOf(read());
  return kin.has(focus) ? { up: kin.ancestors(focus, depth).size, down: kin.descendants(focus, depth).size } : null;
};

const light = (focus, edge) => graph.light(focus, edge, litBy(kin, focus, edge, depthOf(read())));

/** Draws and lights entries that are named one by one, and the lines of some statements. */
const spot = (heads, others, statements) => {
  spotted = [...heads, ...others];
  drawChart(spotted);
  graph.light(null, null, spotted.some(kin.has) ? litAmong(heads, others, statements) : null);
};

const setTitle = (text) => { document.title = text ? `${text} · ${t('title')}` : `${t('title')} · ${t('tagline')}`; };

/** The statement an edge key names: from the chart, else from the card of its younger end. */
const findStatement = async (key) => {
  const parts = edgeParts(key);
  if (!parts) return null;
  const drawn = kin.edge(parts);
  if (drawn) return { edge: drawn, source: kin.node(parts.source), target: kin.node(parts.target) };
  const concept = await fetchStatement(parts.source);
  const relation = concept.relations?.find((one) => one.direction === 'out' && one.relation === parts.relation && one.concept.name === parts.target);
  return relation ? { edge: { ...relation, ...parts }, source: concept, target: relation.concept } : null;
};

const labelOf = (name, near) => textOf((kin.node(name) ?? near.find((concept) => concept.name === name))?.label, name);

/** These two return false when the reader has gone on to another view before the answer came. */
const showEdge = async (state, current) => {
  const found = await findStatement(state.edge);
  if (!current()) return false;
  if (!found) {
    panel.problem(t('unknownEdgeTitle'), t('unknownEdgeText'));
    return true;
  }
  const { edge, source, target } = found;
  const title = sentence(textOf(source.label, source.name), textOf(edge.label, edge.relation), textOf(target.label, target.name));
  panel.content('edge', title, edgePanelOf(edge, source, target, state.focus && labelOf(state.focus, [source, target])));
  setTitle(title);
  announce(title);
  return true;
};

const showCard = async (state, current) => {
  const concept = await fetchConcept(state.focus);
  if (!current()) return false;
  const name = concept.name ?? state.focus;
  if (name !== state.focus) {
    correct({ focus: name });
    light(name, null);
  }
  const counts = lineageOf(name);
  const label = textOf(concept.label, name);
  panel.content('card', label, cardOf(concept, counts, (other) => kin.node(other)?.chapter));
  setTitle(label);
  const said = { label, class: textOf(concept.classLabel, concept.class), year: concept.year ?? t('undated') };
  announce(counts ? t('announceEntry', { ...said, up: number(counts.up), down: number(counts.down) }) : t('announceAlone', said));
  return true;
};

/** After the panel has changed: where the reader looks and where the keyboard is. */
const settle = (state, cause) => {
  if (studied(state).length > 0 && cause !== 'language') graph.gather(spotted, cause === 'load' || undefined);
  const onChart = state.focus && graph.contains(state.focus);
  const line = edgeParts(state.edge);
  if (line && cause !== 'graph' && cause !== 'language') graph.revealLine(line, cause === 'load' || undefined);
  if (onChart && cause === 'graph') graph.reveal(state.focus);
  else if (onChart && cause !== 'language' && !state.edge) graph.present(state.focus, cause === 'load' || undefined);
  if (onChart) graph.makeCurrent(state.focus);
  if (cause === 'card' || cause === 'search') panel.focusHeading();
  if (cause === 'depth') panel.root.querySelector('.depth')?.focus();
  if (cause === 'way') panel.focusCurrent();
};

const studies = createStudies(panel, () => kin, spot, setTitle);

/** Leaves a view of several entries as its closing link does; false when one entry or none is seen. */
const leaveStudy = () => {
  if (studied(read()).length === 0) return false;
  if (!panel.close()) go({ focus: null, edge: null }, 'close');
  return true;
};

const fail = (error, state, cause) => {
  if (wasReplaced(error)) return;
  if (error.kind === 'unknown') panel.problem(t('unknownTitle', { name: error.entry ?? state.focus ?? state.edge ?? studied(state).join(', ') }), t('unknownText'));
  else if (error.kind === 'away') panel.problem(t('awayTitle'), t('awayText'), () => render(read(), cause));
  else throw error;
};

const render = async (state, cause) => {
  turns += 1;
  const turn = turns;
  const current = () => turn === turns;
  const lang = resolveLanguage(state.lang);
  const before = shown;
  shown = { ...state, lang };
  if (lang !== before?.lang) {
    setLanguage(lang);
    fillWords();
    if (before && cause === 'language') announce(t('announceLanguage'));
  }
  showLanguages();
  if (!await takePart(state, current)) return;
  timeline.show(part.years, part.year);
  if (whole.nodes.length > 0) showFilters(state);
  const study = studied(state).length > 0;
  const parts = edgeParts(state.edge);
  const line = parts && kin.edge(parts);
  if (study) spot(studied(state), [], []);
  else {
    drawChart(line ? [state.focus, line.source, line.target] : [state.focus]);
    light(state.focus, line);
  }
  if (!study && !state.focus && !state.edge) {
    panel.intro(lineage, drawn.graph.nodes.length);
    setTitle(null);
    if (cause === 'close') {
      announce(t('announceClosed'));
      if (document.activeElement === document.body || panel.root.contains(document.activeElement)) returnFocus(before);
    }
    return;
  }
  panel.waiting();
  try {
    if (await (study ? studies.show : state.edge ? showEdge : showCard)(state, current)) settle(read(), cause);
  } catch (error) {
    if (current()) fail(error, state, cause);
  }
};

/** When a card closes, the keyboard goes back to where it was opened from. */
const returnFocus = (before) => {
  if (before?.focus && graph.contains(before.focus)) graph.focusNode(before.focus);
  else panel.root.focus({ preventScroll: true });
};

const loadLineage = async () => {
  showCover(el('p', { class: 'waiting-words' }, t('loadingChart')));
  try {
    whole = await fetchLineage();
  } catch {
    showCover(el('div', { class: 'problem', role: 'alert' }, el('h2', {}, t('awayTitle')), el('p', {}, t('awayText')),
      el('button', { type: 'button', class: 'retry', onclick: start }, t('retry'))));
    return false;
  }
  part = { key: null, year: null };
  showCover(...(whole.nodes.length > 0 ? [] : [el('div', { class: 'problem' }, el('h2', {}, t('emptyTitle')), el('p', {}, t('emptyText')))]));
  return true;
};

async function start() {
  const state = read();
  setLanguage(resolveLanguage(state.lang));
  fillWords();
  showLanguages();
  setTitle(null);
  document.documentElement.classList.remove('waiting');
  panel.waiting();
  const loaded = await loadLineage();
  if (loaded) await render(read(), 'load');
  else panel.clear();
}

onChange(render);
walkChart(graph, () => drawn.kin, (name) => go({ focus: name, edge: null }, 'graph'));
listenEverywhere({
  search: () => search.focus(),
  legend: () => {
    const legend = document.getElementById('legend');
    if (legend) legend.open = !legend.open;
  },
  close: () => {
    const legend = document.getElementById('legend');
    if (legend?.open) legend.open = false;
    else if (leaveStudy()) return;
    else if (read().edge && read().focus) go({ edge: null }, 'graph');
    else if (read().focus || read().edge) go({ focus: null, edge: null }, 'close');
  },
});
document.getElementById('home').addEventListener('click', follow({ focus: null, edge: null }, 'close'));
start();
