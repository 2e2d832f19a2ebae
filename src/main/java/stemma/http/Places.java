package stemma.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The places where work is done and those where it waits, first come, first served; but no client may have all of them: what
 * is over its share waits, and lets others pass.
 */
final class Places {
    private static final int WAITING_PER_PLACE = 8;

    private final Executor executor;
    private final int most;
    private final int mostOfClient;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final Map<String, Share> shares = new HashMap<>();
    private int taken;

    private record Waiting(String client, Runnable work) {}

    /** What a client has. */
    private static final class Share {
        private int taken;
        private int waiting;
    }

    /**
     * Places.
     *
     * @param executor is given work that has a place
     * @param most how many there are
     * @param mostOfClient how many of them one client may have
     */
    Places(Executor executor, int most, int mostOfClient) {
        this.executor = executor;
        this.most = most;
        this.mostOfClient = Math.min(most, mostOfClient);
    }

    /** Has work done now or later; false when there is no place for it, not even to wait. */
    synchronized boolean take(String client, Runnable work) {
        Share share = shares.computeIfAbsent(client, unknown -> new Share());
        if (taken < most && share.taken < mostOfClient) {
            start(client, share, work);
            return true;
        }
        if (queue.size() < most * WAITING_PER_PLACE && share.waiting < mostOfClient * WAITING_PER_PLACE) {
            share.waiting++;
            queue.add(new Waiting(client, work));
            return true;
        }
        forget(client, share);
        return false;
    }

    /** Takes work back; false when it does not wait any more. */
    synchronized boolean withdraw(String client, Runnable work) {
        if (!queue.remove(new Waiting(client, work))) {
            return false;
        }
        Share share = shares.get(client);
        share.waiting--;
        forget(client, share);
        return true;
    }

    private void start(String client, Share share, Runnable work) {
        taken++;
        share.taken++;
        executor.execute(() -> {
            try {
                work.run();
            } finally {
                leave(client);
            }
        });
    }

    private synchronized void leave(String client) {
        Share left = shares.get(client);
        taken--;
        left.taken--;
        forget(client, left);
        Iterator<Waiting> waiting = queue.iterator();
        while (waiting.hasNext() && taken < most) {
            Waiting next = waiting.next();
            Share share = shares.get(next.client());
            if (share.taken < mostOfClient) {
                waiting.remove();
                share.waiting--;
                start(next.client(), share, next.work());
            }
        }
    }

    private void forget(String client, Share share) {
        if (share.taken == 0 && share.waiting == 0) {
            shares.remove(client);
        }
    }
}
