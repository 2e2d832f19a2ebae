// Asks and changes a server with Comunica: node comunica.mjs <address> <token>
import { QueryEngine } from '@comunica/query-sparql';

const [address, token] = process.argv.slice(2);
const endpoint = { type: 'sparql', value: `${address}sparql` };
const engine = new QueryEngine();
const withToken = (url, init = {}) => {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return fetch(url, { ...init, headers });
};

await engine.queryVoid(
  'INSERT DATA { <http://example.org/comunica> <http://example.org/says> "你好"@zh-Hant }',
  { sources: [endpoint], destination: endpoint, fetch: withToken },
);
const rows = await (await engine.queryBindings(
  'SELECT ?text WHERE { <http://example.org/comunica> <http://example.org/says> ?text }',
  { sources: [endpoint] },
)).toArray();
console.log(rows.map((row) => row.get('text').value).join('\n'));
console.log(await engine.queryBoolean('ASK { <http://example.org/comunica> ?p ?o }', { sources: [endpoint] }));
