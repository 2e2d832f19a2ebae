package stemma.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import stemma.StemmaClient;

/**
 * One client who comes with hundreds of connections at once, from an address of its own, and on each is silent, or slow. All are
 * closed in the end; until then and after, the neighbours notice nothing.
 */
@Timeout(120)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrowdsHostileTest {
    /** How long nobody of a crowd reads. */
    private static final Duration AT_IT = Duration.ofSeconds(10);

    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final String ATTACKER = "127.0.0.2";
    private static final String ENDLESS = "GET /sparql?query="
            + StemmaClient.encoded("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
            + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";

    private static Standing standing;

    @BeforeAll
    static void start() throws Exception {
        standing = Standing.started("--silence", "5", "--stall", "2");
    }

    @AfterEach
    void nobodyNoticed() {
        standing.noneNoticed();
    }

    @AfterAll
    static void stop() throws Exception {
        try (Standing until = standing) {
            until.isAsBefore();
        }
    }

    @Test
    void a_thousand_idle_connections() throws IOException {
        crowd(1000, "", "");
    }

    @Test
    void hundreds_of_heads_that_trickle_in() throws IOException {
        crowd(300, "GET /health HTTP/1.1\r\nHost: test\r\nX-Long: ", "a");
    }

    @Test
    void hundreds_of_bodies_that_trickle_in() throws IOException {
        crowd(200, body("/sparql", "application/sparql-query"), " ");
    }

    @Test
    void hundreds_of_texts_that_trickle_in() throws IOException {
        crowd(200, body("/api/v1/annotate", "text/plain"), "a");
    }

    @Test
    void hundreds_of_questions_that_trickle_in() throws IOException {
        crowd(200, body("/reconcile", "application/x-www-form-urlencoded"), "a");
    }

    @Test
    void hundreds_of_readers_who_stall() throws IOException {
        crowd(200, ENDLESS, "");
    }

    @Test
    void hundreds_of_readers_who_stall_at_exports() throws IOException {
        crowd(200, "GET /api/v1/export.nq HTTP/1.1\r\nHost: test\r\n\r\n".repeat(20), "");
    }

    @Test
    void hundreds_of_readers_who_leave_while_kept_answers_are_sent() throws IOException {
        String kept = "GET /sparql?query=" + StemmaClient.encoded("SELECT * { ?s ?p ?o } LIMIT 100")
                + " HTTP/1.1\r\nHost: test\r\n\r\n";
        for (int i = 0; i < 300; i++) {
            try (Socket one = RawRequest.connected(standing.address(), ATTACKER)) {
                // Far more than is on its way at once.
                sent(one, kept.repeat(1000));
                while (one.getInputStream().available() == 0) {
                    LockSupport.parkNanos(BETWEEN.toNanos() / 100);
                }
                // Closed without a farewell.
                one.setSoLinger(true, 0);
            }
        }
    }

    private static String body(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: test\r\nContent-Type: " + type
                + "\r\nContent-Length: 1000000\r\n\r\n";
    }

    /** Opens connections, sends on each what it begins with, and then again and again what it trickles, until all are closed. */
    private static void crowd(int size, String beginning, String trickle) throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < size; i++) {
                crowd.add(RawRequest.connected(standing.address(), ATTACKER));
                sent(crowd.getLast(), beginning);
            }
            long end = System.nanoTime() + AT_IT.toNanos();
            while (System.nanoTime() < end && !crowd.isEmpty()) {
                LockSupport.parkNanos(BETWEEN.toNanos());
                if (!trickle.isEmpty()) {
                    crowd.removeIf(one -> !sent(one, trickle));
                }
            }
            for (Socket one : crowd) {
                untilClosed(one);
            }
        } finally {
            for (Socket one : crowd) {
                one.close();
            }
        }
    }

    private static boolean sent(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void untilClosed(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException e) {
            // Closed all the same.
        }
    }
}
