package stemma.hostile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import stemma.StemmaClient;

/** A server in a process of its own, with a small heap, as an attacker would meet it. */
final class ServerProcess implements AutoCloseable {
    /** Who sends this may write. */
    static final String TOKEN = "hostile";

    private static final String HEAP = "-Xmx512m";
    private static final long START_SECONDS = 300;
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final BufferedReader out;
    private final Path log;
    private final String address;

    private ServerProcess(Process process, BufferedReader out, Path log, String address) {
        this.process = process;
        this.out = out;
        this.log = log;
        this.address = address;
    }

    /** Starts a server in a folder of its own below {@code target}, with these flags besides those of the place. */
    static ServerProcess start(String... flags) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "hostile-");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@src/main/launcher/java-options",
                HEAP,
                "-classpath",
                System.getProperty("java.class.path"),
                "stemma.Main",
                "--port",
                "0",
                "--token",
                TOKEN,
                "--store",
                folder.resolve("store").toString()));
        command.addAll(List.of(flags));
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        try {
            String address = CompletableFuture.supplyAsync(() -> firstLine(out)).get(START_SECONDS, TimeUnit.SECONDS);
            if (address == null) {
                throw new AssertionError("The server does not start:\n" + Files.readString(log));
            }
            return new ServerProcess(process, out, log, address);
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String firstLine(BufferedReader out) {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers, with a slash at its end. */
    String address() {
        return address;
    }

    StemmaClient client() {
        return new StemmaClient(address);
    }

    ProcessReadings readings() {
        return new ProcessReadings(process.pid());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it wrote to standard error. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        out.close();
    }
}
