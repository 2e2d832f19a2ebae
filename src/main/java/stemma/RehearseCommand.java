package stemma;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.io.IO;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import stemma.ontology.InvalidOntologyException;
import stemma.query.InvalidQueryFileException;

/**
 * Starts a server for nobody, on a store that is thrown away, and asks it what clients ask. The launcher has the JVM watch
 * and keep the classes and profiles that this needed, so that later starts have them at hand (JEP 483, 514 and 515).
 */
@Command(
        name = "rehearse",
        description = "Serve once for nobody, so that later starts are quick (with JDK 25 or newer).",
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {
    private static final String SOME_STATEMENTS = "SELECT * { GRAPH ?graph { ?subject ?predicate ?object } } LIMIT 100";
    private static final String QUERY = "sparql?query=" + URLEncoder.encode(SOME_STATEMENTS, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("stemma-rehearsal");
        try {
            rehearse(folder, Settings.Writable.PLAIN, List.of(QUERY));
        } finally {
            IO.deleteAll(folder);
        }
        return CommandLine.ExitCode.OK;
    }

    private static void rehearse(Path folder, Settings.Writable writable, List<String> questions)
            throws IOException, InvalidOntologyException, InvalidQueryFileException {
        Settings settings = Settings.parse(
                "--host=127.0.0.1",
                "--port=0",
                "--token=",
                "--store=" + folder.resolve("store"),
                "--writable=" + writable);
        try (Stemma stemma = Stemma.start(settings, (step, done, total) -> {})) {
            for (String question : questions) {
                try (InputStream answer =
                        URI.create(stemma.address() + question).toURL().openStream()) {
                    answer.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }
}
