package stemma.store;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

/**
 * What one execution of a query or update has taken of its {@link Limits}. Everything that takes time between two rows, or
 * keeps them, asks here whether it may go on. Used by the thread that runs the query; any thread may cancel it.
 */
public final class Budget {
    private static final Symbol SYMBOL = Symbol.create("https://w3id.org/stemma/service#budget");
    private static final int ROW_BYTES = 64;
    private static final int NODE_BYTES = 56;
    /** A value of so many characters is long: a look at the heap costs little beside it. */
    private static final int LONG = 4096;

    private static final long LOOK_EVERY_BYTES = 16L << 20;
    private static final int LOOK_AT_TIME_EVERY = 1 << 8;

    private final Limits limits;
    private final Heap heap = new Heap();
    private final AtomicBoolean cancelled;
    private final long deadline;
    private long rows;
    private long bytes;
    private long unseen;
    private int steps;
    private boolean answerIsHeld;
    private Optional<ProblemException> failure = Optional.empty();

    /** A budget that begins now, and ends early when the flag is set. */
    public Budget(Limits limits, AtomicBoolean cancelled) {
        this.limits = limits;
        this.cancelled = cancelled;
        this.deadline = System.nanoTime() + limits.timeout().toNanos();
    }

    /** A budget for those who are trusted with anything. */
    public static Budget unlimited() {
        return new Budget(Limits.NONE, new AtomicBoolean());
    }

    /** The budget of an execution, by its context. */
    public static Budget of(Context context) {
        return Optional.ofNullable(context.<Budget>get(SYMBOL)).orElseGet(Budget::unlimited);
    }

    /** What an execution needs in its context to keep to this budget. */
    public Map<Symbol, Object> settings() {
        return Map.of(SYMBOL, this, ARQConstants.symCancelQuery, cancelled);
    }

    public Limits limits() {
        return limits;
    }

    void endInTime() {
        if (isTimeOver()) {
            cancel();
        }
    }

    private boolean isTimeOver() {
        return System.nanoTime() - deadline > 0;
    }

    /** The time that is left. */
    public Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
    }

    /** Ends it from outside; those who ask it for leave next learn of it. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Says that all rows of the next answer will be held. */
    public void holdAnswer() {
        answerIsHeld = true;
    }

    /** Whether all rows of this answer will be held; asked once, by what is executed first. */
    boolean takesAnswer() {
        boolean takes = answerIsHeld;
        answerIsHeld = false;
        return takes;
    }

    /** Asks for leave to go on. @throws QueryCancelledException when the time is over, or somebody has cancelled */
    public void check() {
        if (cancelled.get() || isTimeOver()) {
            cancel();
            throw new QueryCancelledException();
        }
    }

    /** The same, looked at now and then: for the innermost loops. */
    public void step() {
        if ((++steps & (LOOK_AT_TIME_EVERY - 1)) == 0) {
            check();
        }
    }

    /** Takes a row into what is held. @throws stemma.problem.ProblemException when that is too much */
    public Binding hold(Binding row) {
        long[] size = {ROW_BYTES};
        row.forEach((variable, node) -> size[0] += size(node));
        hold(1, size[0]);
        return row;
    }

    /** Takes a node into what is held. Gives back the bytes that it counts for. */
    long hold(Node node) {
        long size = ROW_BYTES + size(node);
        hold(1, size);
        return size;
    }

    /** Takes a triple into what is held. */
    public void hold(Triple triple) {
        hold(1, ROW_BYTES + size(triple.getSubject()) + size(triple.getPredicate()) + size(triple.getObject()));
    }

    private void hold(long more, long size) {
        step();
        rows += more;
        bytes += size;
        if (rows > limits.rows()) {
            throw failed(new Problem.LimitReached(
                    "rows",
                    Long.toString(limits.rows()),
                    "Sort, group or compare fewer: narrow the pattern, or bind more of it."));
        }
        if (bytes > limits.memory()) {
            throw outOfMemory();
        }
        look(size);
    }

    /** Gives back what was taken by {@link #hold}. */
    void release(long heldRows, long heldBytes) {
        rows -= heldRows;
        bytes -= heldBytes;
    }

    /** Allows a computed value of a length. @throws stemma.problem.ProblemException when it is too long */
    public void allowValue(long length) {
        if (length > limits.value()) {
            throw failed(new Problem.LimitReached(
                    "value", limits.value() + " characters", "Compute shorter values, or fewer in one."));
        }
        step();
        if (length > LONG) {
            look(length);
        }
    }

    /** Values that are short-lived, or shared, are not counted one by one; the heap itself tells. */
    private void look(long size) {
        unseen += size;
        if (unseen > LOOK_EVERY_BYTES) {
            unseen = 0;
            check();
            if (heap.isFull()) {
                throw outOfMemory();
            }
        }
    }

    private RuntimeException outOfMemory() {
        return failed(new Problem.LimitReached(
                "memory",
                (limits.memory() >> 20) + " MiB",
                "Hold fewer rows, or shorter values: narrow the pattern, or bind more of it."));
    }

    /** ARQ takes what fails in a filter for false; so a failure is kept, and ends the execution. */
    private ProblemException failed(Problem problem) {
        ProblemException exception = problem.exception();
        failure = failure.or(() -> Optional.of(exception));
        cancel();
        return failure.orElse(exception);
    }

    /** Why an execution that was cancelled had to end. */
    public Problem failure(String advice) {
        return failure.map(ProblemException::problem)
                .orElseGet(() ->
                        new Problem.LimitReached("timeout", limits.timeout().toMillis() / 1000.0 + " s", advice));
    }

    /** Has what went wrong come out, wherever it got lost. @throws ProblemException with the limit that was reached */
    public void requireKept() {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private static long size(Node node) {
        if (node.isLiteral()) {
            return (long) NODE_BYTES + node.getLiteralLexicalForm().length();
        }
        return node.isURI() ? (long) NODE_BYTES + node.getURI().length() : NODE_BYTES;
    }
}
