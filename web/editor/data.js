// What the editor asks the server for beside the answers to queries.

const LIMIT = 1000;

const pages = async (path) => {
  const items = [];
  for (let total = 1; items.length < total;) {
    const url = new URL(`api/v1/${path}`, document.baseURI);
    url.searchParams.set('limit', LIMIT);
    url.searchParams.set('offset', items.length);
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const page = await response.json();
    if (page.items.length === 0) break;
    items.push(...page.items);
    total = page.total;
  }
  return items;
};

/** The query files that are meant to be asked. */
export const fetchQueries = async () => (await pages('queries')).filter((query) => query.group === 'api');

/** The IRIs of all terms: those of the schema and those of the entries, sorted. */
export const fetchTerms = async () => {
  const [schema, entries] = await Promise.all([pages('queries/schema-labels'), pages('concepts')]);
  return [...new Set([...schema.map((row) => row.term), ...entries.map((entry) => entry.iri)])].sort();
};
