package stemma.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * An RDF dataset with transactions. Nobody outside this package begins or ends one: work is handed in and runs inside.
 * Readers never block each other, nor does a writer block them; there is one writer at a time. Safe for use by many
 * threads.
 */
public interface GraphStore extends AutoCloseable {

    /**
     * Work inside a transaction.
     *
     * @param <T> what it gives back; must not refer to the snapshot
     * @param <E> what it may throw
     */
    @FunctionalInterface
    interface Work<T, E extends Exception> {
        T with(Snapshot snapshot) throws E;
    }

    /** Runs {@code work} in a read transaction, on the calling thread. */
    <T, E extends Exception> T read(Work<T, E> work) throws E;

    /**
     * Runs {@code work} in the write transaction, on the calling thread. When it returns, everything is committed and
     * the version is a new one; when it throws, nothing has changed. Waits as long as another thread writes.
     */
    default <T, E extends Exception> T write(Work<T, E> work) throws E {
        return write(ChronoUnit.FOREVER.getDuration(), work).result();
    }

    /**
     * Runs {@code work} as {@link #write(Work)} does, once no other thread writes.
     *
     * @param patience how long to wait for the others
     * @throws stemma.problem.ProblemException with {@link stemma.problem.Problem.Busy} when they take longer
     */
    <T, E extends Exception> Written<T> write(Duration patience, Work<T, E> work) throws E;

    /**
     * What a committed change gave.
     *
     * @param version the version of the state that it made
     */
    record Written<T>(T result, Version version) {}

    /** The version of the newest committed state. */
    Version version();

    /** Waits for nothing: callers end their transactions first. */
    @Override
    void close();
}
