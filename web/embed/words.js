// The few words that cards say, and how they are laid out.

const WORDS = {
  en: { more: 'Lineage and sources', from: 'from', to: 'to', lineageOf: 'Lineage of', and: ', ' },
  'zh-Hant': { more: '譜系與出處', from: '源自', to: '衍生出', lineageOf: '譜系：', and: '、' },
};

export const words = (lang) => WORDS[lang];

/** An element: `el('p', { class: 'text' }, 'text', child)`. Text is always text. */
export const el = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children.flat().filter((child) => child !== undefined && child !== ''));
  return element;
};

/** A style sheet that no Content-Security-Policy of the page forbids. */
export const sheetOf = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};
