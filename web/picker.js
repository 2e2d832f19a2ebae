// A button that opens a field beneath it, to pick an entry by its name; and what is picked so.

import { createCombobox } from './combobox.js';
import { el } from './dom.js';
import { t } from './i18n.js';
import { go } from './state.js';

let count = 0;

/**
 * @param {{label: string, question: string, taken: string[], open: boolean, choose: function(string)}} wishes what the button
 *   says; what the field asks; names that are not offered; whether the field is there from the start
 * @returns {{button: Node, box: Node}} to be placed by whoever asked
 */
const entryPicker = ({ label, question, taken, open = false, choose }) => {
  count += 1;
  const id = `pick-${count}`;
  const box = el('div', { class: 'picker', id: `${id}-box`, hidden: true });
  const button = el('button', { type: 'button', class: 'control', 'aria-expanded': 'false', 'aria-controls': box.id }, label);
  const toggle = (shown) => {
    box.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
  };
  const leave = () => {
    toggle(false);
    button.focus();
  };
  const field = createCombobox(box, {
    id,
    input: { 'aria-label': question, placeholder: question },
    list: { id: `${id}-list`, 'aria-label': question },
  }, { choose, leave, offers: ({ name }) => !taken.includes(name), shown: (list) => list.scrollIntoView({ block: 'nearest' }) });
  button.addEventListener('click', () => {
    toggle(box.hidden);
    if (!box.hidden) field.focus();
  });
  if (open) toggle(true);
  return { button, box };
};

/** Several pickers in a row of controls; the field of one closes those of the others. */
export const pickerRow = (pickers, ...others) => {
  if (pickers.length === 0 && !others.some(Boolean)) return [];
  const row = el('div', { class: 'controls', role: 'group', 'aria-label': t('controls') }, others, pickers.map(({ button }) => button));
  row.addEventListener('click', (event) => pickers.filter(({ button, box }) => button !== event.target && !box.hidden).forEach(({ button, box }) => {
    box.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  }));
  return [row, pickers.map(({ box }) => box)];
};

/** Picks the other end of a way. */
export const wayPicker = (name, label, open) => entryPicker({
  label: t('wayTo'), question: t('wayToWhich', { label }), taken: [name], open, choose: (to) => go({ from: name, to, way: null }, 'card'),
});

/** Picks an entry to be compared with some; `label` says what the button does, `others` with what it is compared. */
export const comparePicker = (names, label, others, open) => entryPicker({
  label, question: t('compareWhich', { label: others }), taken: names, open, choose: (name) => go({ compare: [...names, name].join(',') }, 'card'),
});
