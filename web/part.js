// Which part of the graph is looked at: a year, and filters. Pure but for what the server tells of makers and open weights.

import { fetchMembers } from './api.js';
import { knownIn, yearOf, yearsOf } from './time.js';
import { branchOf } from './vocabulary.js';

/** The parts of the state that filter: lists of names between commas, but for the last two. */
export const FILTERS = ['classes', 'branches', 'relations', 'maker', 'open'];

export const listOf = (text) => (text ?? '').split(',').filter(Boolean);

/** How many filters are at work. */
export const countOf = (state) => FILTERS.filter((name) => state[name]).length;

/**
 * The entries and lines that pass. PURE.
 * @param {{nodes: object[], edges: object[]}} graph
 * @param {object} state as the URL has it
 * @param {Set<string>|null} members names that pass; null for all
 */
export const filtered = (graph, state, members) => {
  const classes = listOf(state.classes);
  const branches = listOf(state.branches);
  const relations = listOf(state.relations);
  const nodes = graph.nodes.filter((node) => (classes.length === 0 || classes.includes(node.class))
    && (branches.length === 0 || branches.includes(branchOf(node.chapter)))
    && (!members || members.has(node.name)));
  const names = new Set(nodes.map(({ name }) => name));
  const edges = graph.edges.filter(({ source, target, relation }) => names.has(source) && names.has(target)
    && (relations.length === 0 || relations.includes(relation)));
  // Where lines are chosen, those count that they join.
  const joined = relations.length === 0 ? names : new Set(edges.flatMap(({ source, target }) => [source, target]));
  return { ...graph, nodes: nodes.filter(({ name }) => joined.has(name)), edges };
};

/** The names that a maker or open weights leave; null for all. */
const membersOf = async ({ maker, open }) => {
  const lists = await Promise.all([maker && fetchMembers('made-by', { maker }, 'concept'), open === 'true' && fetchMembers('models-by-openness', { open: true }, 'model')].filter(Boolean));
  if (lists.length === 0) return null;
  return lists.map((names) => new Set(names)).reduce((one, other) => new Set([...one].filter((name) => other.has(name))));
};

/** What of the whole graph a state is about: the part, and the year that it stops at, if any. */
export const partOf = async (whole, state) => {
  const years = yearsOf(whole);
  const year = years && yearOf(state.asOf, years);
  const members = state.maker || state.open ? await membersOf(state) : null;
  return { years, year, lineage: filtered(knownIn(whole, year), state, members) };
};
