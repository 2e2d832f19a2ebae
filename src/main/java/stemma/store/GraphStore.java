package stemma.store;

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
     * the version is a new one; when it throws, nothing has changed.
     */
    <T, E extends Exception> T write(Work<T, E> work) throws E;

    /** The version of the newest committed state. */
    Version version();

    /** Waits for nothing: callers end their transactions first. */
    @Override
    void close();
}
