package stemma.glossary;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * One text in several languages. In JSON it is a language map, {@code {"zh-Hant": "循環神經網路", "en": "Recurrent neural
 * network"}}.
 *
 * @param byLanguage texts by language tag, in the order of the tags; never empty
 */
public record Text(NavigableMap<String, String> byLanguage) {

    /** The languages that the glossary is written in; the first is the one that an undecided client gets. */
    public static final List<String> LANGUAGES = List.of("en", "zh-Hant");

    /** A text from what stands for each language tag. */
    public static Text of(Map<String, String> byLanguage) {
        return new Text(new TreeMap<>(byLanguage));
    }

    /** A text from one literal a language. */
    static Text of(Stream<Node> literals) {
        return new Text(literals.collect(Collectors.toMap(
                Node::getLiteralLanguage,
                Node::getLiteralLexicalForm,
                (one, other) -> one.compareTo(other) <= 0 ? one : other,
                TreeMap::new)));
    }

    /**
     * The language of this text that serves a reader of {@code language} best: the same; another of the same primary
     * language (zh-TW → zh-Hant); English; Traditional Chinese; the first.
     */
    public String best(String language) {
        if (byLanguage.containsKey(language)) {
            return language;
        }
        List<String> order = new ArrayList<>();
        byLanguage.keySet().stream()
                .filter(tag -> primary(tag).equals(primary(language)))
                .sorted(Comparator.reverseOrder())
                .forEach(order::add);
        order.addAll(LANGUAGES);
        return order.stream().filter(byLanguage::containsKey).findFirst().orElseGet(byLanguage::firstKey);
    }

    /** The text for a reader of a language, by {@link #best}. */
    public String in(String language) {
        return byLanguage.get(best(language));
    }

    /** This text in one language alone, by {@link #best}. */
    public Map<String, String> only(String language) {
        String tag = best(language);
        return Map.of(tag, byLanguage.get(tag));
    }

    /** The first sentence, in each language. */
    Text firstSentence() {
        NavigableMap<String, String> sentences = new TreeMap<>();
        byLanguage.forEach((language, text) -> {
            BreakIterator sentence = FilteredBreakIteratorBuilder.getInstance(ULocale.forLanguageTag(language))
                    .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language)));
            sentence.setText(text);
            int end = sentence.next();
            sentences.put(
                    language,
                    end == BreakIterator.DONE ? text : text.substring(0, end).strip());
        });
        return new Text(sentences);
    }

    private static String primary(String tag) {
        return tag.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
    }
}
