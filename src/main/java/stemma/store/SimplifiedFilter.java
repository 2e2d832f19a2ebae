package stemma.store;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Turns traditional Chinese characters into simplified ones, as ICU does. It remembers what became of single characters. */
final class SimplifiedFilter extends TokenFilter {
    private static final char FIRST_OF_CJK = '\u2e80';

    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final Characters characters;

    SimplifiedFilter(TokenStream words, Characters characters) {
        super(words);
        this.characters = characters;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (word.length() == 1) {
            word.buffer()[0] = characters.simplified(word.charAt(0));
        } else if (word.chars().anyMatch(sign -> sign >= FIRST_OF_CJK)) {
            String simplified = characters.simplified(word.toString());
            word.setEmpty().append(simplified);
        }
        return true;
    }

    /** ICU's characters. Threads may share them: what one forgets, another finds again. */
    static final class Characters {
        private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
        private final char[] known = new char[Character.MAX_VALUE + 1];

        String simplified(String word) {
            return simplified.transliterate(word);
        }

        char simplified(char sign) {
            if (known[sign] == 0) {
                known[sign] = simplified(String.valueOf(sign)).charAt(0);
            }
            return known[sign];
        }
    }
}
