package stemma.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks, while work is done for clients, whether they still wait for it. */
final class Watch implements AutoCloseable {
    private static final long LOOK_MILLIS = 100;

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watch").factory());

    Watch() {
        var unused = clock.scheduleWithFixedDelay(
                () -> waits.forEach(Wait::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins to look after a client, until what is given is closed. */
    Wait over(Client client) {
        Wait wait = new Wait(client);
        waits.add(wait);
        return wait;
    }

    /** Ends all work, as if its clients had left. */
    void endAll() {
        waits.forEach(wait -> wait.left.set(true));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** A client who waits. */
    final class Wait implements AutoCloseable {
        private final Client client;
        private final AtomicBoolean left = new AtomicBoolean();
        private boolean isOver;

        private Wait(Client client) {
            this.client = client;
        }

        /** Becomes true when nobody waits any more. */
        AtomicBoolean left() {
            return left;
        }

        private synchronized void look() {
            if (!isOver && !left.get() && client.hasLeft()) {
                left.set(true);
            }
        }

        /** From here on, the connection is not looked at: it may be used for the next request. */
        @Override
        public synchronized void close() {
            isOver = true;
            waits.remove(this);
        }
    }
}
