// PURE. Finds the terms of a text by the list of /api/v1/terms. The rules are those of Annotator.java and Plain.java; the same
// texts test both.

const ORDINARY_WORD = 1;
const ORDINARY = 3;
const EXACT = 6;
const NEAR = 500;
const OF_THE_FIELD = 4;
const NEEDED = 2;
const AROUND = 5;
const FAR = 24;
const BESIDE = 4;
const WORDS = /[\p{L}\p{N}']+/gu;
const SENTENCE = /[.!?。]/;
const SEPARATOR = /[\s\p{Z}\p{Pd}_·\u00ad\u200b]/u;
const HAN = /[\p{Ideographic}\u3400-\u9fff]/u;
const OF_WORD = /[\p{L}\p{Nd}]/u;
const MARKS = /\p{Mn}/gu;

const isHan = (letter) => letter !== undefined && HAN.test(letter);

/** Whether a character is a part of a word that is written between spaces. */
const isOfWord = (letter) => letter !== undefined && OF_WORD.test(letter) && !HAN.test(letter);

/** Makes characters comparable, by pairs of Chinese characters. */
const lettersOf = (pairs) => {
  const simplified = new Map();
  for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);
  return (letter) => {
    if (letter < '\u0080') return letter.toLowerCase();
    if (letter >= '\u3400' && letter <= '\u9fff') return simplified.get(letter) ?? letter;
    return letter.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARKS, '');
  };
};

/** The comparable text, and where in the original each of its characters begins and ends. */
const plainOf = (original, bare) => {
  const letters = [];
  const starts = [];
  const ends = [];
  let space = -1;
  let spaceEnd = -1;
  let at = 0;
  for (const letter of original) {
    const next = at + letter.length;
    if (SEPARATOR.test(letter)) {
      if (space < 0) space = at;
      spaceEnd = next;
    } else {
      const written = bare(letter);
      if (space >= 0 && letters.length && written && !isHan(letters.at(-1)) && !isHan(written[0])) {
        letters.push(' ');
        starts.push(space);
        ends.push(spaceEnd);
      }
      for (let i = 0; i < written.length; i++) {
        letters.push(written[i]);
        starts.push(at);
        ends.push(next);
      }
      if (written) space = -1;
      else if (letters.length) ends[letters.length - 1] = next;
    }
    at = next;
  }
  return { text: letters.join(''), starts, ends };
};

const capitals = (text) => text.match(/\p{Lu}/gu)?.length ?? 0;

const treeOf = (names) => {
  const root = new Map();
  for (const [text, kind = 0, ...entries] of names) {
    let node = root;
    for (let i = 0; i < text.length; i++) {
      if (!node.has(text[i])) node.set(text[i], new Map());
      node = node.get(text[i]);
    }
    node.name = {
      text,
      kind,
      meanings: kind ? entries.flatMap((entry, i) => (i % 2 ? [] : [{ entry, written: entries[i + 1] }])) : entries.map((entry) => ({ entry })),
    };
  }
  return root;
};

/** Of matches that overlap, those that begin first, and of these the longest. */
const longest = (matches) => {
  let end = 0;
  return matches.toSorted((a, b) => a.start - b.start || b.end - a.end).filter((match) => {
    if (match.start < end) return false;
    end = match.end;
    return true;
  });
};

const latin = (text) => text.replace(/\p{Script=Han}/gu, ' ').match(WORDS) ?? [];
const among = (word, words) => ` ${words.join(' ')} `.includes(` ${word} `);
const hasHan = (word) => [...word].some(isHan);

const wordsOf = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;

/** Where words end in a piece of Chinese. */
const boundariesOf = (text) => (wordsOf ? [0, ...Array.from(wordsOf.segment(text), ({ index, segment }) => index + segment.length)] : null);

