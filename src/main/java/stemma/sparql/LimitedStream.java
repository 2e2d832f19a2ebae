package stemma.sparql;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import stemma.problem.Problem;
import stemma.store.Budget;

/** Bytes of an answer, within a budget. */
final class LimitedStream extends FilterOutputStream {
    private final Budget budget;
    private long written;

    LimitedStream(OutputStream out, Budget budget) {
        super(out);
        this.budget = budget;
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
        budget.step();
        if (written > budget.limits().answer()) {
            throw tooLong(budget.limits().answer()).exception();
        }
    }
}
