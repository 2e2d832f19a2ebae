// The card of one entry: everything the glossary says of it, with its sources.

import { citationAddress, conceptJson, dataAddress, lineagePicture } from './api.js';
import { el, safeHref } from './dom.js';
import { authorsText, entryLink, evidenceOf, placeOf, whyButton } from './evidence.js';
import { LANGUAGES, language, number, pick, t, textOf, titleOf, words } from './i18n.js';
import { lineSample, markIcon } from './marks.js';
import { dateText, sentence } from './phrases.js';
import { comparePicker, pickerRow, wayPicker } from './picker.js';
import { depthOf, edgeKey, follow, go, hrefFor, read } from './state.js';
import { copySnippet } from './take-away.js';
import { RELATION_LINES } from './vocabulary.js';

const AT_FIRST = 6;

const section = (title, ...content) => el('section', { class: 'card-part' }, el('h3', {}, title), content);

const heading = (concept) => {
  const label = pick(concept.label);
  const other = LANGUAGES.map((lang) => [lang, concept.label?.[lang]]).find(([lang, text]) => text && lang !== label?.lang && text !== label?.text);
  const when = concept.released ? dateText(concept.released) : concept.year;
  return el('header', { class: 'card-head' },
    el('p', { class: 'kicker' }, markIcon(concept.class, concept.chapter), words(concept.classLabel) ?? concept.class,
      when && el('span', { class: 'when' }, when)),
    el('h2', { class: 'card-title', tabindex: '-1', lang: label && label.lang !== language() ? label.lang : undefined }, label?.text ?? concept.name),
    other && el('p', { class: 'card-other', lang: other[0] }, other[1]));
};

const aliases = (concept) => {
  const shown = new Set([concept.label?.en, concept.label?.['zh-Hant']]);
  const groups = Object.entries(concept.altLabels ?? {})
    .map(([lang, texts]) => [lang, (Array.isArray(texts) ? texts : [texts]).filter((text) => !shown.has(text))])
    .filter(([, texts]) => texts.length > 0);
  if (groups.length === 0) return null;
  return el('p', { class: 'aliases' }, t('aliases'), groups.map(([lang, texts]) => texts.map((text) => el('span', { class: 'alias', lang: lang === language() ? undefined : lang }, text))));
};

/** The value of a fact, as it is read. */
export const valueText = ({ value, valueLabel }) => {
  if (valueLabel) return words(valueLabel);
  const text = String(value);
  if (text === 'true') return t('valueTrue');
  if (text === 'false') return t('valueFalse');
  if (/^\d{5,}$/.test(text)) return number(Number(text));
  return /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? dateText(text) : text;
};

/** The button that opens the source of a trait or a fact, and what it opens; neither where there is none. */
export const sourceButton = (statement, item) => (item.evidence?.length > 0
  ? whyButton({ short: t('source'), full: t('sourceFor', { statement }) }, () => evidenceOf(item))
  : { button: null, box: null });

const attributes = (concept) => {
  const rows = (concept.attributes ?? []).map((attribute) => {
    const label = textOf(attribute.label, attribute.name);
    const { button, box } = sourceButton(label, attribute);
    return el('div', { class: 'fact' }, el('dt', {}, words(attribute.label) ?? attribute.name), el('dd', {}, el('span', {}, valueText(attribute)), button, box));
  });
  return rows.length === 0 ? null : section(t('attributes'), el('dl', { class: 'facts' }, rows));
};

const traits = (concept) => {
  const rows = (concept.traits ?? []).map((trait) => {
    const label = textOf(trait.label, trait.name);
    const { button, box } = sourceButton(label, trait);
    const from = trait.inheritedFrom?.name === concept.name ? null : trait.inheritedFrom;
    return el('li', { class: trait.value ? 'trait' : 'trait trait-no' },
      el('span', { class: 'trait-sign', 'aria-hidden': 'true' }, trait.value ? '✓' : '✕'),
      el('span', { class: 'trait-text' }, words(trait.label) ?? trait.name, el('span', { class: 'unseen' }, `: ${t(trait.value ? 'traitYes' : 'traitNo')}`),
        from && el('span', { class: 'inherited' }, `${t('inheritedFrom')} `, entryLink(from.name, words(from.label) ?? from.name))),
      button, box);
  });
  return rows.length === 0 ? null : section(t('traits'), el('ul', { class: 'traits' }, rows));
};

