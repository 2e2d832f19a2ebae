// What the script tag says, and what the server tells: each thing is asked once; a failure is an undefined answer.

/** Where Stemma answers, and these modules come from. */
export const BASE = new URL('../', import.meta.url);

const SCRIPT = new URL('embed.js', BASE).href;
const tag = [...document.scripts].find(({ src }) => src.replace(/[?#].*/, '') === SCRIPT);

export const settings = {
  /** Which elements' texts are looked through, a selector. */
  root: tag?.dataset.stemmaRoot,
  /** The language of the cards; else that of the text around a term. */
  lang: tag?.dataset.stemmaLang,
  /** `light`, `dark`; else as the page is. */
  theme: tag?.dataset.stemmaTheme,
  /** Only terms of these classes, local names between spaces or commas. */
  classes: tag?.dataset.stemmaClass?.split(/[\s,]+/).filter(Boolean) ?? [],
};

const LANGUAGES = ['zh-Hant', 'en'];

/** The language in which an element's reader is addressed. */
export const languageFor = (element) => {
  const around = settings.lang ?? element.closest('[lang]')?.lang ?? navigator.language;
  return /^zh\b/i.test(around) ? LANGUAGES[0] : LANGUAGES[1];
};

/** The other one. */
export const otherThan = (lang) => LANGUAGES.find((other) => other !== lang);

/** A language map read in a language: the same, else another one. */
export const textIn = (map, lang) => map?.[lang] ?? Object.values(map ?? {})[0] ?? '';

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
