package stemma.sparql;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import stemma.problem.Problem;

/** Bytes of an answer, up to a limit. */
final class LimitedStream extends FilterOutputStream {
    private final long limit;
    private long written;

    LimitedStream(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    static Problem tooLong(long limit) {
        return new Problem.LimitReached(
                "answer", limit + " bytes", "Ask for less, or in parts, with LIMIT and OFFSET.");
    }

    @Override
    public void write(int character) throws IOException {
        count(1);
        out.write(character);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        count(length);
        out.write(bytes, from, length);
    }

    private void count(int more) {
        written += more;
        if (written > limit) {
            throw tooLong(limit).exception();
        }
    }
}
