package stemma.hostile;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import stemma.StemmaClient;

/**
 * Ordinary clients beside the hostile ones: each fetches one thing ten times a second, and notes every failure and how long
 * each answer took.
 */
final class Neighbours implements AutoCloseable {
    private static final Duration BREAK = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final CountDownLatch leave = new CountDownLatch(1);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final List<Neighbour> neighbours;
    private final List<Thread> threads = new ArrayList<>();

    /** One of them: what it fetches, and the milliseconds that each answer took, in their order. */
    record Neighbour(String path, Queue<Long> times) {
        long slowest() {
            return times.stream().mapToLong(Long::longValue).max().orElse(0);
        }

        long median() {
            return times.stream().sorted().skip(times.size() / 2).findFirst().orElse(0L);
        }

        @Override
        public String toString() {
            return "%s: %d answers, median %d ms, slowest %d ms".formatted(path, times.size(), median(), slowest());
        }
    }

    private Neighbours(List<String> paths) {
        neighbours = paths.stream()
                .map(path -> new Neighbour(path, new ConcurrentLinkedQueue<>()))
                .toList();
    }

    /** Has a card, which is kept ready, and an {@code ASK}, which never is, fetched from a server that has the shipped glossary. */
    static Neighbours of(String address) {
        return fetching(
                address,
                "api/v1/concepts/LSTM",
                "sparql?query="
                        + StemmaClient.encoded(
                                "ASK { <https://w3id.org/stemma/llm/LSTM> <https://w3id.org/stemma/ns#year> ?year BIND (NOW() AS ?now) }"));
    }

    /** Has these paths fetched from a server. */
    static Neighbours fetching(String address, String... paths) {
        Neighbours all = new Neighbours(List.of(paths));
        for (Neighbour neighbour : all.neighbours) {
            all.threads.add(Thread.ofPlatform().daemon().name("neighbour").start(() -> all.live(address, neighbour)));
        }
        return all;
    }

    private void live(String address, Neighbour neighbour) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + neighbour.path()))
                .timeout(PATIENCE)
                .build();
        try {
            while (!leave.await(BREAK.toMillis(), TimeUnit.MILLISECONDS)) {
                fetch(request, neighbour);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetch(HttpRequest request, Neighbour neighbour) throws InterruptedException {
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                failures.add(neighbour.path() + " answers " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            failures.add(neighbour.path() + " fails: " + e);
        }
        neighbour.times().add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Every failure so far. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    List<Neighbour> all() {
        return neighbours;
    }

    /** Ends them; when this returns, none of them is asking any more. */
    @Override
    public void close() {
        leave.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
