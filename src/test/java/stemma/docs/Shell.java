package stemma.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs commands as a reader of the documentation would. */
final class Shell {
    private Shell() {}

    /** What a command gave. */
    record Result(int exitCode, String out, String err) {}

    static Result run(String command, Map<String, String> environment) throws IOException, InterruptedException {
        Process process = start(command, environment);
        try {
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            String out = text(process.getInputStream());
            return new Result(process.waitFor(), out, err.join());
        } finally {
            stop(process);
        }
    }

    /** Starts a command in the project's folder. */
    static Process start(String command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                .directory(Path.of("").toAbsolutePath().toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Ends a process and those that it started. */
    static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
