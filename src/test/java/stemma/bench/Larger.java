package stemma.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDFWriter;

/**
 * Ten times as many concepts: how long a load takes beside TDB2's own bulk loader, each a process of its own on the same file,
 * and what the size costs point queries.
 */
final class Larger {
    private static final int TIMES = 10;

    private final Path program;

    private Larger(Path program) {
        this.program = program;
    }

    /** Measures and prints. */
    static void run(Path program, int concepts) throws Exception {
        Larger larger = new Larger(program);
        Path small = larger.store(new Generated(concepts));
        Generated glossary = new Generated(TIMES * concepts);
        Path large = larger.store(glossary);
        double few = larger.rate(new Generated(concepts), small);
        double many = larger.rate(glossary, large);
        System.out.printf(
                Locale.ROOT,
                "point queries on %d concepts: %.0f a second, %.2f times as many as on %d%n",
                glossary.size(),
                many,
                many / few,
                concepts);
    }

    private double rate(Generated glossary, Path store) throws Exception {
        try (Contestant server = Contestant.stemma(program, store)) {
            return new PointLoad(glossary)
                    .compare(List.of(server), PointMix.Draw.EVENLY)
                    .get(server)
                    .median(HttpLoad.Result::rate);
        }
    }

    /** A store with a glossary; when it is made, by both loaders in turn, the times are printed. */
    private Path store(Generated glossary) throws Exception {
        Path folder = Path.of("target", "bench", "load-" + glossary.size()).toAbsolutePath();
        Path store = folder.resolve("stemma");
        if (Files.exists(store)) {
            return store;
        }
        Path file = Files.createDirectories(folder).resolve("glossary.nt");
        write(glossary, file);
        double theirs = seconds(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + program.resolve("bin/java-options"),
                Contestant.HEAP,
                "-cp",
                program.resolve("lib") + "/*",
                "tdb2.tdbloader",
                "--loader=parallel",
                "--loc=" + folder.resolve("tdb2"),
                file.toString());
        double ours = seconds(program.resolve("bin/stemma").toString(), "load", "--store=" + store, file.toString());
        System.out.printf(
                Locale.ROOT,
                "%d concepts (%d MB) are loaded in %.1f s, %.2f times what TDB2's own loader takes%n",
                glossary.size(),
                Files.size(file) / 1_000_000,
                ours,
                ours / theirs);
        return store;
    }

    private static void write(Generated glossary, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            glossary.send(StreamRDFWriter.getWriterStream(out, RDFFormat.NTRIPLES));
        }
    }

    private static double seconds(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Contestant.environment());
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("It failed: " + String.join(" ", command));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
