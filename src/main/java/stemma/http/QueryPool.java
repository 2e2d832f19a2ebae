package stemma.http;

import io.javalin.http.Context;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

/**
 * Has only so much work on the store done at once, on the threads of the requests, so that many queries are not felt by those
 * who only fetch what is kept ready.
 */
final class QueryPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryPool.class);
    private static final long CLOSE_MILLIS = 10_000;
    private static final long LAST_CALL_MILLIS = 2_000;
    private static final int WAITING_SECONDS = 5;
    private static final int RETRY_AFTER_SECONDS = 2;
    private static final long LOOK_MILLIS = 100;

    private final Places places;
    private final Clients clients;
    private final Watch watch;

    /**
     * A pool.
     *
     * @param slots how much is done at once
     * @param clientSlots how much of it for one client
     * @param watch looks whether clients still wait
     */
    QueryPool(int slots, int clientSlots, Clients clients, Watch watch) {
        places = new Places(slots, clientSlots);
        this.clients = clients;
        this.watch = watch;
    }

    /** Work that is told when nobody waits for it any more. */
    @FunctionalInterface
    interface Work<T> {
        T until(AtomicBoolean left) throws Exception;
    }

    /** Runs work for the client of a request, also when the client does not wait for it. */
    <T> T run(Context ctx, Callable<T> work) throws Exception {
        return run(clients.of(ctx), Client.PATIENT, left -> work.call());
    }

    /** Runs work for the client of a request, as long as the client waits for it. */
    <T> T run(Context ctx, Work<T> work) throws Exception {
        return run(clients.of(ctx), new Client(ctx), work);
    }

    /**
     * Runs work when there is a place for it.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.Busy} when all places are taken, or none becomes free
     * @throws EofException when the client left before it began
     * @throws ExecutionException when the work throws what is no exception, such as an overflow of the stack
     * @throws Exception what the work throws
     */
    private <T> T run(String name, Client client, Work<T> work) throws Exception {
        try (Places.Place place = places.ask(name).orElseThrow(QueryPool::busy)) {
            await(place, client);
            try (Watch.Wait wait = watch.over(client)) {
                return work.until(wait.left());
            } catch (Error e) {
                throw new ExecutionException(e);
            }
        }
    }

    private static void await(Places.Place place, Client client) throws Exception {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAITING_SECONDS);
        while (!place.isGivenWithin(LOOK_MILLIS)) {
            if (client.hasLeft()) {
                throw new EofException("The client left.");
            }
            if (System.nanoTime() > patience) {
                throw busy();
            }
        }
    }

    private static ProblemException busy() {
        return new Problem.Busy("All places for queries are taken.", RETRY_AFTER_SECONDS).exception();
    }

    /** Lets running work end, for a while, then ends it. */
    @Override
    public void close() {
        places.close();
        try {
            if (!places.awaitRest(CLOSE_MILLIS)) {
                watch.endAll();
                if (!places.awaitRest(LAST_CALL_MILLIS)) {
                    LOG.warn("Work on the store is still running; it is left behind.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
