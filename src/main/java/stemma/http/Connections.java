package stemma.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Counts the connections of each client and closes those over its share; and those whose request's head does not come to its
 * end, which trickles in too slowly for a limit on silence to notice.
 */
final class Connections extends AbstractLifeCycle implements Connection.Listener {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final ServerConnector connector;
    private final ClientLimits limits;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<Connection, String> clients = new ConcurrentHashMap<>();
    private final Map<Connection, Head> heads = new ConcurrentHashMap<>();
    private Scheduler.Task next;

    /**
     * The head of a request that is awaited.
     *
     * @param request the how manieth request of the connection it is
     * @param bytes how many bytes had come when the connection was seen at rest
     * @param since when, as {@link System#nanoTime()}, it was known to have begun; 0 before
     */
    private record Head(long request, long bytes, long since) {}

    private Connections(ServerConnector connector, ClientLimits limits) {
        this.connector = connector;
        this.limits = limits;
    }

    /** Has a connector's connections counted. */
    static void watch(ServerConnector connector, ClientLimits limits) {
        NetworkConnectionLimit all = new NetworkConnectionLimit(limits.connections(), connector);
        // When there is no room for more, those where nothing happens make it.
        all.setEndPointIdleTimeout(limits.stall().toMillis());
        connector.addBean(all);
        connector.addBean(new Connections(connector, limits));
    }

    @Override
    protected void doStart() {
        lookLater();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    @Override
    public void onOpened(Connection connection) {
        heads.put(connection, new Head(0, 0, 0));
        // Behind proxies of the keeper's own, all connections come from those.
        if (limits.proxies() == 0) {
            // Remembered, as a closed connection has no address.
            String client = Clients.of(connection.getEndPoint().getRemoteSocketAddress());
            clients.put(connection, client);
            if (count(client, 1) > limits.clientConnections()) {
                connection.getEndPoint().close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        heads.remove(connection);
        String client = clients.remove(connection);
        if (client != null) {
            count(client, -1);
        }
    }

    private synchronized int count(String client, int change) {
        int count = counts.getOrDefault(client, 0) + change;
        if (count == 0) {
            counts.remove(client);
        } else {
            counts.put(client, count);
        }
        return count;
    }

    private void lookLater() {
        next = connector.getScheduler().schedule(this::look, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        heads.forEach((connection, head) -> {
            Head now = seen(connection, head);
            if (now.since() != 0
                    && System.nanoTime() - now.since() > limits.stall().toNanos()) {
                connection.getEndPoint().close();
            } else if (!now.equals(head)) {
                heads.computeIfPresent(connection, (same, before) -> now);
            }
        });
        if (isRunning()) {
            lookLater();
        }
    }

    private static Head seen(Connection connection, Head head) {
        long requests = connection.getMessagesIn();
        if (requests != connection.getMessagesOut()) {
            return new Head(requests, Long.MAX_VALUE, 0);
        }
        if (requests != head.request() || head.bytes() == Long.MAX_VALUE) {
            return new Head(requests, connection.getBytesIn(), 0);
        }
        return head.since() == 0 && connection.getBytesIn() > head.bytes()
                ? new Head(requests, head.bytes(), System.nanoTime())
                : head;
    }
}
