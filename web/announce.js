// Speaks to screen readers through the page's live region.

let timer = 0;

export const announce = (text) => {
  const region = document.getElementById('live');
  region.textContent = '';
  clearTimeout(timer);
  // An emptied region that is filled a moment later is read even when the words are the same.
  timer = setTimeout(() => { region.textContent = text; }, 60);
};
