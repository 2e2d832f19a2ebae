package stemma.glossary;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.Collectors;

/** A text made comparable: as {@link Letters} has it, without spaces, hyphens and dots. It knows where its words began. */
final class Folded {
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final BitSet words;

    private Folded(String text, int[] starts, int[] ends, BitSet words) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.words = words;
    }

    String text() {
        return text;
    }

    /** Where in the original text the character begins that one of the comparable text came from. */
    int startOf(int index) {
        return starts[index];
    }

    /** Where in the original text that character ends, exclusive, with the marks that combine with it. */
    int endOf(int index) {
        return ends[index];
    }

    /** Whether a word begins here; each Chinese character may be one. */
    boolean isStartOfWord(int index) {
        return words.get(index);
    }

    /** Where the word ends, exclusive, in which a character stands. */
    int endOfWord(int index) {
        int next = words.nextSetBit(index + 1);
        return next < 0 ? text.length() : next;
    }

    /** Where a text stands in this one, from a position on, at the beginning of a word; -1 for nowhere. */
    int indexOfWord(String wanted, int from) {
        int at = text.indexOf(wanted, from);
        while (at >= 0 && !isStartOfWord(at)) {
            at = text.indexOf(wanted, at + 1);
        }
        return at;
    }

    static Folded of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] starts = new int[original.length() * 2];
        int[] ends = new int[original.length() * 2];
        BitSet words = new BitSet();
        boolean begins = true;
        for (int start = 0, end; start < original.length(); start = end) {
            end = endOfCharacter(original, start);
            String letter = end == start + 1
                    ? Letters.bare(original.charAt(start))
                    : original.substring(start, end)
                            .codePoints()
                            .mapToObj(Letters::bare)
                            .collect(Collectors.joining());
            for (int i = 0; i < letter.length(); i++) {
                char written = letter.charAt(i);
                if (isSeparator(written)) {
                    begins = true;
                    continue;
                }
                if (text.length() == starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2 + 1);
                    ends = Arrays.copyOf(ends, starts.length);
                }
                boolean ofWord = Plain.isOfWord(written);
                words.set(text.length(), begins || !ofWord || (i == 0 && isHump(original, start)));
                begins = !ofWord;
                starts[text.length()] = start;
                ends[text.length()] = end;
                text.append(written);
            }
        }
        return new Folded(
                text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()), words);
    }

    /** In xLSTM and DeepSeek, words begin without a space. */
    private static boolean isHump(String text, int at) {
        return at > 0 && Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
    }

    /** A letter and the marks after it are one character: ü is also written as u and a diaeresis. */
    private static int endOfCharacter(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && Character.getType(text.codePointAt(end)) == Character.NON_SPACING_MARK) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isSeparator(char letter) {
        return Character.isWhitespace(letter)
                || Character.getType(letter) == Character.DASH_PUNCTUATION
                || letter == '.'
                || letter == '_'
                || letter == '·';
    }
}
