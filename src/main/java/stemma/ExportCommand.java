package stemma;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import stemma.export.Dump;
import stemma.store.GraphStore;

/** Writes everything that the store holds, derived statements included, to a file or to standard output. */
@Command(
        name = "export",
        description = "Write all triples, with their evidence and what the rules derive, as RDF.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "trig",
            description =
                    "trig or nq, with the named graphs; ttl or nt, as one graph; rdf or jsonld, as one graph of RDF 1.1"
                            + " (default: trig).")
    private Dump format;

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write (default: standard output).")
    private Path output;

    @Override
    public Integer call() throws Exception {
        try (LoadProgress progress = LoadProgress.ofSteps();
                GraphStore store = Stemma.openCurrentStore(main.settings(), progress)) {
            if (output == null) {
                write(store, System.out);
            } else {
                try (OutputStream file = Files.newOutputStream(output)) {
                    write(store, file);
                }
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private void write(GraphStore store, OutputStream target) throws IOException {
        OutputStream out = new BufferedOutputStream(target);
        store.<Void, RuntimeException>read(snapshot -> {
            format.write(snapshot.dataset(), out);
            return null;
        });
        out.flush();
    }
}
