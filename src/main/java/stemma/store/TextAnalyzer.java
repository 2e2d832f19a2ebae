package stemma.store;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Makes words of texts in any language, for both sides of a search: without case, width and accents, Chinese in simplified
 * characters, each alone and with the next, English words as their stems.
 */
final class TextAnalyzer extends Analyzer {
    private final SimplifiedFilter.Characters simplified = new SimplifiedFilter.Characters();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream folded = new SimplifiedFilter(new ICUFoldingFilter(words), simplified);
        return new TokenStreamComponents(
                words,
                new KStemFilter(new CJKBigramFilter(
                        folded, CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA, true)));
    }

    /** For parts of words, which are neither divided nor reduced to a stem. */
    @Override
    protected TokenStream normalize(String field, TokenStream words) {
        return new SimplifiedFilter(new ICUFoldingFilter(words), simplified);
    }
}
