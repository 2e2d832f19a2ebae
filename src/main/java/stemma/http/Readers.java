package stemma.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;

/**
 * Watches those who read an answer that is made as they read: who lets a part of it wait for too long has the connection
 * closed, as a query holds its place and its view of the store meanwhile.
 */
final class Readers implements AutoCloseable {
    /** How many bytes may wait together. */
    private static final int PART = 32 << 10;

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Duration stall;
    private final Set<Watched> writing = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("readers").factory());

    /**
     * Readers.
     *
     * @param stall how long a part of an answer, of 32 KiB at most, may wait for its reader
     */
    Readers(Duration stall) {
        this.stall = stall;
        var unused = clock.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The way to a reader, which breaks when it stalls. */
    OutputStream watched(OutputStream out, EndPoint connection) {
        return new Watched(out, connection);
    }

    private void look() {
        long now = System.nanoTime();
        writing.stream()
                .filter(watched -> now - watched.since > stall.toNanos())
                .forEach(Watched::breakOff);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private final class Watched extends FilterOutputStream {
        private final EndPoint connection;
        private volatile long since = System.nanoTime();

        Watched(OutputStream out, EndPoint connection) {
            super(out);
            this.connection = connection;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            writing.add(this);
            try {
                for (int at = 0; at < length; at += PART) {
                    since = System.nanoTime();
                    out.write(bytes, from + at, Math.min(PART, length - at));
                }
            } finally {
                writing.remove(this);
            }
        }

        @Override
        public void flush() throws IOException {
            since = System.nanoTime();
            writing.add(this);
            try {
                out.flush();
            } finally {
                writing.remove(this);
            }
        }

        /** Wakes the writer, whose write fails then. */
        void breakOff() {
            Outlet.breakOff(connection);
        }
    }
}
