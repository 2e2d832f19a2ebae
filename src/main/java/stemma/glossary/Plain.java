package stemma.glossary;

import java.util.Arrays;

/**
 * A text as terms are looked for in it: lower case, without accents, in simplified characters, half width; hyphens and spaces
 * are one space, and none stands beside Chinese characters. Each character knows where in the original it came from.
 */
final class Plain {
    private char[] text;
    private int[] starts;
    private int[] ends;
    private int length;

    private Plain(int capacity) {
        text = new char[capacity];
        starts = new int[capacity];
        ends = new int[capacity];
    }

    static Plain of(String original) {
        Plain plain = new Plain(original.length() + 16);
        int space = -1;
        int spaceEnd = -1;
        for (int at = 0, next; at < original.length(); at = next) {
            int letter = original.codePointAt(at);
            next = at + Character.charCount(letter);
            if (isSeparator(letter)) {
                space = space < 0 ? at : space;
                spaceEnd = next;
                continue;
            }
            String written = Letters.bare(letter);
            if (space >= 0 && plain.length > 0 && !written.isEmpty()) {
                if (!isHan(plain.text[plain.length - 1]) && !isHan(written.charAt(0))) {
                    plain.add(' ', space, spaceEnd);
                }
            }
            for (int i = 0; i < written.length(); i++) {
                plain.add(written.charAt(i), at, next);
            }
            if (!written.isEmpty()) {
                space = -1;
            } else if (plain.length > 0) {
                // A mark that combines belongs to the letter before it.
                plain.ends[plain.length - 1] = next;
            }
        }
        return plain;
    }

    private void add(char letter, int start, int end) {
        if (length == text.length) {
            text = Arrays.copyOf(text, 2 * length);
            starts = Arrays.copyOf(starts, 2 * length);
            ends = Arrays.copyOf(ends, 2 * length);
        }
        text[length] = letter;
        starts[length] = start;
        ends[length++] = end;
    }

    private static boolean isSeparator(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.getType(letter) == Character.DASH_PUNCTUATION
                || letter == '_'
                || letter == '·'
                || letter == '\u00ad'
                || letter == '\u200b';
    }

    static boolean isHan(char letter) {
        return Character.isIdeographic(letter) || (letter >= '\u3400' && letter <= '\u9fff');
    }

    /** Whether a character is a part of a word that is written between spaces. */
    static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) && !isHan(letter);
    }

    int length() {
        return length;
    }

    char at(int index) {
        return text[index];
    }

    /** Where in the original, in UTF-16 units, the character begins. */
    int start(int index) {
        return starts[index];
    }

    /** Where in the original, in UTF-16 units, the character ends. */
    int end(int index) {
        return ends[index];
    }

    String toString(int from, int to) {
        return new String(text, from, to - from);
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }
}
