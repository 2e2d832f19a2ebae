// Asks the server, each thing once. A failure is an undefined answer: the page goes on without.

import { BASE } from './settings.js';

const known = new Map();

const get = (path) => {
  if (!known.has(path)) {
    const answer = fetch(new URL(`api/v1/${path}`, BASE), { headers: { accept: 'application/json' } })
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    known.set(path, answer);
    // What failed may be asked again.
    answer.then((value) => value ?? known.delete(path));
  }
  return known.get(path);
};

export const termsOf = () => get('terms');

/** What a card shows. */
export const cardOf = (name) => get(`concepts/${encodeURIComponent(name)}?fields=name,label,class,classLabel,year,definition`);

export const lineageOf = (name, depth) => get(`lineage/${encodeURIComponent(name)}?depth=${depth}&fields=focus,nodes`);

/** The page about an entry. */
export const pageOf = (name, lang) => new URL(`?focus=${encodeURIComponent(name)}&lang=${lang}`, BASE).href;
