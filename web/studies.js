// The views of several entries at once: what the address asks for, how the answer is shown, lit and spoken.

import { announce } from './announce.js';
import { Failure, fetchComparison, fetchConcept, fetchWays } from './api.js';
import { compareOf, groupsOf, listText } from './compare.js';
import { language, number, t, textOf } from './i18n.js';
import { showLanguages } from './page-words.js';
import { halfPathOf, pathOf, statementOf, stopsOf } from './path.js';
import { compared, correct, studied } from './state.js';

/**
 * @param {object} panel
 * @param {function(): object} kinship of all that could be drawn
 * @param {function(string[], string[], object[])} spot draws and lights heads, others and the lines of statements
 * @param {function(string)} setTitle
 */
export const createStudies = (panel, kinship, spot, setTitle) => {
  /** The entry of a name, also of an old name or one in another case. */
  const entryOf = async (name) => {
    const node = kinship().node(name);
    if (node) return node;
    try {
      return await fetchConcept(name);
    } catch (error) {
      if (error instanceof Failure) error.entry = name;
      throw error;
    }
  };

  /** All entries, or null when the reader has gone on meanwhile. */
  const entriesOf = async (names, current) => {
    const entries = [];
    for (const name of names) {
      entries.push(await entryOf(name));
      if (!current()) return null;
    }
    return entries;
  };

  const show = (kind, title, article, first) => {
    panel.study(kind, title, article, first);
    setTitle(title);
  };

  const showHalf = (end, text) => {
    show('path', t('pathFrom', { from: textOf(end.label, end.name) }), halfPathOf(end, text), end.name);
    announce(text);
  };

  const showPath = async (state, current) => {
    const ends = await entriesOf(studied(state), current);
    if (!ends) return false;
    const [from, to] = ends.map(({ name }) => name);
    correct({ from, to: to ?? null });
    spot([from, to].filter(Boolean), [], []);
    if (!to || from === to) {
      showHalf(ends[0], t(to ? 'wayOneEnd' : 'wayHalf'));
      return true;
    }
    const { paths } = await fetchWays(from, to, language());
    if (!current()) return false;
    const chosen = Math.min(Math.max(1, Math.trunc(Number(state.way)) || 1), paths.length) - 1;
    const way = paths[chosen];
    if (way) spot([from, to], stopsOf(way).map(({ name }) => name).filter((name) => name !== from && name !== to), way.steps.map(statementOf));
    const title = t('pathTitle', { from: textOf(ends[0].label, from), to: textOf(ends[1].label, to) });
    show('path', title, pathOf(ends, paths, chosen, kinship().node), from);
    announce(way ? t('announceWay', { title, count: number(paths.length), number: number(chosen + 1), steps: number(way.steps.length) }) : `${title}: ${t('wayNone')}`);
    return true;
  };

  const showCompare = async (state, current) => {
    const entries = await entriesOf(compared(state), current);
    if (!entries) return false;
    const names = [...new Set(entries.map(({ name }) => name))];
    correct({ compare: names.join(','), rows: state.rows });
    const lines = kinship().linesAmong(names);
    spot(names, [], lines);
    const comparison = await fetchComparison(names);
    if (!current()) return false;
    const title = t('compareTitle', { names: listText(comparison.concepts) });
    const keep = (folded) => {
      correct({ rows: folded ? 'differing' : null });
      showLanguages();
      announce(t(folded ? 'announceFolded' : 'announceUnfolded'));
    };
    show('compare', title, compareOf(comparison, state.rows === 'differing', (name) => kinship().node(name)?.chapter, keep), names[0]);
    const rows = groupsOf(comparison).flatMap((group) => group.rows);
    const differing = rows.filter(({ differs }) => differs).length;
    announce(names.length < 2 ? t('compareAlone') : t('announceCompare', { title, differing: number(differing), same: number(rows.length - differing) }));
    return true;
  };

  return {
    /** Shows what the address asks for; false when the reader has gone on before the answer came. */
    show: (state, current) => (state.from || state.to ? showPath : showCompare)(state, current),
  };
};
