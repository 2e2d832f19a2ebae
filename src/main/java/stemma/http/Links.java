package stemma.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@code Link} header (<a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>). */
final class Links {
    private static final String HEADER = "Link";

    private final List<String> links = new ArrayList<>();

    /** Adds a link; attribute names and values alternate. */
    Links add(String target, String relation, String... attributes) {
        StringBuilder link = new StringBuilder("<" + target + ">; rel=\"" + relation + '"');
        for (int i = 0; i < attributes.length; i += 2) {
            link.append("; ")
                    .append(attributes[i])
                    .append("=\"")
                    .append(attributes[i + 1])
                    .append('"');
        }
        links.add(link.toString());
        return this;
    }

    /** The links to the neighbouring pages of a list. */
    static Links ofPage(Context ctx, int total, int limit, int offset) {
        Links links = new Links();
        if (offset + limit < total) {
            links.add(page(ctx, offset + limit, limit), "next");
        }
        if (offset > 0) {
            links.add(page(ctx, Math.max(0, offset - limit), limit), "prev");
        }
        return links;
    }

    private static String page(Context ctx, int offset, int limit) {
        String others = ctx.queryString() == null
                ? ""
                : Arrays.stream(ctx.queryString().split("&", -1))
                        .filter(part -> !part.startsWith("offset=") && !part.startsWith("limit="))
                        .map(part -> part + "&")
                        .collect(Collectors.joining());
        return ctx.path() + "?" + others + "limit=" + limit + "&offset=" + offset;
    }

    /** Headers with these links, after those that are there. */
    Map<String, String> in(Map<String, String> headers) {
        if (links.isEmpty()) {
            return headers;
        }
        Map<String, String> all = new HashMap<>(headers);
        all.merge(HEADER, String.join(", ", links), (there, more) -> there + ", " + more);
        return all;
    }
}
