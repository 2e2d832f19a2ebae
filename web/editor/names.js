// Names for the controls of YASGUI that come without one, or with an English one, so that they can be found by ear and by
// keyboard, in the page's language.

import { t } from '../i18n.js';

const name = (root, selector, text, more = {}) => {
  for (const element of root.querySelectorAll(selector)) {
    element.setAttribute('aria-label', text);
    element.setAttribute('title', text);
    for (const [attribute, value] of Object.entries(more)) element.setAttribute(attribute, value);
  }
};

const text = (root, selector, key) => {
  for (const element of root.querySelectorAll(selector)) if (element.textContent !== t(key)) element.textContent = t(key);
};

const CHIP = /^(?:(\d+) results?|[^\d]*) ?in ([\d.]+) seconds?$/;

const chip = (answer) => {
  for (const element of answer.querySelectorAll('.yasr_response_chip')) {
    const match = CHIP.exec(element.textContent.trim());
    if (match) element.textContent = t(match[1] ? 'editorRows' : 'editorTime', { count: match[1], seconds: match[2] });
  }
};

const pageSize = (answer) => {
  for (const label of answer.querySelectorAll('.tableControls span, .pageSizerLabel')) {
    if (/^Page size/.test(label.textContent)) label.textContent = `${t('editorPageSize')} `;
  }
};

/** Names what there is at the moment; to be called again after each drawing. */
export const nameControls = (query, answer) => {
  name(query, '.CodeMirror textarea', t('editorQuery'), { 'aria-multiline': 'true' });
  name(query, '.yasqe_queryButton', t('editorRun'));
  name(query, '.yasqe_share', t('editorShare'));
  name(query, '.yasqe_expandResults, .fullscreenToggleBtns button', t('editorFull'));
  name(answer, '.select_table', t('editorTable'));
  name(answer, '.select_graph', t('editorGraph'));
  name(answer, '.select_response', t('editorResponse'));
  name(answer, '.yasr_downloadIcon', t('editorDownload'));
  name(answer, '.tableFilter', t('editorRowFilter'), { placeholder: t('editorRowFilter') });
  name(answer, '.tableSizer', t('editorPageSize'));
  name(answer, '.yasr_results .CodeMirror textarea', t('editorResponse'));
  text(answer, '.select_table > span', 'editorTable');
  text(answer, '.select_graph > span', 'editorGraph');
  text(answer, '.select_response > span', 'editorResponse');
  chip(answer);
  pageSize(answer);
  for (const link of answer.querySelectorAll('.yasr_external_ref_btn')) link.remove();
  for (const button of answer.querySelectorAll('.yasr_btn:not(button)')) {
    button.setAttribute('role', 'button');
    button.setAttribute('tabindex', '0');
  }
};
