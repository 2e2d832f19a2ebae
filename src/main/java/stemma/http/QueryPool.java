package stemma.http;

import io.javalin.http.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

/**
 * Runs work on the store on a few platform threads with large stacks, so that neither many queries nor deep ones (ARQ's
 * property paths recurse) are felt by those who only fetch what is kept ready.
 */
final class QueryPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryPool.class);
    private static final int CLOSE_SECONDS = 10;
    private static final long STACK_BYTES = 256L << 20;
    private static final int WAITING_SECONDS = 5;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final long LOOK_MILLIS = 100;

    private final ThreadPoolExecutor executor;
    private final Places places;
    private final Clients clients;

    /**
     * A pool.
     *
     * @param name what its threads are called
     * @param slots how many of them there are
     * @param clientSlots how many of them one client may have
     */
    QueryPool(String name, int slots, int clientSlots, Clients clients) {
        AtomicInteger count = new AtomicInteger();
        // It is never given more than there are slots, so its own queue only bridges the end of one and the next.
        executor = new ThreadPoolExecutor(slots, slots, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(null, work, name + "-" + count.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
        executor.allowCoreThreadTimeOut(true);
        places = new Places(executor, slots, clientSlots);
        this.clients = clients;
    }

    /** Work that is told when nobody waits for it any more. */
    @FunctionalInterface
    interface Work<T> {
        T until(AtomicBoolean left) throws Exception;
    }

    /** Runs work for the client of a request and waits for it, also when the client does not. */
    <T> T run(Context ctx, Callable<T> work) throws Exception {
        return run(clients.of(ctx), Client.PATIENT, left -> work.call());
    }

    /** Runs work for the client of a request and waits for it, as long as the client does. */
    <T> T run(Context ctx, Work<T> work) throws Exception {
        return run(clients.of(ctx), new Client(ctx), work);
    }

    /**
     * Runs work and waits for it.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.Busy} when all places are taken, or none becomes free
     * @throws EofException when the client left before it began
     * @throws Exception what the work throws
     */
    private <T> T run(String name, Client client, Work<T> work) throws Exception {
        AtomicBoolean left = new AtomicBoolean();
        AtomicBoolean begun = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> {
            begun.set(true);
            return work.until(left);
        });
        if (!places.take(name, task)) {
            throw busy();
        }
        long patience = System.nanoTime() + WAITING_SECONDS * 1_000_000_000L;
        try {
            while (true) {
                try {
                    return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (!left.get() && client.hasLeft()) {
                        left.set(true);
                        if (places.withdraw(name, task)) {
                            throw new EofException("The client left.");
                        }
                    }
                    if (!begun.get() && System.nanoTime() > patience && places.withdraw(name, task)) {
                        throw busy();
                    }
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        } catch (InterruptedException e) {
            // Not by an interrupt, which would close the files of the store under it.
            left.set(true);
            task.cancel(false);
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    private static ProblemException busy() {
        return new Problem.Busy("All places for queries are taken.", RETRY_AFTER_SECONDS).exception();
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
