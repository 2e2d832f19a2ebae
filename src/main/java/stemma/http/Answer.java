package stemma.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * A finished answer, ready to be sent any number of times. Treat its arrays as constants.
 *
 * @param status the HTTP status
 * @param headers headers beyond those that follow from the body
 * @param body the bytes
 * @param gzipped the bytes, compressed; null where that saves nothing
 * @param etag a strong entity tag of the uncompressed bytes, with its quotation marks
 */
record Answer(int status, Map<String, String> headers, Bytes body, Bytes gzipped, String etag) {

    private static final int WORTH_COMPRESSING = 1024;

    /** Bytes that nobody changes. */
    record Bytes(@SuppressWarnings("ArrayRecordComponent") byte[] array) {}

    /**
     * An answer.
     *
     * @param tag what tells this answer from others of the same address: the store's version and a digest
     */
    static Answer of(int status, Map<String, String> headers, byte[] body, String tag) {
        byte[] gzipped = body.length < WORTH_COMPRESSING ? body : gzip(body);
        return new Answer(
                status,
                Map.copyOf(headers),
                new Bytes(body),
                gzipped.length < body.length ? new Bytes(gzipped) : null,
                '"' + tag + '"');
    }

    /** An answer for a client that takes it as it is. */
    static Answer uncompressed(int status, Map<String, String> headers, byte[] body, String tag) {
        return new Answer(status, Map.copyOf(headers), new Bytes(body), null, '"' + tag + '"');
    }

    /** This answer with more links. */
    Answer with(Links links) {
        return new Answer(status, links.in(headers), body, gzipped, etag);
    }

    /** This answer with another header. */
    Answer with(String header, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(header, value);
        return new Answer(status, Map.copyOf(all), body, gzipped, etag);
    }

    boolean isOk() {
        return status == HttpServletResponse.SC_OK;
    }

    /** The entity tag of the compressed bytes: another representation, so another tag. */
    String gzippedEtag() {
        return etag.substring(0, etag.length() - 1) + "-gzip\"";
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
