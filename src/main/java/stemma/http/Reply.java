package stemma.http;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What is sent to one who asked, of an answer that is there.
 *
 * @param body without bytes where the reader has the answer already
 */
record Reply(int status, ByteBuffer body) {

    /**
     * The reply to a request.
     *
     * @param asked the request's headers
     * @param headers those of the response, to which the answer's are put
     */
    static Reply of(Ready ready, HttpFields asked, HttpFields.Mutable headers) {
        Answer answer = ready.answer();
        boolean gzip = answer.gzipped() != null && Answers.acceptsGzip(asked.get(HttpHeader.ACCEPT_ENCODING));
        ready.headers().forEach(headers::put);
        if (answer.isOk()) {
            headers.put(HttpHeader.ETAG, gzip ? answer.gzippedEtag() : answer.etag());
        }
        if (gzip) {
            headers.put(Ready.GZIPPED);
        }
        if (answer.isOk() && matches(asked.get(HttpHeader.IF_NONE_MATCH), answer)) {
            return new Reply(HttpStatus.NOT_MODIFIED_304, ByteBuffer.allocate(0));
        }
        byte[] body = (gzip ? answer.gzipped() : answer.body()).array();
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        return new Reply(answer.status(), ByteBuffer.wrap(body));
    }

    /** Weak comparison with either representation, as <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2">RFC
     * 9110</a> has it. */
    private static boolean matches(String header, Answer answer) {
        if (header == null) {
            return false;
        }
        return header.strip().equals("*")
                || Arrays.stream(header.split(",", -1))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals(answer.etag()) || tag.equals(answer.gzippedEtag()));
    }
}
