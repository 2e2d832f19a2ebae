// The entry: puts the parts together and shows what the URL says, alike for a click and a fresh load.

import { announce } from './announce.js';
import { fetchConcept, fetchStatement, wasReplaced } from './api.js';
import { cardOf } from './card.js';
import { edgePanelOf, solvedBy } from './edge-panel.js';
import { number, resolveLanguage, setLanguage, t, textOf } from './i18n.js';
import { listenEverywhere, walkChart } from './keyboard.js';
import { fillWords, showLanguages } from './page-words.js';
import { createPanel } from './panel.js';
import { sentence } from './phrases.js';
import { createSearch } from './search.js';
import { createStage } from './stage.js';
import { correct, edgeKey, edgeParts, follow, go, move, onChange, read, studied } from './state.js';
import { createStudies } from './studies.js';

const panel = createPanel(document.getElementById('panel'));
const stage = createStage(document.getElementById('chart'), {
  pickNode: (name) => go({ focus: name, edge: null }, 'graph'),
  pickEdge: (edge) => go({ edge }, 'graph'),
  clear: () => { if (read().focus || read().edge) go({ focus: null, edge: null }, 'close'); else leaveStudy(); },
  year: (year, isFirst) => (isFirst ? go : move)({ asOf: year }, 'time'),
  retry: () => start(),
});
const { graph } = stage;
const search = createSearch(document.getElementById('search'), (name) => go({ focus: name, edge: null }, 'search'));

let shown = null;
let turns = 0;

const setTitle = (text) => { document.title = text ? `${text} · ${t('title')}` : `${t('title')} · ${t('tagline')}`; };

/** The statement an edge key names: from the chart, else from the card of its younger end. */
const findStatement = async (key) => {
  const parts = edgeParts(key);
  if (!parts) return null;
  const kin = stage.kin();
  const drawn = kin.edge(parts);
  if (drawn) return { edge: drawn, source: kin.node(parts.source), target: kin.node(parts.target) };
  const concept = await fetchStatement(parts.source);
  const relation = concept.relations?.find((one) => one.direction === 'out' && one.relation === parts.relation && one.concept.name === parts.target);
  return relation ? { edge: { ...relation, ...parts }, source: concept, target: relation.concept } : null;
};

const labelOf = (name, near) => textOf((stage.kin().node(name) ?? near.find((concept) => concept.name === name))?.label, name);

/** These two return false when the reader has gone on to another view before the answer came. */
const showEdge = async (state, current) => {
  const found = await findStatement(state.edge);
  if (!current()) return false;
  if (!found) {
    panel.problem(t('unknownEdgeTitle'), t('unknownEdgeText'));
    return true;
  }
  const { edge, source, target } = found;
  const problems = edge.relation === 'replaces' ? solvedBy(...await Promise.all([fetchStatement(source.name), fetchConcept(target.name)])) : [];
  if (!current()) return false;
  const title = sentence(textOf(source.label, source.name), textOf(edge.label, edge.relation), textOf(target.label, target.name));
  panel.content('edge', title, edgePanelOf(edge, source, target, state.focus && labelOf(state.focus, [source, target]), problems));
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
    stage.lightEntry(name, null);
  }
  const counts = stage.counts(name);
  const label = textOf(concept.label, name);
  panel.content('card', label, cardOf(concept, counts, (other) => stage.kin().node(other)?.chapter));
  setTitle(label);
  const said = { label, class: textOf(concept.classLabel, concept.class), year: concept.year ?? t('undated') };
  announce(counts ? t('announceEntry', { ...said, up: number(counts.up), down: number(counts.down) }) : t('announceAlone', said));
  return true;
};

/** After the panel has changed: where the reader looks and where the keyboard is. */
const settle = (state, cause) => {
  stage.settle(state, cause);
  if (cause === 'card' || cause === 'search') panel.focusHeading();
  if (cause === 'depth') panel.root.querySelector('.depth')?.focus();
  if (cause === 'way') panel.focusCurrent();
};

const studies = createStudies(panel, stage.kin, stage.spot, setTitle);

/** Leaves a view of several entries as its closing link does; false when one entry or none is seen. */
const leaveStudy = () => {
  if (studied(read()).length === 0) return false;
  if (!panel.close()) go({ focus: null, edge: null }, 'close');
  return true;
};

const fail = (error, state, cause) => {
  if (wasReplaced(error)) return;
  if (error.withdrawn) panel.withdrawn(error.entry ?? state.focus, error.withdrawn);
  else if (error.kind === 'unknown') panel.problem(t('unknownTitle', { name: error.entry ?? state.focus ?? state.edge ?? studied(state).join(', ') }), t('unknownText'));
  else if (error.kind === 'away') panel.problem(t('awayTitle'), t('awayText'), () => render(read(), cause));
  else throw error;
};

/** When a card closes, the keyboard goes back to where it was opened from. */
const returnFocus = (before) => {
  if (before?.focus && graph.contains(before.focus)) graph.focusNode(before.focus);
  else panel.root.focus({ preventScroll: true });
};

const showIntro = (before, cause) => {
  const { lineage, drawn } = stage.part();
  panel.intro(lineage, drawn.nodes.length);
  setTitle(null);
  if (cause !== 'close') return;
  announce(t('announceClosed'));
  if (document.activeElement === document.body || panel.root.contains(document.activeElement)) returnFocus(before);
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
  if (!await stage.take(state, current)) return;
  stage.show();
  const isStudy = studied(state).length > 0;
  if (!isStudy && !state.focus && !state.edge) showIntro(before, cause);
  else {
    panel.waiting();
    try {
      if (await (isStudy ? studies.show : state.edge ? showEdge : showCard)(state, current)) settle(read(), cause);
    } catch (error) {
      if (current()) fail(error, state, cause);
    }
  }
  if (current() && cause === 'view') stage.announceView();
};

async function start() {
  const state = read();
  setLanguage(resolveLanguage(state.lang));
  fillWords();
  showLanguages();
  setTitle(null);
  document.documentElement.classList.remove('waiting');
  panel.waiting();
  if (await stage.load()) await render(read(), 'load');
  else panel.clear();
}

onChange(render);
walkChart(graph, stage.drawnKin, {
  open: (name) => go({ focus: name, edge: null }, 'graph'),
  why: (line) => go({ edge: edgeKey(line) }, 'card'),
  walked: (line) => announce(stage.statement(line)),
  kind: stage.follow,
});
listenEverywhere({
  search: () => search.focus(),
  legend: () => {
    const legend = document.getElementById('legend');
    if (legend) legend.open = !legend.open;
  },
  close: () => {
    if (stage.fold() || leaveStudy()) return;
    if (read().edge && read().focus) go({ edge: null }, 'graph');
    else if (read().focus || read().edge) go({ focus: null, edge: null }, 'close');
  },
});
document.getElementById('home').addEventListener('click', follow({ focus: null, edge: null }, 'close'));
start();
