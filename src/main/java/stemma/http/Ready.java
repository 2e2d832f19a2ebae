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
 * @param headers those of the uncompressed bytes
 * @param gzippedHeaders those of the compressed bytes; null where there are none
 */
record Ready(Answer answer, List<HttpField> headers, List<HttpField> gzippedHeaders) {
    private static final List<HttpField> OF_ALL = List.of(
            new PreEncodedHttpField(HttpHeader.VARY, "Accept, Accept-Encoding, Accept-Language"),
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=0, must-revalidate"));

    static Ready of(Answer answer) {
        List<HttpField> gzipped = null;
        if (answer.gzipped() != null) {
            gzipped = encoded(answer, answer.gzippedEtag());
            gzipped.add(new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip"));
        }
        return new Ready(answer, encoded(answer, answer.etag()), gzipped);
    }

    private static List<HttpField> encoded(Answer answer, String etag) {
        List<HttpField> fields = new ArrayList<>(OF_ALL);
        if (answer.isOk()) {
            fields.add(new PreEncodedHttpField(HttpHeader.ETAG, etag));
        }
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            HttpHeader known = HttpHeader.CACHE.get(header.getKey());
            fields.add(
                    known == null
                            ? new PreEncodedHttpField(header.getKey(), header.getValue())
                            : new PreEncodedHttpField(known, header.getValue()));
        }
        return fields;
    }
}
