package stemma.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The language of a page for people: the words of its interface, and how numbers, dates and lists of names are written. The
 * words are those of the page's script, read from its own files ({@code web/strings}), so that none is written twice.
 */
final class PageLanguage {
    private static final Pattern WORD = Pattern.compile("^ {2}(\\w+): '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LATIN_BESIDE_HAN =
            Pattern.compile("(?<=\\p{IsHan})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\\p{IsHan})");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,18}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}(-\\d{2})?");
    private static final String OTHERS = "et al.";
    private static final int MOST_AUTHORS = 3;

    private final String tag;
    private final Map<String, String> words;

    private PageLanguage(String tag, Map<String, String> words) {
        this.tag = tag;
        this.words = words;
    }

    /**
     * Reads the words of a language.
     *
     * @param web the folder of the page
     * @param tag one of the glossary's languages
     */
    static PageLanguage read(Path web, String tag) {
        Path file = web.resolve("strings").resolve(tag.toLowerCase(Locale.ROOT) + ".js");
        Map<String, String> words = new HashMap<>();
        try {
            Matcher word = WORD.matcher(Files.readString(file));
            while (word.find()) {
                words.put(word.group(1), word.group(2).replaceAll("\\\\(.)", "$1"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PageLanguage(tag, Map.copyOf(words));
    }

    /** Its language tag. */
    String tag() {
        return tag;
    }

    /** All words, by key. */
    Map<String, String> words() {
        return words;
    }

    /** A word or sentence of the interface. */
    String word(String key) {
        return word(key, Map.of());
    }

    /** A sentence with its {places} filled; one that no value is given for stays. */
    String word(String key, Map<String, ?> values) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalStateException("The page has no word '" + key + "' in " + tag);
        }
        String text = PLACE.matcher(word)
                .replaceAll(place -> Matcher.quoteReplacement(
                        values.containsKey(place.group(1))
                                ? values.get(place.group(1)).toString()
                                : place.group()));
        return spaced(text);
    }

    /** "LSTM extends RNN", 「GPT 以 Transformer 為基礎」: in Chinese a relation may embrace its object. */
    String sentence(String subject, String relation, String object) {
        if (!isChinese()) {
            return subject + " " + relation + " " + object;
        }
        String said = relation.contains("…") ? relation.replace("…", object) : relation + object;
        return spaced(subject + said);
    }

    /** "LSTM, GRU and Transformer", 「LSTM、GRU 和 Transformer」. */
    String list(List<String> names) {
        String last = names.getLast();
        return names.size() == 1
                ? last
                : spaced(String.join(word("listComma"), names.subList(0, names.size() - 1)) + word("listAnd") + last);
    }

    private String spaced(String text) {
        return isChinese() ? LATIN_BESIDE_HAN.matcher(text).replaceAll(" ") : text;
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag(tag)).format(number);
    }

    /** "2017", "June 2018", "12 June 2017" from a date as XML Schema writes it. */
    String date(String date) {
        if (!DATE.matcher(date).matches()) {
            return date;
        }
        return date.length() == "2017-06".length()
                ? YearMonth.parse(date).format(pattern("MMMM uuuu", "uuuu年M月"))
                : LocalDate.parse(date).format(pattern("d MMMM uuuu", "uuuu年M月d日"));
    }

    private DateTimeFormatter pattern(String english, String chinese) {
        return isChinese()
                ? DateTimeFormatter.ofPattern(chinese, Locale.TAIWAN)
                : DateTimeFormatter.ofPattern(english, Locale.UK);
    }

    /** The literal of an attribute. */
    String literal(String value) {
        if (value.equals("true") || value.equals("false")) {
            return word(value.equals("true") ? "valueTrue" : "valueFalse");
        }
        return LONG_NUMBER.matcher(value).matches() ? number(Long.parseLong(value)) : date(value);
    }

    /** The first of some authors, and that there are more; empty for none. */
    String authors(List<String> authors) {
        List<String> known =
                authors.stream().filter(name -> !name.equals(OTHERS)).toList();
        String some = known.stream().limit(MOST_AUTHORS).collect(Collectors.joining(", "));
        return known.isEmpty() || (known.size() <= MOST_AUTHORS && known.size() == authors.size())
                ? some
                : some + " " + word("authorsMore");
    }

    private boolean isChinese() {
        return tag.startsWith("zh");
    }
}
