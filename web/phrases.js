// Sentences made of labels: in Chinese a relation may embrace its object (以…為基礎), and Latin words
// stand off from Han characters by a space.

import { language } from './i18n.js';

const HAN = /[\u2e80-\u9fff\uf900-\ufaff]/;
const LATIN = /[A-Za-z0-9]/;

const join = (parts) => parts.filter((part) => part !== '').reduce((text, part) => {
  if (text === '') return part;
  const [end, begin] = [text.at(-1), part[0]];
  const apart = (HAN.test(end) && LATIN.test(begin)) || (LATIN.test(end) && HAN.test(begin)) || (LATIN.test(end) && LATIN.test(begin));
  return text + (apart ? ' ' : '') + part;
}, '');

/** "LSTM extends RNN", 「GPT 以 Transformer 為基礎」. */
export const sentence = (subject, relation, object) => {
  if (language() === 'en') return `${subject} ${relation} ${object}`;
  const [before, after = ''] = relation.split('…');
  return relation.includes('…') ? join([subject, before, object, after]) : join([subject, relation, object]);
};

/** "2017", "June 2018", "12 June 2017" from a year, a year and month, or a date. */
export const dateText = (value) => {
  const [year, month, day] = String(value).split('-');
  if (!month) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return Number.isNaN(date.getTime()) ? String(value)
    : new Intl.DateTimeFormat(language() === 'en' ? 'en-GB' : language(), { timeZone: 'UTC', year: 'numeric', month: 'long', day: day ? 'numeric' : undefined }).format(date);
};
