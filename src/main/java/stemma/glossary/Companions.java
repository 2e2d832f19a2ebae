package stemma.glossary;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What shows that a name means nothing of the field: words that stand shortly before or after it.
 *
 * @param before in the form of {@link Plain}
 * @param after likewise
 */
record Companions(Set<String> before, Set<String> after) {
    private static final int WORDS_BEFORE = 3;
    private static final int WORDS_AFTER = 2;
    private static final int CHARACTERS = 4;
    private static final int FAR = 24;
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?。]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+|(?<=\\p{IsHan})|(?=\\p{IsHan})");

    /** Reads them from words between spaces. */
    static Companions of(String before, String after) {
        return new Companions(words(before), words(after));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.strip().split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> Plain.of(word).toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether one of them stands beside a part of a text. */
    boolean standBeside(Plain text, int start, int end) {
        String left = last(END_OF_SENTENCE.split(text.toString(Math.max(0, start - FAR), start), -1));
        String right = END_OF_SENTENCE.split(text.toString(end, Math.min(text.length(), end + FAR)), -1)[0];
        List<String> wordsBefore = latin(left).toList();
        String near = String.join(
                " ", wordsBefore.subList(Math.max(0, wordsBefore.size() - WORDS_BEFORE), wordsBefore.size()));
        String next = latin(right).limit(WORDS_AFTER).collect(Collectors.joining(" "));
        return before.stream()
                        .anyMatch(word -> isHan(word)
                                ? left.substring(Math.max(0, left.length() - CHARACTERS - word.length() + 1))
                                        .contains(word)
                                : isAmong(word, near))
                || after.stream()
                        .anyMatch(word -> isHan(word)
                                ? right.substring(0, Math.min(right.length(), CHARACTERS + word.length() - 1))
                                        .contains(word)
                                : isAmong(word, next));
    }

    private static String last(String[] parts) {
        return parts[parts.length - 1];
    }

    private static boolean isHan(String word) {
        return word.chars().anyMatch(letter -> Plain.isHan((char) letter));
    }

    private static Stream<String> latin(String text) {
        return BETWEEN_WORDS.splitAsStream(text).filter(word -> !word.isEmpty() && !Plain.isHan(word.charAt(0)));
    }

    private static boolean isAmong(String word, String words) {
        return (" " + words + " ").contains(" " + word + " ");
    }
}
