package stemma.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A SPARQL server that runs as a process of its own. Closing it ends the process. */
final class Contestant implements AutoCloseable {
    /** What Fuseki's own script gives it. */
    static final String HEAP = "-Xmx4g";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String FIRST_QUERY = "?query=ASK%7B%7D";

    /** How a server is started on a store. */
    interface Launch {
        Process on(Path store, int port) throws IOException;
    }

    private final String name;
    private final Process process;
    private final String path;
    private final int port;
    private final Duration start;

    private Contestant(String name, Launch launch, String path, Path store) throws Exception {
        this.name = name;
        this.path = path;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        long begin = System.nanoTime();
        process = launch.on(store, port);
        awaitFirstAnswer();
        start = Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Stemma as it is laid out, with its own launcher, on {@code plain/tdb2} in a folder. */
    static Contestant stemma(Path program, Path folder) throws Exception {
        Launch launch = (store, port) -> {
            ProcessBuilder builder = new ProcessBuilder(
                    program.resolve("bin/stemma").toString(),
                    "--port=" + port,
                    "--store=" + store,
                    "--writable=plain",
                    "--client-slots=4");
            builder.environment().putAll(environment());
            return start(builder);
        };
        return new Contestant("Stemma", launch, "/sparql", folder);
    }

    /** What Stemma's launcher is told. */
    static Map<String, String> environment() {
        return Map.of("STEMMA_JAVA_HOME", System.getProperty("java.home"), "STEMMA_JAVA_OPTIONS", HEAP);
    }

    /** Fuseki from its jar, on {@code plain/tdb2} in a folder. */
    static Contestant fuseki(Path jar, Path folder) throws Exception {
        return fuseki("Fuseki", jar, folder, port -> "--port=" + port);
    }

    /** Fuseki with another configuration of Jetty, which takes the port from a system property. */
    static Contestant fuseki(String name, Path jar, Path folder, Path jetty) throws Exception {
        return fuseki(name, jar, folder, port -> "--jetty=" + jetty.toAbsolutePath());
    }

    private static Contestant fuseki(String name, Path jar, Path folder, IntFunction<String> listening)
            throws Exception {
        Launch launch = (store, port) -> {
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-Dport=" + port,
                    "-jar",
                    jar.toAbsolutePath().toString(),
                    listening.apply(port),
                    "--tdb2",
                    "--loc=" + store.resolve("plain/tdb2").toAbsolutePath(),
                    "/ds");
            builder.environment().put("FUSEKI_BASE", store.resolve("fuseki").toString());
            return start(builder.directory(store.toFile()));
        };
        return new Contestant(name, launch, "/ds/query", folder);
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitFirstAnswer() throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path + FIRST_QUERY))
                    .build();
            while (true) {
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    if (!process.isAlive() || System.nanoTime() > end) {
                        process.destroyForcibly();
                        throw e;
                    }
                    TimeUnit.MILLISECONDS.sleep(10);
                }
            }
        }
    }

    String name() {
        return name;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The path of its queries. */
    String path() {
        return path;
    }

    /** From the start of the process to its first answer. */
    Duration start() {
        return start;
    }

    /** What it has in memory, files that are mapped included, in MiB. */
    long residentSet() throws IOException {
        return mebibytes("VmRSS:");
    }

    /** What it has in memory beside files, in MiB. */
    long anonymous() throws IOException {
        return mebibytes("RssAnon:");
    }

    private long mebibytes(String row) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(row))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
