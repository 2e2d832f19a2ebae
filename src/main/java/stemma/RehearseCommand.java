package stemma;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.io.IO;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Starts a server for nobody, on a store that is thrown away, and asks it something. The launcher has the JVM watch and keep
 * the classes and profiles that this needed, so that later starts have them at hand: <a
 * href="https://openjdk.org/jeps/483">JEP 483</a>, <a href="https://openjdk.org/jeps/515">JEP 515</a>.
 */
@Command(
        name = "rehearse",
        description = "Serve once for nobody, so that later starts are quick (with JDK 25 or newer).",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    private static final String SOME_STATEMENTS = "SELECT * { GRAPH ?graph { ?subject ?predicate ?object } } LIMIT 100";

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("stemma-rehearsal");
        Settings settings = Settings.parse(
                "--host=127.0.0.1",
                "--port=0",
                "--token=",
                "--store=" + folder.resolve("store"),
                "--writable=" + Settings.Writable.PLAIN);
        try (Stemma stemma = Stemma.start(settings, (step, done, total) -> {});
                InputStream answer = URI.create(stemma.address() + "sparql?query="
                                + URLEncoder.encode(SOME_STATEMENTS, StandardCharsets.UTF_8))
                        .toURL()
                        .openStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        } finally {
            IO.deleteAll(folder);
        }
        return CommandLine.ExitCode.OK;
    }
}
