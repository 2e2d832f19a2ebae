package stemma.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/**
 * An answer with its headers as the wire has them, so that sending it once more costs little.
 *
 * @param headers shared with all answers whose headers are the same: all but the tag
 */
record Ready(Answer answer, List<HttpField> headers) {
    static final HttpField GZIPPED = new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip");

    private static final List<HttpField> OF_ALL = List.of(
            new PreEncodedHttpField(HttpHeader.VARY, "Accept, Accept-Encoding, Accept-Language"),
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=0, must-revalidate"));
    /** The objects of an entry beside its bytes, in bytes, about. */
    private static final int OBJECTS = 400;

    /** Headers as the wire has them, after those that every kept answer has. */
    static List<HttpField> encoded(Map<String, String> headers) {
        List<HttpField> fields = new ArrayList<>(OF_ALL);
        headers.forEach((name, value) -> {
            HttpHeader known = HttpHeader.CACHE.get(name);
            fields.removeIf(field -> field.is(name));
            fields.add(known == null ? new PreEncodedHttpField(name, value) : new PreEncodedHttpField(known, value));
        });
        return List.copyOf(fields);
    }

    /** What it takes in memory, in bytes, about. */
    int weight() {
        return OBJECTS
                + answer.body().array().length
                + (answer.gzipped() == null ? 0 : answer.gzipped().array().length);
    }
}
