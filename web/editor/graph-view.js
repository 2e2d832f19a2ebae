// A view of results as a graph: rows whose columns are a subject, a predicate and an object, as CONSTRUCT and DESCRIBE give
// them, or the first and last IRI of each row. Drawn by Cytoscape, which is fetched when it is first wanted.

import { el, svg } from '../dom.js';
import { t } from '../i18n.js';

const CYTOSCAPE = new URL('../webjars/cytoscape/3.33.1/dist/cytoscape.esm.min.mjs', import.meta.url).href;
const MOST_EDGES = 400;
const MOST_ON_RINGS = 40;

const shortName = (value) => decodeURI(value).replace(/[#/]$/, '').replace(/^.*[#/]/, '');
const isNode = (term) => term && (term.type === 'uri' || term.type === 'bnode');

/** The edges that rows stand for. */
export const edgesOf = (variables, bindings) => {
  const triples = ['subject', 'predicate', 'object'].every((name) => variables.includes(name))
    || ['s', 'p', 'o'].every((name) => variables.includes(name));
  return bindings.flatMap((row) => {
    const terms = variables.map((name) => row[name]);
    if (triples) {
      const [subject, predicate, object] = variables.includes('subject')
        ? [row.subject, row.predicate, row.object] : [row.s, row.p, row.o];
      return isNode(subject) && isNode(object) ? [{ source: subject.value, label: shortName(predicate.value), target: object.value }] : [];
    }
    const nodes = terms.filter(isNode);
    return nodes.length > 1 ? [{ source: nodes[0].value, label: '', target: nodes.at(-1).value }] : [];
  });
};

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const style = () => [
  { selector: 'node', style: {
    label: 'data(label)', shape: 'round-rectangle', width: (node) => 16 + 7.2 * node.data('label').length, height: 24, 'text-valign': 'center',
    'font-size': 12, color: colour('--ink'), 'background-color': colour('--paper-raised'), 'border-width': 1, 'border-color': colour('--hairline-strong'),
  } },
  { selector: 'edge', style: {
    label: 'data(label)', 'font-size': 10, color: colour('--ink-soft'), width: 1.2, 'curve-style': 'bezier', 'target-arrow-shape': 'triangle',
    'arrow-scale': 0.8, 'line-color': colour('--line'), 'target-arrow-color': colour('--line'), 'text-background-color': colour('--paper'), 'text-background-opacity': 0.85,
  } },
];

export class GraphView {
  priority = 5;

  label = t('editorGraph');

  constructor(yasr) {
    this.yasr = yasr;
  }

  edges() {
    const results = this.yasr.results;
    return results ? edgesOf(results.getVariables() ?? [], results.getBindings() ?? []) : [];
  }

  canHandleResults() {
    return this.edges().length > 0;
  }

  getIcon() {
    return svg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: 'M6 6 18 6 12 18z', fill: 'none', stroke: 'currentColor', 'stroke-width': 2 }),
      ...[[6, 6], [18, 6], [12, 18]].map(([cx, cy]) => svg('circle', { cx, cy, r: 3, fill: 'currentColor' })));
  }

  async draw() {
    const all = this.edges();
    const edges = all.slice(0, MOST_EDGES);
    const names = [...new Set(edges.flatMap((edge) => [edge.source, edge.target]))];
    const drawing = el('div', { class: 'graph-view', role: 'img', 'aria-label': t('editorGraphOf', { nodes: names.length, edges: edges.length }) });
    this.yasr.resultsEl.replaceChildren(drawing);
    if (all.length > edges.length) drawing.after(el('p', { class: 'quiet' }, t('editorGraphCut', { count: edges.length, total: all.length })));
    const { default: cytoscape } = await import(CYTOSCAPE);
    this.graph = cytoscape({
      container: drawing,
      elements: [
        ...names.map((id) => ({ data: { id, label: shortName(id) } })),
        ...edges.map((edge, index) => ({ data: { id: `edge ${index}`, ...edge } })),
      ],
      style: style(),
      layout: names.length > MOST_ON_RINGS
        ? { name: 'cose', animate: false, padding: 16 }
        : { name: 'concentric', concentric: (node) => node.degree(), levelWidth: () => 3, padding: 8, avoidOverlap: false, startAngle: 0, spacingFactor: 7 },
    });
  }

  destroy() {
    this.graph?.destroy();
  }
}
