// The ways between two entries: each step as a sentence, with its reason and its source.

import { el, safeHref } from './dom.js';
import { entryLink, placeOf } from './evidence.js';
import { number, t, textOf, words } from './i18n.js';
import { markIcon } from './marks.js';
import { sentence } from './phrases.js';
import { pickerRow, wayPicker } from './picker.js';
import { edgeKey, follow, hrefFor } from './state.js';

const labelOf = (concept) => textOf(concept.label, concept.name);

/** A step as a statement of the glossary. */
export const statementOf = ({ source, relation, target }) => ({ source: source.name, relation, target: target.name });

/** The entries of a way, from its first end to its other one. */
export const stopsOf = ({ steps }) => [
  ...steps.map(({ source, target, direction }) => (direction === 'forward' ? source : target)),
  ...steps.slice(-1).map(({ source, target, direction }) => (direction === 'forward' ? target : source)),
];

const stop = (concept, node) => el('div', { class: 'stop' }, markIcon(concept.class, node?.chapter),
  entryLink(concept.name, words(concept.label) ?? concept.name),
  !node && el('span', { class: 'quiet stop-away' }, t('notOnChart')),
  concept.year && el('span', { class: 'relation-year' }, concept.year));

const sourceLine = ({ source, locator }) => {
  if (!source) return null;
  const href = safeHref(source.url);
  const name = words(source.label) ?? source.name;
  return el('li', {}, href ? el('a', { href, class: 'outside' }, name) : entryLink(source.name, name), locator && [' · ', placeOf(locator)]);
};

const stepOf = (step, from, nodeOf) => {
  const says = sentence(labelOf(step.source), textOf(step.label, step.relation), labelOf(step.target));
  const there = { edge: edgeKey(statementOf(step)) };
  const along = step.direction === 'forward';
  const sources = (step.evidence ?? []).map(sourceLine).filter(Boolean);
  const why = step.reason ?? step.evidence?.find(({ reason }) => reason)?.reason;
  return [stop(from, nodeOf(from.name)), el('div', { class: 'step' },
    el('span', { class: 'step-sign', 'aria-hidden': 'true' }, along ? '↓' : '↑'),
    el('p', { class: 'step-says' }, el('a', { href: hrefFor(there), onclick: follow(there, 'card') }, says),
      step.year && el('span', { class: 'when' }, step.year),
      el('span', { class: 'unseen' }, ` (${t(along ? 'stepAlong' : 'stepAgainst')})`)),
    words(why, 'p', { class: 'step-reason' }),
    sources.length > 0 ? el('ul', { class: 'step-sources', 'aria-label': t('source') }, sources)
      : el('p', { class: 'quiet' }, t(step.derived ? 'noEvidence' : 'noSource')))];
};

const stepsOf = (way, nodeOf) => {
  const stops = stopsOf(way);
  return el('ol', { class: 'steps' }, way.steps.map((step, index) => el('li', {}, stepOf(step, stops[index], nodeOf),
    index === way.steps.length - 1 && stop(stops.at(-1), nodeOf(stops.at(-1).name)))));
};

const wayOf = (way, index, chosen, nodeOf) => {
  const there = { way: index === 0 ? null : index + 1 };
  const count = way.steps.length;
  return el('li', { class: 'way' },
    el('h3', { class: 'way-head' },
      el('a', { class: 'way-link', href: hrefFor(there), 'aria-current': chosen && 'true', onclick: follow(there, 'way') }, t('way', { number: number(index + 1) })),
      el('span', { class: 'way-about' }, [count === 1 ? t('wayStepsOne') : t('waySteps', { count: number(count) }), way.kinds.includes('shortest') && t('wayShortest')].filter(Boolean).join(' · '))),
    chosen ? [stepsOf(way, nodeOf), el('details', { class: 'way-text' }, el('summary', {}, t('wayText')), el('p', {}, way.text))]
      : el('p', { class: 'way-route' }, stopsOf(way).map((concept, place) => [place > 0 && el('span', { class: 'way-then', 'aria-hidden': 'true' }, ' › '), el('span', {}, words(concept.label) ?? concept.name)])));
};

const shell = (title, controls, ...content) => el('article', { class: 'card' },
  el('header', { class: 'card-head' }, el('p', { class: 'kicker' }, t('path')), el('h2', { class: 'card-title card-title-long', tabindex: '-1' }, title)), controls, content);

/**
 * @param {object[]} ends the two entries
 * @param {object[]} ways as the server gave them
 * @param {number} chosen the index of the way that is told step by step
 * @param {function(string): object|undefined} nodeOf an entry of the chart
 */
export const pathOf = (ends, ways, chosen, nodeOf) => {
  const [from, to] = ends;
  const swapped = { from: to.name, to: from.name, way: null };
  const swap = el('a', { class: 'control', href: hrefFor(swapped), onclick: follow(swapped, 'card') }, el('span', { 'aria-hidden': 'true' }, '⇅ '), t('waySwap'));
  return shell(t('pathTitle', { from: labelOf(from), to: labelOf(to) }), pickerRow([wayPicker(from.name, labelOf(from))], swap),
    ways.length === 0 ? el('div', { class: 'nothing' }, el('h3', {}, t('wayNone')), el('p', {}, t('wayNoneText')))
      : [el('p', { class: 'quiet path-note' }, ways.length === 1 ? t('waysOne') : t('ways', { count: number(ways.length) })), el('p', { class: 'quiet' }, t('stepSigns')),
        el('ol', { class: 'ways' }, ways.map((way, index) => wayOf(way, index, index === chosen, nodeOf)))]);
};

/** A way that lacks an end, or whose ends are one. */
export const halfPathOf = (end, text) => shell(t('pathFrom', { from: labelOf(end) }), pickerRow([wayPicker(end.name, labelOf(end), true)]),
  el('p', { class: 'nothing' }, text));
