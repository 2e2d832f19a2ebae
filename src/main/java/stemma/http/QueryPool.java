package stemma.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.problem.Problem;

/**
 * Runs work on the store on a few platform threads with large stacks, so that neither many queries nor deep ones (ARQ's
 * property paths recurse) are felt by those who only fetch what is kept ready.
 */
final class QueryPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryPool.class);
    private static final int CLOSE_SECONDS = 10;
    private static final long STACK_BYTES = 256L << 20;
    private static final int WAITING_PER_SLOT = 8;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final ThreadPoolExecutor executor;

    /**
     * A pool.
     *
     * @param name what its threads are called
     * @param slots how many of them there are
     */
    QueryPool(String name, int slots) {
        AtomicInteger count = new AtomicInteger();
        executor = new ThreadPoolExecutor(
                slots, slots, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(slots * WAITING_PER_SLOT), work -> {
                    Thread thread = new Thread(null, work, name + "-" + count.incrementAndGet(), STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs work and waits for it.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.Busy} when all places are taken
     * @throws Exception what the work throws
     */
    <T> T run(Callable<T> work) throws Exception {
        Future<T> future;
        try {
            future = executor.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Problem.Busy("All places for queries are taken.", RETRY_AFTER_SECONDS).exception();
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (InterruptedException e) {
            // Not by an interrupt, which would close the files of the store under it.
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    /** Lets running work end, for a while, then stops. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Work on the store is still running; it is left behind.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
