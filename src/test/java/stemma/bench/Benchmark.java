package stemma.bench;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stemma.Settings;
import stemma.Stemma;

/**
 * What the README says of speed, measured in one run: how many warm cards a second are answered, as a ratio to a bare Javalin
 * handler that returns the same bytes, and the time from the start of the process to the first card on an existing store.
 * Run by {@code mvn -Pbench verify}.
 */
public final class Benchmark {
    private static final String CARD = "/api/v1/concepts/LSTM";
    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int STARTS = 5;

    private Benchmark() {}

    /** Prints the figures. The argument is the folder of the laid-out program. */
    public static void main(String[] args) throws Exception {
        Path program = Path.of(args[0]);
        Path store = Files.createTempDirectory("stemma-bench-");
        warmCards(store);
        starts(program, store);
    }

    private static void warmCards(Path store) throws Exception {
        try (Stemma stemma =
                Stemma.start(Settings.parse("--port", "0", "--store", store.toString()), (step, done, total) -> {})) {
            byte[] card = fetch(stemma.address() + CARD.substring(1));
            Javalin bare = bareHandler(card);
            try {
                HttpLoad baseline = new HttpLoad("http://127.0.0.1:" + bare.port(), CONNECTIONS);
                HttpLoad ours = new HttpLoad(stemma.address(), CONNECTIONS);
                baseline.run(CARD, WARM_UP);
                ours.run(CARD, WARM_UP);
                List<Double> ratios = new ArrayList<>();
                double best = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    double bareRate = baseline.run(CARD, ROUND);
                    double rate = ours.run(CARD, ROUND);
                    ratios.add(rate / bareRate);
                    best = Math.max(best, rate);
                }
                ratios.sort(null);
                System.out.printf(
                        Locale.ROOT,
                        "warm card of %d bytes: %.2f of a bare Javalin handler (median of %d rounds, %.2f to %.2f);"
                                + " at best %.0f a second on %d connections%n",
                        card.length,
                        ratios.get(ROUNDS / 2),
                        ROUNDS,
                        ratios.getFirst(),
                        ratios.getLast(),
                        best,
                        CONNECTIONS);
            } finally {
                bare.stop();
            }
        }
    }

    private static Javalin bareHandler(byte[] body) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.compressionStrategy = CompressionStrategy.NONE;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    // The length spares it chunks: the baseline shall be as quick as it can be.
                    config.routes.get(
                            CARD,
                            ctx -> ctx.contentType("application/json")
                                    .header("Content-Length", Integer.toString(body.length))
                                    .result(body));
                })
                .start();
    }

    private static void starts(Path program, Path store) throws Exception {
        List<Long> times = new ArrayList<>();
        // The first start writes the archive of classes when it ends, so it is not counted.
        for (int i = 0; i <= STARTS; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            program.resolve("bin/stemma").toString(), "--port", "0", "--store", store.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                fetch(out.readLine() + CARD.substring(1));
                if (i > 0) {
                    times.add((System.nanoTime() - start) / 1_000_000);
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "start of the process to the first card, on an existing store: %d ms (median of %d; %d to %d)%n",
                times.get(STARTS / 2),
                STARTS,
                times.getFirst(),
                times.getLast());
    }

    private static byte[] fetch(String url) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
