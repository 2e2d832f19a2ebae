// PURE. A text as terms are looked for in it: lower case, without accents, in simplified characters, half width; hyphens and
// spaces are one space, and none stands beside Chinese characters. The same as Plain.java and Letters.java.

const SEPARATOR = /[\s\p{Z}\p{Pd}_·\u00ad\u200b]/u;
const HAN = /[\p{Ideographic}\u3400-\u9fff]/u;
const OF_WORD = /[\p{L}\p{Nd}]/u;
const MARKS = /\p{Mn}/gu;

export const isHan = (letter) => letter !== undefined && HAN.test(letter);

/** Whether a character is a part of a word that is written between spaces. */
export const isOfWord = (letter) => letter !== undefined && OF_WORD.test(letter) && !HAN.test(letter);

/** Makes characters comparable, with the pairs of Chinese characters that the list of terms has. */
export const lettersOf = (pairs) => {
  const simplified = new Map();
  for (let i = 0; i < pairs.length; i += 2) simplified.set(pairs[i], pairs[i + 1]);
  return (letter) => {
    if (letter < '\u0080') return letter.toLowerCase();
    if (letter >= '\u3400' && letter <= '\u9fff') return simplified.get(letter) ?? letter;
    return letter.normalize('NFKC').toLowerCase().normalize('NFD').replace(MARKS, '');
  };
};

/** The comparable text, and where in the original each of its characters begins and ends. */
export const plainOf = (original, bare) => {
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
