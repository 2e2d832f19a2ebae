package stemma.glossary;

import java.util.ArrayList;
import java.util.List;
import org.tartarus.snowball.ext.EnglishStemmer;

/** The words of a query, made comparable as {@link Folded} has it: Chinese between other signs is one. */
final class Words {
    /** Shorter stems have too much in common. */
    private static final int SHORTEST_STEM = 4;

    private Words() {}

    static List<String> of(String query) {
        Folded folded = Folded.of(query);
        List<String> words = new ArrayList<>();
        StringBuilder han = new StringBuilder();
        String text = folded.text();
        for (int at = 0; at < text.length(); at = folded.endOfWord(at)) {
            if (Plain.isHan(text.charAt(at)) && isJoined(folded, at, han)) {
                han.append(text.charAt(at));
                continue;
            }
            flush(han, words);
            if (Plain.isHan(text.charAt(at))) {
                han.append(text.charAt(at));
            } else if (Plain.isOfWord(text.charAt(at))) {
                words.add(text.substring(at, folded.endOfWord(at)));
            }
        }
        flush(han, words);
        return words;
    }

    private static boolean isJoined(Folded folded, int at, StringBuilder before) {
        return !before.isEmpty() && folded.startOf(at) == folded.endOf(at - 1);
    }

    private static void flush(StringBuilder han, List<String> words) {
        if (!han.isEmpty()) {
            words.add(han.toString());
            han.setLength(0);
        }
    }

    /** An English word without the ending of a plural, and what it is where it has none. */
    static String singular(String word) {
        if (word.endsWith("ies") && word.length() > SHORTEST_STEM) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean plural = word.length() >= SHORTEST_STEM && word.endsWith("s") && !word.endsWith("ss");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** What the forms of an English word have in common, as <a href="https://snowballstem.org">Snowball</a> has it. */
    static String stem(String word) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        String stem = stemmer.getCurrent();
        return stem.length() >= SHORTEST_STEM ? stem : word;
    }
}
