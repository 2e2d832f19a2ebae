package stemma.glossary;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** A text made comparable: Unicode compatibility forms (NFKC), lower case, without spaces, hyphens and dots. */
final class Folded {
    private final String text;
    private final int[] origin;

    private Folded(String text, int[] origin) {
        this.text = text;
        this.origin = origin;
    }

    String text() {
        return text;
    }

    /** The index in the original text of the character that one of the comparable text came from. */
    int originOf(int index) {
        return origin[index];
    }

    static Folded of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] origin = new int[original.length() * 2];
        int length = 0;
        for (int i = 0; i < original.length(); i += Character.charCount(original.codePointAt(i))) {
            String letter = Normalizer.normalize(Character.toString(original.codePointAt(i)), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT);
            for (int j = 0; j < letter.length(); j++) {
                if (!isSeparator(letter.charAt(j))) {
                    if (length == origin.length) {
                        origin = Arrays.copyOf(origin, length * 2 + 1);
                    }
                    origin[length++] = i;
                    text.append(letter.charAt(j));
                }
            }
        }
        return new Folded(text.toString(), Arrays.copyOf(origin, length));
    }

    private static boolean isSeparator(char letter) {
        return Character.isWhitespace(letter)
                || Character.getType(letter) == Character.DASH_PUNCTUATION
                || letter == '.'
                || letter == '_'
                || letter == '·';
    }
}
