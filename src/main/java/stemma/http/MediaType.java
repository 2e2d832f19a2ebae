package stemma.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import stemma.problem.Problem;

/** What the body of a request is, as its Content-Type header says. Text is UTF-8 here, and nothing else. */
final class MediaType {
    private static final Pattern NOT_UTF_8 = Pattern.compile("charset\\s*=\\s*\"?+(?!utf-?8\"?\\s*(;|$))");

    private MediaType() {}

    /**
     * The type without its parameters, in small letters; empty when none is given.
     *
     * @param supported for the refusal
     * @throws stemma.problem.ProblemException with {@link Problem.UnsupportedMediaType} when the text is not UTF-8
     */
    static String of(Context ctx, List<String> supported) {
        return of(ctx.header("Content-Type"), supported);
    }

    static String of(String header, List<String> supported) {
        String[] type =
                Objects.requireNonNullElse(header, "").toLowerCase(Locale.ROOT).split(";", 2);
        if (type.length > 1 && NOT_UTF_8.matcher(type[1]).find()) {
            throw new Problem.UnsupportedMediaType(type[1].strip(), supported).exception();
        }
        return type[0].strip();
    }
}