const relationRow = (concept, relation, chapterOf) => {
  const own = textOf(concept.label, concept.name);
  const theirs = textOf(relation.concept.label, relation.concept.name);
  const statement = sentence(own, textOf(relation.label, relation.relation), theirs);
  const { button, box } = whyButton({ short: t('why'), full: t('whyOf', { statement }) }, () => {
    const ends = relation.direction === 'out' ? [concept.name, relation.concept.name] : [relation.concept.name, concept.name];
    const edge = edgeKey({ source: ends[0], relation: relation.relation, target: ends[1] });
    const there = { focus: concept.name, edge };
    const proof = evidenceOf(relation);
    proof.append(el('a', { class: 'permalink', href: hrefFor(there), onclick: follow(there, 'card') }, t('linkToStatement')));
    return proof;
  });
  return el('li', { class: 'relation' },
    el('span', { class: 'relation-who' }, markIcon(relation.concept.class, relation.concept.chapter ?? chapterOf(relation.concept.name)),
      entryLink(relation.concept.name, words(relation.concept.label) ?? relation.concept.name),
      relation.concept.year && el('span', { class: 'relation-year' }, relation.concept.year),
      relation.derived && el('span', { class: 'inherited' }, t('derived'))),
    button, box);
};

const FAMILIES = ['descendsFrom', 'replaces'];
const rank = (relation) => {
  const family = FAMILIES.indexOf(relation.family);
  return (family < 0 ? FAMILIES.length : family) * 2 + (relation.direction === 'in' ? 1 : 0);
};

const relationGroup = (concept, group, chapterOf) => {
  const [first] = group;
  const rows = group.map((relation) => relationRow(concept, relation, chapterOf));
  const list = el('ul', { class: 'relation-list' }, rows);
  const later = rows.slice(AT_FIRST + 2).length > 0 ? rows.slice(AT_FIRST) : [];
  later.forEach((row) => { row.hidden = true; });
  const more = later.length > 0 && el('button', {
    type: 'button', class: 'more',
    onclick: (event) => {
      later.forEach((row) => { row.hidden = false; });
      later[0].querySelector('a').focus();
      event.currentTarget.remove();
    },
  }, t('showMore', { count: number(later.length) }));
  return el('div', { class: 'relation-group' },
    el('h4', {}, first.relation in RELATION_LINES && lineSample(first.relation), words(first.label) ?? first.relation), list, more);
};

const relations = (concept, chapterOf) => {
  const groups = new Map();
  for (const relation of [...(concept.relations ?? [])].sort((a, b) => rank(a) - rank(b))) {
    const key = `${relation.relation} ${relation.direction}`;
    groups.set(key, [...(groups.get(key) ?? []), relation]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.concept.year ?? 9999) - (b.concept.year ?? 9999));
  return groups.size === 0 ? null : section(t('relations'), [...groups.values()].map((group) => relationGroup(concept, group, chapterOf)));
};

const publication = ({ publication: work }) => {
  if (!work) return null;
  const address = work.url ?? (work.arxivId ? `https://arxiv.org/abs/${work.arxivId}` : work.doi ? `https://doi.org/${work.doi}` : undefined);
  const href = safeHref(address);
  const title = titleOf(work.title) ?? { text: '' };
  return section(t('publication'), el('div', { class: 'source' },
    el('cite', { lang: title.lang === language() ? undefined : title.lang }, href ? el('a', { href, class: 'outside' }, title.text) : title.text),
    el('span', { class: 'source-about' }, [authorsText(work.authors), work.issued && dateText(work.issued)].filter(Boolean).join(' · ')),
    el('span', { class: 'source-place' }, work.arxivId && el('span', {}, `arXiv ${work.arxivId}`), work.doi && el('span', {}, `DOI ${work.doi}`))));
};

/** What leads from one entry to views of several. */
const studies = (concept) => {
  const label = textOf(concept.label, concept.name);
  return pickerRow([wayPicker(concept.name, label), comparePicker([concept.name], t('compareWith'), label)]);
};

