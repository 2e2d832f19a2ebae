// What the script tag says, and where the server is.

/** Where Stemma answers: these modules come from there. */
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
