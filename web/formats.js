// What is seen as text for other programs: CSV, Mermaid, the query behind it. Pure.

import { listOf } from './part.js';

const quoted = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const labelsOf = ({ nodes }, lang) => new Map(nodes.map((node) => [node.name, node.label?.[lang] ?? node.name]));

/** The lines as comma-separated values (RFC 4180). */
export const csvOf = (seen, lang) => {
  const label = labelsOf(seen, lang);
  const rows = seen.edges.map((edge) => [edge.source, label.get(edge.source), edge.relation, edge.target, label.get(edge.target), edge.year ?? '', edge.reason?.[lang] ?? '']);
  return [['source', 'sourceLabel', 'relation', 'target', 'targetLabel', 'year', 'reason'], ...rows]
    .map((row) => `${row.map((value) => quoted(String(value))).join(',')}\r\n`).join('');
};

const ENTITIES = { '#': '#35;', '"': '#quot;', '<': '#lt;', '>': '#gt;', '`': '#96;' };
const escaped = (text) => text.replace(/[#"<>`]/g, (sign) => ENTITIES[sign]);

/** The entries and lines as a Mermaid flowchart, the oldest on top, as the server writes a lineage. */
export const mermaidOf = (seen, lang, focus) => {
  const label = labelsOf(seen, lang);
  const ids = new Map(seen.nodes.map(({ name }, index) => [name, `n${index + 1}`]));
  return ['flowchart BT',
    ...seen.nodes.map((node) => `  ${ids.get(node.name)}["${escaped(label.get(node.name))}${node.year === undefined ? '' : `<br/>${node.year}`}"]`),
    ...seen.edges.map((edge) => `  ${ids.get(edge.source)} -->|"${escaped(edge.label?.[lang] ?? edge.relation)}"| ${ids.get(edge.target)}`),
    ...ids.has(focus) ? [`  style ${ids.get(focus)} stroke-width:3px`] : [], ''].join('\n');
};

/**
 * The values that the query file "lines" takes to answer with the lines that are seen: the year and the relations as the
 * state has them, and the names of the entries where anything else chooses among them.
 * @param {{nodes: object[]}} seen
 * @param {object} state as the URL has it
 * @param {number|null} year the year that is looked at
 * @param {boolean} isPart whether entries are chosen or filtered by more than year and relations
 */
export const queryValues = (seen, state, year, isPart) => {
  const names = seen.nodes.map(({ name }) => name).sort().join(',');
  return {
    ...isPart ? { younger: names, older: names } : {},
    ...listOf(state.relations).length > 0 ? { relation: listOf(state.relations).join(',') } : {},
    ...year === null ? {} : { asOf: year },
  };
};
