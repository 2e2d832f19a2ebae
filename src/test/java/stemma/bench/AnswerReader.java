package stemma.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads answers of HTTP/1.1 and keeps nothing of them: what a client needs to find the next one, and no more. */
final class AnswerReader {
    private static final byte[] GOOD = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "\ncontent-length:".getBytes(StandardCharsets.US_ASCII);

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /**
     * Reads an answer.
     *
     * @throws IOException when it is no good one
     */
    void skip() throws IOException {
        int head = endOfHead();
        for (int i = 0; i < GOOD.length; i++) {
            if (buffer[start + i] != GOOD[i]) {
                throw new IOException(
                        "Not a good answer: " + new String(buffer, start, head - start, StandardCharsets.ISO_8859_1));
            }
        }
        long length = contentLength(head);
        start = head;
        if (length >= 0) {
            skip(length);
            return;
        }
        for (int chunk = chunkSize(); chunk > 0; chunk = chunkSize()) {
            skip(chunk + 2L);
        }
        skip(2);
    }

    private int endOfHead() throws IOException {
        for (int at = start; ; at++) {
            while (at + 3 >= end) {
                at -= fill();
            }
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                return at + 4;
            }
        }
    }

    private long contentLength(int head) {
        for (int at = start; at < head - LENGTH.length; at++) {
            if (buffer[at] == '\n' && startsWithLength(at)) {
                long length = 0;
                for (int i = at + LENGTH.length; buffer[i] != '\r'; i++) {
                    if (buffer[i] != ' ') {
                        length = 10 * length + buffer[i] - '0';
                    }
                }
                return length;
            }
        }
        return -1;
    }

    private boolean startsWithLength(int at) {
        for (int i = 1; i < LENGTH.length; i++) {
            if ((buffer[at + i] | 0x20) != LENGTH[i] && buffer[at + i] != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private int chunkSize() throws IOException {
        int size = 0;
        for (; ; start++) {
            while (start >= end) {
                fill();
            }
            if (buffer[start] == '\n') {
                start++;
                return size;
            }
            if (buffer[start] != '\r') {
                size = 16 * size + Character.digit(buffer[start], 16);
            }
        }
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > end - start) {
            left -= end - start;
            start = end;
            fill();
        }
        start += (int) left;
    }

    /** Reads more, and says by how much what was there has moved to the front. */
    private int fill() throws IOException {
        int moved = 0;
        if (start > 0 && (start == end || end == buffer.length)) {
            moved = start;
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new IOException("The answer ends early");
        }
        end += read;
        return moved;
    }
}
