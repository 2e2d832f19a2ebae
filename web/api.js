// Talks to the server. A new request of a kind stops the one before it; every failure is a `Failure`.

const BASE = new URL('api/v1/', document.baseURI);
const running = new Map();
const PAGE = 100;

export class Failure extends Error {
  /** @param {'unknown'|'away'} kind unknown: the server has no such thing; away: no usable answer */
  constructor(kind, status) {
    super(kind);
    this.kind = kind;
    this.status = status;
    /** The entry that it was about, where one of several was asked for. */
    this.entry = null;
    /** Of an entry that was withdrawn: why, by language, and the names of those to use instead. */
    this.withdrawn = null;
  }
}

/** True when a newer request of the same kind took this one's place. */
export const wasReplaced = (error) => error?.name === 'AbortError';

const failureOf = async (response) => {
  const failure = new Failure([400, 404, 410].includes(response.status) ? 'unknown' : 'away', response.status);
  if (response.status === 410) failure.withdrawn = await response.json();
  return failure;
};

const fetchJson = async (kind, path, parameters = {}) => {
  running.get(kind)?.abort();
  const control = new AbortController();
  running.set(kind, control);
  const url = new URL(path, BASE);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  try {
    const response = await fetch(url, { signal: control.signal, headers: { accept: 'application/json' } });
    if (!response.ok) throw await failureOf(response);
    return await response.json();
  } catch (error) {
    if (wasReplaced(error) || error instanceof Failure) throw error;
    throw new Failure('away');
  } finally {
    if (running.get(kind) === control) running.delete(kind);
  }
};

const part = encodeURIComponent;

export const fetchLineage = () => fetchJson('lineage', 'lineage');
export const fetchConcept = (name) => fetchJson('concept', `concepts/${part(name)}`);
export const fetchStatement = (name) => fetchJson('statement', `concepts/${part(name)}`);
export const fetchMatches = (text, limit = 8) => fetchJson('search', 'search', { q: text, limit });
export const fetchWays = (from, to, lang) => fetchJson('ways', 'path', { from, to, lang });
export const fetchComparison = (names) => fetchJson('comparison', 'compare', { ids: names.join(',') });
export const cancelMatches = () => running.get('search')?.abort();

/** Every entry, page by page. */
export const fetchAllConcepts = async () => {
  const items = [];
  for (let total = 1; items.length < total;) {
    const page = await fetchJson('index', 'concepts', { limit: PAGE, offset: items.length });
    if (page.items.length === 0) break;
    items.push(...page.items);
    total = page.total;
  }
  return items;
};

/** Where the plain data of an entry is. */
export const conceptJson = (name) => new URL(`concepts/${part(name)}`, BASE).href;

/** Where a citation of an entry is in a format: `bibtex`, `csl` or `ris`. */
export const citationAddress = (name, format) => new URL(`cite/${part(name)}?format=${format}&lang=${document.documentElement.lang}`, BASE).href;

/** Where an entry is as RDF: `ttl` or `jsonld`. */
export const dataAddress = (name, suffix) => new URL(`id/${part(name)}.${suffix}`, document.baseURI).href;

/** Where the server's drawing of an entry's lineage is. */
export const lineagePicture = (name) => new URL(`lineage/${part(name)}.svg?lang=${document.documentElement.lang}`, BASE).href;

/** A query file with its text. */
export const fetchQueryFile = async (name) => (await fetchJson('query', 'queries', { limit: 1000 })).items.find((query) => query.name === name);

const remembered = new Map();

/** A column of the answer to a query file, asked once. */
export const fetchMembers = (name, parameters, column) => {
  const key = JSON.stringify([name, parameters]);
  if (!remembered.has(key)) {
    const answer = fetchJson(key, `queries/${name}`, { ...parameters, limit: 1000 }).then(({ items }) => items.map((row) => row[column]));
    answer.catch(() => remembered.delete(key));
    remembered.set(key, answer);
  }
  return remembered.get(key);
};

/** Organizations with the number of their models, most first. */
export const fetchMakers = async () => (await fetchJson('makers', 'queries/makers', { lang: document.documentElement.lang, limit: 1000 })).items;
