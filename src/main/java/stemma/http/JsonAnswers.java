package stemma.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import stemma.glossary.Text;
import stemma.sparql.Accept;
import stemma.sparql.Format;

/** Makes answers, most of them of JSON, with the headers that go with them. */
final class JsonAnswers {
    private static final String JSON = "application/json";

    private final Json json;
    private final Function<byte[], String> tag;

    /**
     * Answers.
     *
     * @param tag gives the entity tag of a body
     */
    JsonAnswers(Json json, Function<byte[], String> tag) {
        this.json = json;
        this.tag = tag;
    }

    Answer of(Context ctx, Parameters parameters, Object value) {
        return of(ctx, parameters, value, new Links());
    }

    /** An answer with links of its own. */
    Answer of(Context ctx, Parameters parameters, Object value, Links links) {
        Languages languages = Languages.of(ctx, parameters);
        byte[] body = json.write(value, languages, parameters.list(Declared.FIELDS));
        return Answer.of(
                200,
                links.in(Map.of("Content-Type", contentType(ctx, value), "Content-Language", languages.chosen())),
                body,
                tag.apply(body));
    }

    /** An answer with links to the neighbouring pages (<a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>). */
    Answer page(Context ctx, Parameters parameters, Object value, int total, int limit, int offset) {
        return of(ctx, parameters, value, Links.ofPage(ctx, total, limit, offset));
    }

    /** A page of rows in another format than JSON, with the same links. */
    Answer page(Context ctx, String contentType, byte[] body, int total, int limit, int offset) {
        return Answer.of(
                200,
                Links.ofPage(ctx, total, limit, offset).in(Map.of("Content-Type", contentType)),
                body,
                tag.apply(body));
    }

    private static String contentType(Context ctx, Object value) {
        String accept = Objects.requireNonNullElse(ctx.header("Accept"), "");
        return value instanceof LinkedCard
                ? new Accept(accept)
                        .best(List.of(JSON, Format.JSON_LD.mediaType()), List::of)
                        .orElse(JSON)
                : JSON;
    }

    /** The JSON of a value, for an answer that is not kept. */
    byte[] bytes(Object value) {
        return json.write(value, new Languages(Text.LANGUAGES.getFirst(), false));
    }

    /** An answer in another format. */
    Answer bytes(String contentType, byte[] body) {
        return Answer.of(200, Map.of("Content-Type", contentType), body, tag.apply(body));
    }

    /** An answer in another format and in one language. */
    Answer bytes(String contentType, String language, byte[] body) {
        return Answer.of(200, Map.of("Content-Type", contentType, "Content-Language", language), body, tag.apply(body));
    }
}
