package stemma.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends executions when the time of their {@link Budget} is over. One thread looks at all of them now and then, and only raises
 * their flags. The alarms of ARQ stay in memory until the time is over, however long ago their execution ended, and close
 * its iterators beside the thread that runs them.
 */
public final class Deadlines implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    private final Set<Budget> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadlines").factory());

    Deadlines() {
        var unused = clock.scheduleWithFixedDelay(
                () -> running.forEach(Budget::endInTime), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * What is executed.
     *
     * @param <T> what it gives back
     * @param <E> what it may throw
     */
    @FunctionalInterface
    public interface Execution<T, E extends Exception> {
        T run() throws E;
    }

    /** Runs an execution on the calling thread; its budget is cancelled when the time is over. */
    public <T, E extends Exception> T keep(Budget budget, Execution<T, E> execution) throws E {
        running.add(budget);
        try {
            return execution.run();
        } finally {
            running.remove(budget);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
