// Sends a query and brings its answer into the shape that YASR reads. YASQE's own way loses the answer's media type, and
// the words of a refusal.

const ACCEPT = 'application/sparql-results+json, application/n-triples;q=0.9';

const problemOf = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * Asks the endpoint. A refusal is an answer too; only what came in place of any answer is thrown.
 *
 * @param {AbortSignal} signal ends the waiting
 */
export const ask = async (endpoint, query, signal) => {
  const began = performance.now();
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/sparql-query', accept: ACCEPT },
    body: query,
    signal,
  });
  const text = await response.text();
  const summary = { contentType: response.headers.get('content-type'), status: response.status, executionTime: Math.round(performance.now() - began) };
  if (response.ok) return { ...summary, data: text };
  const problem = problemOf(text);
  return { ...summary, error: { status: response.status, statusText: problem?.title ?? response.statusText, text: problem?.detail ?? text } };
};