/** What a correction rests on: evidence, or sources alone. */
const proofs = ({ evidence, sources = [] }) => evidence ?? sources.map((source) => ({ source }));

const claims = (concept) => {
  const rows = (concept.claims ?? []).map((claim) => el('li', { class: 'claim', 'data-assessment': claim.assessment },
    el('span', { class: 'verdict' }, words(claim.assessmentLabel) ?? claim.assessment),
    words(claim.text, 'blockquote'),
    el('p', { class: 'quiet' }, claim.quotedFrom && [t('claimFrom').split('{source}')[0], entryLink(claim.quotedFrom.name, words(claim.quotedFrom.label) ?? claim.quotedFrom.name), t('claimFrom').split('{source}')[1]],
      claim.locator && [' · ', placeOf(claim.locator)]),
    claim.correction && el('div', { class: 'correction' }, el('h4', {}, t('correction')), words(claim.correction, 'p'), proofs(claim).length > 0 && evidenceOf({ evidence: proofs(claim) }))));
  return rows.length === 0 ? null : section(t('claims'), el('ul', { class: 'claims' }, rows));
};

const SITES = { 'wikidata.org': 'Wikidata', 'wikipedia.org': 'Wikipedia', 'dbpedia.org': 'DBpedia', 'huggingface.co': 'Hugging Face', 'w3id.org/aio': 'AIO' };
const siteName = (href) => {
  const { hostname, pathname } = new URL(href);
  const place = `.${hostname}${pathname}`;
  return Object.entries(SITES).find(([site]) => place.includes(`.${site}/`))?.[1] ?? hostname.replace(/^www\./, '');
};

const linkList = (links, ...others) => el('ul', { class: 'links' }, links.map(([text, href]) => el('li', {}, el('a', { href }, text))), others.filter(Boolean).map((one) => el('li', {}, one)));

const links = (concept) => {
  const known = (concept.links ?? []).map((link) => safeHref(link.iri)).filter(Boolean);
  return known.length === 0 ? null : section(t('links'), el('ul', { class: 'links' }, known.map((href) => el('li', {}, el('a', { href, class: 'outside' }, siteName(href))))));
};

const citations = ({ name }) => section(t('cite'), linkList([['BibTeX', 'bibtex'], ['CSL-JSON', 'csl'], ['RIS', 'ris']].map(([text, format]) => [text, citationAddress(name, format)])));

const data = ({ name }, isOnChart) => section(t('data'), linkList([
  ['Turtle', dataAddress(name, 'ttl')], ['JSON-LD', dataAddress(name, 'jsonld')], ['JSON', conceptJson(name)], ...isOnChart ? [['SVG', lineagePicture(name)]] : [],
], copySnippet(name)));

/** How far from the entry its kin is lit. */
const depthControl = () => {
  const depth = depthOf(read());
  const option = (value, text) => el('option', { value, selected: String(depth) === value }, text);
  return el('select', { class: 'depth', 'aria-label': t('depthTitle'), onchange: ({ target }) => go({ depth: target.value === 'Infinity' ? null : target.value }, 'depth') },
    option('Infinity', t('depthAll')), ['1', '2', '3', '4'].map((steps) => option(steps, t('depthSteps', { steps }))));
};

/**
 * @param {{up: number, down: number}|null} lineage how many are lit; null when the entry isn't on the chart
 * @param {function(string): string|undefined} chapterOf the chapter, and so the colour, of an entry on the chart
 */
export const cardOf = (concept, lineage, chapterOf) => el('article', { class: 'card' },
  heading(concept),
  words(concept.definition, 'p', { class: 'definition' }),
  el('p', { class: 'quiet lineage-count' }, lineage ? [el('span', {}, t('lineageCount', { up: number(lineage.up), down: number(lineage.down) })), depthControl()] : t('notOnChart'),
    concept.chapterLabel && el('span', { class: 'card-chapter' }, words(concept.chapterLabel))),
  studies(concept),
  aliases(concept),
  concept.scopeNote && el('div', { class: 'scope-note' }, el('h3', { class: 'unseen' }, t('scopeNote')), words(concept.scopeNote, 'p')),
  relations(concept, chapterOf), traits(concept), attributes(concept), publication(concept), claims(concept), links(concept), citations(concept), data(concept, lineage !== null));
