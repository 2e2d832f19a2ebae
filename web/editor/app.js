// The SPARQL editor: YASGUI's editor and result views around our own examples, terms and languages.
// The query stands in the address, after #query=, so that it can be shared.

import { el, put } from '../dom.js';
import { LANGUAGES, keepLanguage, resolveLanguage, setLanguage, t } from '../i18n.js';
import { announce } from '../announce.js';
import { ask } from './ask.js';
import { fetchQueries, fetchTerms } from './data.js';
import { examplePanel, runnable } from './examples.js';
import { completer } from './completion.js';
import { GraphView } from './graph-view.js';
import { nameControls } from './names.js';

const { Yasqe, Yasr } = window.Yasgui;
const ENDPOINT = new URL('sparql', document.baseURI).href;
const FIRST = 'replaced-by';

const queryOfAddress = () => new URLSearchParams(location.hash.slice(1)).get('query');

const showQueryInAddress = (query) => {
  const hash = `#${new URLSearchParams({ query })}`;
  if (hash !== location.hash) history.replaceState(null, '', location.pathname + location.search + hash);
};

const translate = () => {
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll('[data-t-label]')) element.setAttribute('aria-label', t(element.dataset.tLabel));
  document.title = t('editorTitle');
};

const languageLinks = (chosen) => LANGUAGES.map((lang) => el('a', {
  href: `?lang=${lang}`,
  lang,
  hreflang: lang,
  'aria-current': lang === chosen ? 'true' : undefined,
  onclick: (event) => {
    event.currentTarget.href = `?lang=${lang}${location.hash}`;
    keepLanguage(lang);
  },
}, lang === 'en' ? 'English' : '中文'));

const start = async () => {
  const lang = resolveLanguage(new URLSearchParams(location.search).get('lang'));
  setLanguage(lang);
  translate();
  put(document.getElementById('languages'), ...languageLinks(lang));
  document.documentElement.classList.remove('waiting');

  const queries = await fetchQueries();
  const first = queries.find((query) => query.name === FIRST) ?? queries[0];
  Yasqe.defaults.autocompleters = [];
  Yasqe.registerAutocompleter(completer(fetchTerms));
  Yasr.registerPlugin('graph', GraphView);

  const editor = new Yasqe(document.getElementById('query'), {
    value: queryOfAddress() ?? (first ? runnable(first) : 'SELECT * WHERE { ?s ?p ?o } LIMIT 10'),
    autocompleters: ['terms', 'variables'],
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: () => location.href,
    // Its grammar is that of SPARQL 1.1, and would call the annotations of 1.2 a mistake. The server tells of mistakes.
    syntaxErrorCheck: false,
    requestConfig: { endpoint: ENDPOINT, method: 'POST' },
    editorHeight: '20rem',
    extraKeys: { ...Yasqe.defaults.extraKeys, Tab: false, 'Shift-Tab': false },
  });
  const view = new Yasr(document.getElementById('answer'), {
    persistenceId: null,
    pluginOrder: ['table', 'graph', 'response'],
    prefixes: () => editor.getPrefixesFromQuery(),
  }, {});

  const name = () => nameControls(document.getElementById('query'), document.getElementById('answer'));
  let running;
  const run = async () => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    announce(t('editorAsking'));
    try {
      view.setResponse(await ask(ENDPOINT, editor.getValue(), signal));
    } catch (error) {
      if (signal.aborted) return;
      view.setResponse({ error: { text: t('editorAway') } });
    }
    announce(t('editorAnswered'));
  };
  // The button calls it on the one, the keys on the other.
  editor.query = run;
  editor.getWrapperElement().CodeMirror.query = run;
  const choose = (text) => {
    editor.setValue(text);
    showQueryInAddress(text);
    run();
  };
  editor.on('change', () => showQueryInAddress(editor.getValue()));
  // Its controls come and go with every answer.
  new MutationObserver(name).observe(document.getElementById('answer'), { childList: true, subtree: true });
  window.addEventListener('hashchange', () => {
    const query = queryOfAddress();
    if (query !== null && query !== editor.getValue()) editor.setValue(query);
  });

  put(document.getElementById('examples'), ...examplePanel(queries, choose));
  showQueryInAddress(editor.getValue());
  name();
  run();
};

start().catch((error) => {
  document.documentElement.classList.remove('waiting');
  put(document.getElementById('answer'), el('p', { class: 'trouble', role: 'alert' }, t('editorAway')));
  throw error;
});
