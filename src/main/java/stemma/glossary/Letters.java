package stemma.glossary;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is the same in spite of its writing: letters without case, width and accents, Chinese characters in their simplified
 * form (<a href="https://unicode-org.github.io/icu/userguide/transforms/general/">ICU's Hant-Hans</a>).
 */
final class Letters {
    private static final int FIRST_HAN = 0x3400;
    private static final int LAST_HAN = 0x9fff;
    private static final String SIMPLIFIED = simplified();
    private static final String[] ASCII = IntStream.range(0, 0x80)
            .mapToObj(letter -> Character.toString(Character.toLowerCase(letter)))
            .toArray(String[]::new);

    private Letters() {}

    /** Each on a line of its own, for the rules know phrases too; what does not become one character stays as it is. */
    private static String simplified() {
        String all = IntStream.rangeClosed(FIRST_HAN, LAST_HAN)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("\n"));
        String[] lines =
                Transliterator.getInstance("Hant-Hans").transliterate(all).split("\n", -1);
        StringBuilder simplified = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            simplified.append(lines[i].length() == 1 ? lines[i] : Character.toString(FIRST_HAN + i));
        }
        return simplified.toString();
    }

    /** The Chinese characters that have another, simplified form, with that form. */
    static Map<Character, Character> pairs() {
        return IntStream.range(0, SIMPLIFIED.length())
                .filter(i -> SIMPLIFIED.charAt(i) != FIRST_HAN + i)
                .boxed()
                .collect(Collectors.toMap(
                        i -> (char) (FIRST_HAN + i), SIMPLIFIED::charAt, (one, other) -> one, TreeMap::new));
    }

    /** A character made comparable; empty for a mark that combines with the letter before it. */
    static String bare(int letter) {
        if (letter < ASCII.length) {
            return ASCII[letter];
        }
        if (letter >= FIRST_HAN && letter <= LAST_HAN) {
            return SIMPLIFIED.substring(letter - FIRST_HAN, letter - FIRST_HAN + 1);
        }
        String half = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(half, Normalizer.Form.NFD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