export const createMatcher = (terms) => {
  const bare = lettersOf(terms.simplified);
  const root = treeOf(terms.names);
  const silent = new Set(terms.silent);

  const endOfPlural = (text, end) => ['s', 'es']
    .filter((plural) => text.startsWith(plural, end))
    .map((plural) => end + plural.length)
    .find((after) => !isOfWord(text[after])) ?? -1;

  const isWrittenSo = ({ kind }, { written }, seen) => !(kind & EXACT) || seen === written
    || (capitals(written) === 0 && capitals(seen) === seen.length);

  const standsForItself = ({ text, kind }, meant, plain, start, written) => !(kind & ORDINARY)
    || (capitals(written) > 1 && meant.some((meaning) => meaning.written === written))
    || (isOfWord(text[0]) && capitals(written[0]) === 1 && (isHan(plain[start - 1]) || isHan(plain[start + text.length])));

  /** Whether it has a capital letter like the entry, and none that every sentence begins with. */
  const isProperName = (meant, text, start) => /\p{Lu}/u.test(text[start]) && /[\p{L}\p{Nd},] *$/u.test(text.slice(Math.max(0, start - FAR), start))
    && meant.some(({ written }) => /^\p{Lu}/u.test(written ?? ''));

  const isBesideCompanions = (name, { text }, from, to) => {
    const companions = terms.companions[name];
    if (!companions) return false;
    const left = text.slice(Math.max(0, from - FAR), from).split(SENTENCE).at(-1);
    const right = text.slice(to, to + FAR).split(SENTENCE)[0];
    const before = latin(left).slice(-3);
    const after = latin(right).slice(0, 2);
    return companions[0].some((word) => (hasHan(word)
      ? left.slice(Math.max(0, left.length - BESIDE - word.length + 1)).includes(word) : among(word, before)))
      || companions[1].some((word) => (hasHan(word)
        ? right.slice(0, BESIDE + word.length - 1).includes(word) : among(word, after)));
  };

  const isInsideOfWord = ({ name, meant, start, end }, text) => {
    if (name.text.length > 2 || !isHan(name.text[0]) || !meant.length) return false;
    const from = Math.max(0, start - AROUND);
    const boundaries = boundariesOf(text.slice(from, end + AROUND));
    if (!boundaries) return false;
    const begins = boundaries.includes(start - from);
    const ends = boundaries.includes(end - from);
    return !(begins && ends)
      && (Boolean(name.kind & ORDINARY_WORD) || begins === ends || boundaries.find((at) => at > start - from) > end - from);
  };

  const matchesOf = (plain, text) => {
    const found = [];
    for (let from = 0; from < plain.text.length; from++) {
      if (isOfWord(plain.text[from]) && isOfWord(plain.text[from - 1])) continue;
      for (let node = root.get(plain.text[from]), to = from + 1; node; node = node.get(plain.text[to++])) {
        const { name } = node;
        if (!name) continue;
        let end = to;
        if (isOfWord(plain.text[to - 1]) && isOfWord(plain.text[to])) end = endOfPlural(plain.text, to);
        if (end < 0) continue;
        const written = text.slice(plain.starts[from], plain.ends[to - 1]);
        const meant = name.meanings.filter((meaning) => isWrittenSo(name, meaning, written));
        if (name.meanings.length && !meant.length) continue;
        found.push({
          name, meant, from, to: end, start: plain.starts[from], end: plain.ends[end - 1],
          strong: !meant.length || standsForItself(name, meant, plain.text, from, written),
          ownSupport: isProperName(meant, text, plain.starts[from]) ? 1 : 0,
        });
      }
    }
    return found;
  };

  /** How much speaks for matches that do not stand for themselves, asked in the order of the text. */
  const supportBy = (strong) => {
    const supporting = strong.filter(({ meant }) => meant.length && !silent.has(meant[0].entry));
    const ofTheField = new Set(supporting.map(({ meant }) => meant[0].entry)).size >= OF_THE_FIELD;
    const near = new Map();
    let first = 0;
    let next = 0;
    return ({ meant, start, end, ownSupport }) => {
      for (; supporting[next]?.start < end + NEAR; next++) {
        const { entry } = supporting[next].meant[0];
        near.set(entry, (near.get(entry) ?? 0) + 1);
      }
      for (; first < next && supporting[first].end <= start - NEAR; first++) {
        const { entry } = supporting[first].meant[0];
        if (near.get(entry) === 1) near.delete(entry);
        else near.set(entry, near.get(entry) - 1);
      }
      const kin = near.size && meant.some(({ entry }) => terms.kin[entry]?.some((other) => near.has(other)));
      return ownSupport + near.size + (kin ? 1 : 0) + (ofTheField ? 1 : 0);
    };
  };

  /** Where terms stand in a text (UTF-16 units), and which entry of the list each means. */
  return (text) => {
    const plain = plainOf(text, bare);
    const stands = (match) => !isBesideCompanions(match.name.text, plain, match.from, match.to) && !isInsideOfWord(match, text);
    const matches = matchesOf(plain, text);
    const strong = longest(matches.filter((match) => match.strong && stands(match)));
    const weak = matches.filter((match) => !match.strong);
    const supportedBy = (others) => {
      const support = supportBy(others);
      return weak.filter((match) => support(match) >= NEEDED && stands(match));
    };
    // What is found with their support supports others in turn, once.
    const supported = supportedBy(longest([...strong, ...supportedBy(strong)]));
    return longest([...strong, ...supported])
      .filter(({ meant }) => meant.length)
      .map(({ start, end, meant }) => ({ start, end, entry: meant[0].entry }));
  };
};
