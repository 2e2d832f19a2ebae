package stemma.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import stemma.glossary.Text;

/** Makes answers, most of them of JSON, with the headers that go with them. */
final class JsonAnswers {
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
        return of(Languages.of(ctx, parameters), value, Map.of());
    }

    /** An answer with links to the neighbouring pages (<a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>). */
    Answer page(Context ctx, Parameters parameters, Object value, int total, int limit, int offset) {
        return of(Languages.of(ctx, parameters), value, links(ctx, total, limit, offset));
    }

    /** A page of rows in another format than JSON, with the same links. */
    Answer page(Context ctx, String contentType, byte[] body, int total, int limit, int offset) {
        Map<String, String> headers = new HashMap<>(links(ctx, total, limit, offset));
        headers.put("Content-Type", contentType);
        return Answer.of(200, headers, body, tag.apply(body));
    }

    private static Map<String, String> links(Context ctx, int total, int limit, int offset) {
        StringBuilder links = new StringBuilder();
        if (offset + limit < total) {
            links.append(link(ctx, offset + limit, limit, "next"));
        }
        if (offset > 0) {
            links.append(links.isEmpty() ? "" : ", ").append(link(ctx, Math.max(0, offset - limit), limit, "prev"));
        }
        return links.isEmpty() ? Map.of() : Map.of("Link", links.toString());
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

    private Answer of(Languages languages, Object value, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "application/json");
        headers.put("Content-Language", languages.chosen());
        byte[] body = json.write(value, languages);
        return Answer.of(200, headers, body, tag.apply(body));
    }

    private static String link(Context ctx, int offset, int limit, String relation) {
        String others = ctx.queryString() == null
                ? ""
                : Arrays.stream(ctx.queryString().split("&", -1))
                        .filter(part -> !part.startsWith("offset=") && !part.startsWith("limit="))
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
        return "<" + ctx.path() + "?" + others + "limit=" + limit + "&offset=" + offset + ">; rel=\"" + relation + "\"";
    }
}
