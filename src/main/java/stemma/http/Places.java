package stemma.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The places where work is done and those where it waits, first come, first served; but no client may have all of them: what
 * is over its share waits, and lets others pass.
 */
final class Places {
    private static final int WAITING_PER_PLACE = 8;

    private final int most;
    private final int mostOfClient;
    private final Deque<Place> queue = new ArrayDeque<>();
    private final Map<String, Share> shares = new HashMap<>();
    private int taken;
    private boolean isClosed;

    /** What a client has. */
    private static final class Share {
        private int taken;
        private int waiting;
    }

    /**
     * Places.
     *
     * @param most how many there are
     * @param mostOfClient how many of them one client may have
     */
    Places(int most, int mostOfClient) {
        this.most = most;
        this.mostOfClient = Math.min(most, mostOfClient);
    }

    /** A place now, or later; empty when there is none, not even to wait. Whoever has it closes it. */
    synchronized Optional<Place> ask(String client) {
        if (isClosed) {
            return Optional.empty();
        }
        Share share = shares.computeIfAbsent(client, unknown -> new Share());
        Place place = new Place(client);
        if (taken < most && share.taken < mostOfClient) {
            give(place, share);
            return Optional.of(place);
        }
        if (queue.size() < most * WAITING_PER_PLACE && share.waiting < mostOfClient * WAITING_PER_PLACE) {
            share.waiting++;
            queue.add(place);
            return Optional.of(place);
        }
        forget(client, share);
        return Optional.empty();
    }

    /** Gives no place from here on. */
    synchronized void close() {
        isClosed = true;
    }

    /** Waits until no place is taken; false when that takes longer. */
    synchronized boolean awaitRest(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (taken > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private void give(Place place, Share share) {
        taken++;
        share.taken++;
        place.given.countDown();
    }

    private synchronized void giveBack(Place place) {
        Share share = shares.get(place.client);
        if (queue.remove(place)) {
            share.waiting--;
            forget(place.client, share);
            return;
        }
        taken--;
        share.taken--;
        forget(place.client, share);
        notifyAll();
        Iterator<Place> waiting = queue.iterator();
        while (waiting.hasNext() && taken < most) {
            Place next = waiting.next();
            Share of = shares.get(next.client);
            if (of.taken < mostOfClient) {
                waiting.remove();
                of.waiting--;
                give(next, of);
            }
        }
    }

    private void forget(String client, Share share) {
        if (share.taken == 0 && share.waiting == 0) {
            shares.remove(client);
        }
    }

    /** A place, or the hope of one. Used by one thread. */
    final class Place implements AutoCloseable {
        private final String client;
        private final CountDownLatch given = new CountDownLatch(1);

        private Place(String client) {
            this.client = client;
        }

        /** Whether it is there, or becomes free within a time. */
        boolean isGivenWithin(long millis) throws InterruptedException {
            return given.await(millis, TimeUnit.MILLISECONDS);
        }

        /** Gives it back, or gives up waiting. */
        @Override
        public void close() {
            giveBack(this);
        }
    }
}
