package stemma.sparql.standard;

import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * <a href="https://www.w3.org/TR/sparql12-query/#codepointEscape">Codepoint escapes</a> ({@code \u00E9}) as SPARQL 1.2 has
 * them in IRIs and in strings: each stands for its character, whatever that would mean if it were written there, and none
 * stands for half a character. Elsewhere they are read as SPARQL 1.1 reads them, as if the character were written.
 */
public final class CodepointEscapes {
    /** What a text is made of, as far as it matters here. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>\"\"\"(?:[^\\\\]|\\\\.)*?\"\"\"|'''(?:[^\\\\]|\\\\.)*?'''"
                    + "|\"(?:[^\"\\\\\\n\\r]|\\\\.)*+\"|'(?:[^'\\\\\\n\\r]|\\\\.)*+')"
                    + "|(?<iri><(?:[^<>\"{}|^`\\\\\\x00-\\x20]|\\\\u[0-9A-Fa-f]{4}|\\\\U[0-9A-Fa-f]{8})*+>)"
                    + "|(?<comment>#[^\\n\\r]*+)"
                    + "|(?<escape>\\\\u[0-9A-Fa-f]{4}|\\\\U[0-9A-Fa-f]{8})",
            Pattern.DOTALL);

    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|.)", Pattern.DOTALL);
    private static final Pattern NOT_IN_IRIS = Pattern.compile("[<>\"{}|^`\\\\\\x00-\\x20]");
    private static final Map<Integer, String> IN_STRINGS = Map.of(
            (int) '\t', "\\t",
            (int) '\n', "\\n",
            (int) '\r', "\\r",
            (int) '\b', "\\b",
            (int) '\f', "\\f",
            (int) '"', "\\\"",
            (int) '\'', "\\'",
            (int) '\\', "\\\\");

    /**
     * What is wrong with an escape.
     *
     * @param line its line, from 1
     * @param column its column, from 1
     */
    public record Mistake(int line, int column, String reason) {}

    /**
     * A text without escapes, or what is wrong with one of them.
     *
     * @param text the text; empty when there is a mistake
     * @param mistake empty when there is none
     */
    public record Result(String text, Optional<Mistake> mistake) {}

    private final String text;
    private final StringBuilder replaced = new StringBuilder();

    private CodepointEscapes(String text) {
        this.text = text;
    }

    /** Puts characters in the place of their escapes. */
    public static Result replaced(String text) {
        if (!text.contains("\\u") && !text.contains("\\U")) {
            return new Result(text, Optional.empty());
        }
        CodepointEscapes escapes = new CodepointEscapes(text);
        Optional<Mistake> mistake = escapes.replace();
        return new Result(mistake.isPresent() ? "" : escapes.replaced.toString(), mistake);
    }

    private Optional<Mistake> replace() {
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            replaced.append(text, from, token.start());
            from = token.end();
            Optional<Mistake> mistake = Optional.empty();
            if (token.group("escape") != null) {
                mistake = within(token, Character::toString);
            } else if (token.group("iri") != null) {
                mistake = within(token, Character::toString);
            } else if (token.group("string") != null) {
                mistake = within(token, character -> IN_STRINGS.getOrDefault(character, Character.toString(character)));
            } else {
                replaced.append(token.group());
            }
            if (mistake.isPresent()) {
                return mistake;
            }
        }
        replaced.append(text, from, text.length());
        return Optional.empty();
    }

    private Optional<Mistake> within(Matcher token, IntFunction<String> written) {
        Matcher escape = ESCAPE.matcher(text).region(token.start(), token.end());
        boolean iri = token.group("iri") != null;
        int from = token.start();
        while (escape.find()) {
            String digits = escape.group(1) != null ? escape.group(1) : escape.group(2);
            if (digits != null) {
                int character = Integer.parseUnsignedInt(digits, 16);
                if (!Character.isValidCodePoint(character) || isSurrogate(character)) {
                    return mistake(escape.start(), "The codepoint escape stands for no character.");
                }
                if (character == '\\' && token.group("escape") != null) {
                    return mistake(escape.start(), "No codepoint escape begins another.");
                }
                if (iri && NOT_IN_IRIS.matcher(Character.toString(character)).matches()) {
                    return mistake(escape.start(), "The character of the codepoint escape stands in no IRI.");
                }
                replaced.append(text, from, escape.start()).append(written.apply(character));
                from = escape.end();
            }
        }
        replaced.append(text, from, token.end());
        return Optional.empty();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private Optional<Mistake> mistake(int at, String reason) {
        String before = text.substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Optional.of(new Mistake(line, at - before.lastIndexOf('\n'), reason));
    }
}
