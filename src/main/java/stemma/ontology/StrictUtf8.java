package stemma.ontology;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes that must be UTF-8: where they are not, Jena's parsers would put signs that nobody wrote. */
final class StrictUtf8 extends FilterInputStream {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer unread = CharBuffer.allocate(1 << 13);
    /** The beginning of a character whose end has not come yet. */
    private ByteBuffer begun = ByteBuffer.allocate(0);

    private int line = 1;

    StrictUtf8(InputStream bytes) {
        super(bytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws IOException also where the bytes are not UTF-8 */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        ByteBuffer next = ByteBuffer.allocate(begun.remaining() + Math.max(0, count))
                .put(begun)
                .put(bytes, from, Math.max(0, count))
                .flip();
        check(next, count < 0);
        begun = next;
        return count;
    }

    private void check(ByteBuffer bytes, boolean isEnd) throws IOException {
        int start = bytes.position();
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            unread.clear();
            result = decoder.decode(bytes, unread, isEnd);
        }
        for (int i = start; i < bytes.position(); i++) {
            line += bytes.get(i) == '\n' ? 1 : 0;
        }
        if (result.isError()) {
            throw new IOException("line " + line + " is not UTF-8");
        }
    }
}
