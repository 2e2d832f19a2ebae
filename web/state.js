// The state of the page is its URL: ?focus=Transformer&edge=BERT.basedOn.Transformer&lang=zh-Hant, ?from=LSTM&to=GPT&way=2,
// ?compare=LSTM,GRU&rows=differing, and with each &view=table&sort=-year
// A click changes the URL and a change of the URL draws the page, so every view can be shared.

const NAMES = ['focus', 'edge', 'asOf', 'depth', 'classes', 'branches', 'relations', 'maker', 'open', 'lang', 'from', 'to', 'way', 'compare', 'rows', 'view', 'sort'];

/** Views of which one is seen at a time: whoever changes a part of one leaves the others. */
const VIEWS = [['focus', 'edge'], ['from', 'to', 'way'], ['compare', 'rows']];
const leaving = (changes) => VIEWS.some((names) => names.some((name) => name in changes))
  ? Object.fromEntries(VIEWS.filter((names) => !names.some((name) => name in changes)).flat().map((name) => [name, null]))
  : {};

const listeners = new Set();

export const read = (search = location.search) => {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, parameters.get(name) || null]));
};

/** The address of a view: the present one with some changes; null takes a part away. */
export const hrefFor = (changes, from = read()) => {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries({ ...from, ...leaving(changes), ...changes })) {
    if (value === null || value === undefined) parameters.delete(name);
    else parameters.set(name, value);
  }
  const query = parameters.toString().replaceAll('%2C', ',');
  return query === '' ? location.pathname : `${location.pathname}?${query}`;
};

const tell = (cause) => listeners.forEach((listener) => listener(read(), cause));

/** Goes to another view. `cause` tells listeners what led there, e.g. 'graph' or 'search'. */
export const go = (changes, cause = 'link') => {
  const href = hrefFor(changes);
  if (href !== location.pathname + location.search) history.pushState(null, '', href);
  tell(cause);
};

/** Goes on to another view in the same step of the history, as while something is dragged. */
export const move = (changes, cause) => {
  correct(changes);
  tell(cause);
};

/** Puts a better address in place of the present one, without a step in the history. */
export const correct = (changes) => history.replaceState(null, '', hrefFor(changes));

export const onChange = (listener) => listeners.add(listener);

window.addEventListener('popstate', () => tell('history'));

/** How many steps away from the focus kin is lit; all of it without a number. */
export const depthOf = ({ depth }) => (/^[1-9]$/.test(depth ?? '') ? Number(depth) : Infinity);

/** How many entries are compared at once. */
export const MOST = 4;

/** The names that are compared, each once. */
export const compared = ({ compare }) => [...new Set((compare ?? '').split(',').map((name) => name.trim()).filter(Boolean))].slice(0, MOST);

/** The names of a view of several entries, in their order; empty when the address asks for one entry, a statement or nothing. */
export const studied = (state) => (state.from || state.to ? [state.from, state.to].filter(Boolean) : compared(state));

/** Edges are named by their statement. */
export const edgeKey = (edge) => `${edge.source}.${edge.relation}.${edge.target}`;

export const edgeParts = (key) => {
  const [source, relation, target, ...rest] = (key ?? '').split('.');
  return source && relation && target && rest.length === 0 ? { source, relation, target } : null;
};

/** A click handler for links into the page: plain clicks stay here, clicks with a modifier go the browser's way. */
export const follow = (changes, cause) => (event) => {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(changes, cause);
};
