package stemma.http;

import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A body that is larger than what is read. A connection that is closed on a client who still sends is reset, often before the
 * answer was read (<a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112</a>), so what comes anyway is taken
 * first.
 */
final class Excess {
    /** In bytes. */
    private static final long MOST = 64 << 20;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** Who sends nothing for so long waits for the answer. */
    private static final Duration SILENCE = Duration.ofMillis(300);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);
    private static final int BUFFER = 1 << 16;

    private Excess() {}

    /**
     * Reads a body to its end, or until its client falls silent, or takes too long.
     *
     * @param length what the client said, in bytes
     * @throws IOException when the client is gone
     */
    static void throwAway(Context ctx, long length) throws IOException {
        if (length > MOST || ctx.header("Expect") != null) {
            return;
        }
        ServletInputStream body = ctx.req().getInputStream();
        byte[] thrownAway = new byte[BUFFER];
        long left = length;
        long start = System.nanoTime();
        long heard = start;
        while (left > 0 && heard - start < LONGEST.toNanos() && System.nanoTime() - heard < SILENCE.toNanos()) {
            if (body.available() > 0) {
                int count = body.read(thrownAway);
                if (count < 0) {
                    return;
                }
                left -= count;
                heard = System.nanoTime();
            } else {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }
}
