package stemma.glossary;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A text made comparable: as {@link Letters} has it, without spaces, hyphens and dots. */
final class Folded {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    private Folded(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
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

    static Folded of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] starts = new int[original.length() * 2];
        int[] ends = new int[original.length() * 2];
        for (int start = 0, end; start < original.length(); start = end) {
            end = endOfCharacter(original, start);
            String letter = original.substring(start, end)
                    .codePoints()
                    .mapToObj(Letters::bare)
                    .collect(Collectors.joining());
            for (int i = 0; i < letter.length(); i++) {
                if (!isSeparator(letter.charAt(i))) {
                    if (text.length() == starts.length) {
                        starts = Arrays.copyOf(starts, starts.length * 2 + 1);
                        ends = Arrays.copyOf(ends, starts.length);
                    }
                    starts[text.length()] = start;
                    ends[text.length()] = end;
                    text.append(letter.charAt(i));
                }
            }
        }
        return new Folded(text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
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
