// Every query of queries/api as an example: a list that can be filtered, in the page's language.

import { el, put } from '../dom.js';
import { language, t, textOf } from '../i18n.js';

const PREFIXES = {
  llm: 'https://w3id.org/stemma/llm/',
  st: 'https://w3id.org/stemma/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A parameter's value as it is written in a query. */
const TERMS = {
  concept: (text) => `llm:${text}`,
  term: (text) => `st:${text}`,
  iri: (text) => `<${text}>`,
  string: quoted,
  language: quoted,
  integer: (text) => text,
  boolean: (text) => text,
  year: (text) => `"${text}"^^xsd:gYear`,
};

const valueOf = (parameter, example) => (parameter.type === 'language' ? language() : example[parameter.name] ?? parameter.default);

const withPrefixes = (text) => Object.entries(PREFIXES)
  .filter(([prefix]) => new RegExp(`[\\s(,^]${prefix}:`).test(text) && !new RegExp(`PREFIX\\s+${prefix}:`, 'i').test(text))
  .map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
  .join('') + text;

/** Terms for each of several values, as the pattern takes them in turn. */
const listOf = ({ name, type }, text) => `\n  VALUES ?${name} { ${text.split(',').map((one) => TERMS[type](one.trim())).join(' ')} }`;

/** The text of a query file with values in it, its example's if none are given, ready to be run. */
export const runnable = (query, values = query.example) => {
  const text = query.sparql.replace(/^#\+.*\n/gm, '').trim();
  const body = text.indexOf('{');
  const given = query.parameters.map((parameter) => [parameter, valueOf(parameter, values)]).filter(([, value]) => value !== undefined);
  const filled = given.filter(([{ list }]) => !list).reduce((rest, [{ name, type }, value]) =>
    rest.replace(new RegExp(`[?$]${name}\\b`, 'g'), () => TERMS[type](String(value))), text.slice(body));
  const lists = given.filter(([{ list }]) => list).map(([parameter, value]) => listOf(parameter, String(value))).join('');
  return withPrefixes((text.slice(0, body) + filled).replace(/WHERE\s*\{/i, (where) => where + lists));
};

/** The filter and the list. `ask` is called with the text of the query that is chosen. */
export const examplePanel = (queries, ask) => {
  const list = el('ul', { class: 'example-list' });
  const count = el('p', { class: 'quiet', role: 'status' });
  const show = (wanted) => {
    const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
    const found = queries.filter((query) => {
      const text = [query.name, ...Object.values(query.title), ...Object.values(query.description)].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
    put(count, t('editorExampleCount', { count: found.length }));
    put(list, ...found.map((query) => el('li', {}, el('button', {
      type: 'button',
      class: 'example',
      'data-name': query.name,
      title: textOf(query.description),
      onclick: () => ask(runnable(query)),
    }, textOf(query.title, query.name)))));
  };
  const filter = el('input', {
    type: 'search',
    'aria-label': t('editorFilter'),
    placeholder: t('editorFilter'),
    oninput: (event) => show(event.target.value),
  });
  show('');
  return [el('h2', {}, t('editorExamples')), filter, count, list];
};
