// What a view shows of the graph: all of the part that is looked at or, where something is chosen, what is lit. Pure.

import { branchOf, BRANCHES } from './vocabulary.js';

const inTime = (a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || (a.name < b.name ? -1 : 1);

/**
 * The entries that a reader sees, and the lines among them.
 * @param {{nodes: object[], edges: object[]}} graph the part that is looked at
 * @param {{focus: string|null, line: object|null, lit: object|null}} chosen and what is lit, as kin.js tells it
 */
export const seenOf = (graph, { focus, line, lit }) => {
  if (!lit) return graph;
  const ends = graph.edges.filter((edge) => lit.sideOf(edge) || edge === line).flatMap(({ source, target }) => [source, target]);
  const names = new Set([focus, ...lit.ancestors, ...lit.descendants, ...lit.heads ?? [], ...lit.ends ?? [], ...ends]);
  return {
    nodes: graph.nodes.filter(({ name }) => names.has(name)),
    edges: graph.edges.filter(({ source, target }) => names.has(source) && names.has(target)),
  };
};

/**
 * The entries in sections, each in order of time: around a chosen entry by their kinship with it, several that are named
 * as one, all by branch.
 * @returns {{key: string, branch?: string, nodes: object[]}[]} none without entries
 */
export const sectionsOf = ({ nodes }, lit, focus) => {
  const ordered = [...nodes].sort(inTime);
  const section = (key, holds, more = {}) => ({ key, ...more, nodes: ordered.filter(holds) });
  const sections = () => {
    if (!lit) {
      return [...Object.keys(BRANCHES), 'other'].map((branch) => section(`branch_${branch}`, ({ chapter }) => branchOf(chapter) === branch, { branch }));
    }
    if (!focus) return [section('listChosen', () => true)];
    const isKin = ({ name }) => name === focus || lit.ancestors.has(name) || lit.descendants.has(name);
    return [
      section('listAncestors', ({ name }) => lit.ancestors.has(name)),
      section('listItself', ({ name }) => name === focus),
      section('listDescendants', ({ name }) => lit.descendants.has(name)),
      section('listReplacements', (node) => !isKin(node)),
    ];
  };
  return sections().filter((one) => one.nodes.length > 0);
};

/** The lines that lead up from each entry, by its name. */
export const linesUp = ({ edges }) => {
  const lines = new Map();
  for (const edge of edges) lines.set(edge.source, [...(lines.get(edge.source) ?? []), edge]);
  return lines;
};

/** How the rows of the table can be put in order; each is told by a value that is compared. */
export const ORDERS = ['label', 'kind', 'branch', 'year'];

/** A wish for an order, as the address has it: a name, with a minus for the other way round. */
export const orderOf = (text) => {
  const by = (text ?? '').replace(/^-/, '');
  return ORDERS.includes(by) ? { by, reversed: text.startsWith('-') } : { by: 'year', reversed: false };
};

/** Entries in an order. `valueOf` gives the value of an entry by the name of the order: a text or a number, or nothing. */
export const inOrder = (nodes, { by, reversed }, valueOf, compareTexts) => {
  const value = (node) => (by === 'year' ? node.year : valueOf(node, by));
  const compare = (a, b) => (typeof a === 'number' ? a - b : compareTexts(a, b)) * (reversed ? -1 : 1);
  return [...nodes].sort(inTime).sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    // What has no value stands last, whichever way the rows run.
    if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
    return compare(a, b);
  });
};
