package stemma.hostile;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A server, how it was before the first attack, and its neighbours. */
final class Standing implements AutoCloseable {
    private static final long MAY_KEEP_BYTES = 24 << 20;
    private static final int MAY_KEEP_THREADS = 8;
    private static final double IDLE = 0.6;
    private static final Duration CALM_WITHIN = Duration.ofSeconds(30);
    private static final long NEIGHBOURS_PATIENCE_MILLIS = 2000;

    private final ServerProcess server;
    private final Neighbours neighbours;
    private final long heap;
    private final int threads;

    private Standing(ServerProcess server) throws Exception {
        this.server = server;
        neighbours = Neighbours.of(server.address());
        heap = server.readings().liveHeap();
        threads = total(server.readings().threads());
    }

    /** Starts a server and its neighbours. */
    static Standing started(String... flags) throws Exception {
        ServerProcess server = ServerProcess.start(flags);
        // What a first card, search, export, query and text load stays loaded.
        server.client().get("api/v1/concepts/LSTM");
        server.client().get("api/v1/search?q=LSTN");
        server.client().get("api/v1/export.ttl");
        server.client().get("sparql?query=ASK%7B%7D");
        server.client().get("api/v1/annotate?text=LSTM");
        return new Standing(server);
    }

    String address() {
        return server.address();
    }

    /** Fails when a neighbour was refused, or had to wait. */
    void noneNoticed() {
        String seen = neighbours.all().stream().map(Object::toString).collect(Collectors.joining("\n"));
        System.out.println(seen);
        assertAll(
                () -> assertTrue(server.isAlive(), "the server has ended"),
                () -> assertEquals(List.of(), neighbours.failures()),
                () -> assertTrue(
                        neighbours.all().stream().allMatch(one -> one.slowest() <= NEIGHBOURS_PATIENCE_MILLIS), seen));
    }

    /** Fails when memory, threads or the processor are not back where they began. */
    void isAsBefore() throws Exception {
        neighbours.close();
        long deadline = System.nanoTime() + CALM_WITHIN.toNanos();
        double load = server.readings().load();
        Map<String, Integer> now = server.readings().threads();
        while ((load > IDLE || total(now) > threads + MAY_KEEP_THREADS) && System.nanoTime() < deadline) {
            load = server.readings().load();
            now = server.readings().threads();
        }
        double calm = load;
        Map<String, Integer> left = now;
        List<String> errors =
                server.log().lines().filter(line -> line.contains("ERROR")).toList();
        long kept = server.readings().liveHeap();
        System.out.printf(
                "load %.2f, heap %d MB, was %d MB, threads %d, were %d%n",
                calm, kept >> 20, heap >> 20, total(left), threads);
        assertAll(
                () -> assertEquals(List.of(), errors),
                () -> assertTrue(calm <= IDLE, () -> "the processor is busy: " + calm),
                () -> assertTrue(kept <= heap + MAY_KEEP_BYTES, () -> kept + " bytes, before: " + heap),
                () -> assertTrue(
                        total(left) <= threads + MAY_KEEP_THREADS, () -> left + " threads, before: " + threads));
    }

    private static int total(Map<String, Integer> threads) {
        return threads.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void close() throws IOException {
        neighbours.close();
        server.close();
    }
}
