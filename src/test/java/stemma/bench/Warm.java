package stemma.bench;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Warm answers against a bare Javalin handler that returns the same bytes. */
final class Warm {
    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = 7;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofSeconds(2);

    private Warm() {}

    /**
     * Measures, prints, and returns the median ratio of the rates.
     *
     * @param what the name of the figure
     * @param encoding {@code gzip} or {@code identity}
     */
    static double measure(String what, String address, String path, String encoding) throws Exception {
        String accepted = "Accept-Encoding: " + encoding;
        HttpResponse<byte[]> answer = fetch(address + path.substring(1), encoding);
        Javalin bare = bareHandler(path.replaceFirst("\\?.*", ""), answer);
        try {
            HttpLoad baseline = new HttpLoad("http://127.0.0.1:" + bare.port(), CONNECTIONS);
            HttpLoad ours = new HttpLoad(address, CONNECTIONS);
            baseline.run(path, WARM_UP, accepted);
            ours.run(path, WARM_UP, accepted);
            List<Double> rates = new ArrayList<>();
            List<Double> slowest = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                HttpLoad.Result one = baseline.run(path, ROUND, accepted);
                HttpLoad.Result other = ours.run(path, ROUND, accepted);
                rates.add(other.rate() / one.rate());
                slowest.add(other.slowest() / one.slowest());
            }
            rates.sort(null);
            slowest.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s, %d bytes: rate %.2f of a bare Javalin handler (median of %d rounds, %.2f to %.2f),"
                            + " 99th percentile %.2f times its (%.2f to %.2f)%n",
                    what,
                    encoding,
                    answer.body().length,
                    rates.get(ROUNDS / 2),
                    ROUNDS,
                    rates.getFirst(),
                    rates.getLast(),
                    slowest.get(ROUNDS / 2),
                    slowest.getFirst(),
                    slowest.getLast());
            return rates.get(ROUNDS / 2);
        } finally {
            bare.stop();
        }
    }

    private static Javalin bareHandler(String path, HttpResponse<byte[]> answer) {
        byte[] body = answer.body();
        String encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    config.http.compressionStrategy = CompressionStrategy.NONE;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    // The length spares it chunks: the baseline shall be as quick as it can be.
                    config.routes.get(
                            path,
                            ctx -> ctx.contentType("application/json")
                                    .header("Content-Encoding", encoding)
                                    .header("Content-Length", Integer.toString(body.length))
                                    .result(body));
                })
                .start();
    }

    private static HttpResponse<byte[]> fetch(String url, String encoding) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Accept-Encoding", encoding)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
