// Puts the terms of a page under tooltips, and brings the elements <stemma-term>, <stemma-card> and <stemma-lineage>:
//   <script type="module" src="https://…/embed.js" data-stemma-root="article"></script>
// The texts of the page stay in it. Without the server, the page is as it was.

import { StemmaCard, StemmaLineage } from './embed/card.js';
import { markTerms } from './embed/marks.js';
import { settings } from './embed/site.js';
import { StemmaTerm } from './embed/term.js';

for (const [name, type] of Object.entries({ term: StemmaTerm, card: StemmaCard, lineage: StemmaLineage })) {
  if (!customElements.get(`stemma-${name}`)) customElements.define(`stemma-${name}`, type);
}

const marked = [...document.querySelectorAll('[data-stemma-root]')].filter((element) => element.localName !== 'script');
const wholePage = () => [document.querySelector('article, main') ?? document.body];
if (marked.length) markTerms(marked);
else markTerms(settings.root ? [...document.querySelectorAll(settings.root)] : wholePage());
