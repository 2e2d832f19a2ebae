package stemma.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stemma.glossary.Text;

/**
 * The language of an answer.
 *
 * @param chosen the language that serves the client best, one of the glossary's
 * @param only whether language maps shall have that language alone: when {@code lang} asks for it
 */
record Languages(String chosen, boolean only) {
    private static final String ALL = "all";

    /**
     * Reads {@code lang} or, without it, Accept-Language
     * (<a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647 lookup</a>, by primary language).
     */
    static Languages of(Context ctx, Parameters parameters) {
        Optional<String> wanted = parameters.find("lang");
        if (wanted.isPresent() && !wanted.get().equals(ALL)) {
            return new Languages(nearest(wanted.get()).orElse(Text.LANGUAGES.getFirst()), true);
        }
        return new Languages(accepted(ctx.header("Accept-Language")), false);
    }

    /** The language of a page: by {@code lang}, of which nothing is refused, or by Accept-Language. */
    static String preferred(Context ctx) {
        return Form.ofAddress(ctx).getOrDefault("lang", List.of()).stream()
                .findFirst()
                .flatMap(Languages::nearest)
                .orElseGet(() -> accepted(ctx.header("Accept-Language")));
    }

    /** The glossary's language that serves readers of another one best. */
    static String nearestTo(String tag) {
        return nearest(tag).orElse(Text.LANGUAGES.getFirst());
    }

    /** The glossary's language that an Accept-Language header likes best; the first when it likes none, or is none. */
    static String accepted(String header) {
        if (header == null || header.isBlank()) {
            return Text.LANGUAGES.getFirst();
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return Text.LANGUAGES.getFirst();
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> nearest(range.getRange()).stream())
                .findFirst()
                .orElse(Text.LANGUAGES.getFirst());
    }

    private static Optional<String> nearest(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return Text.LANGUAGES.stream()
                .filter(language ->
                        Locale.forLanguageTag(language).getLanguage().equals(primary))
                .findFirst();
    }
}
