package stemma;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RDFWriterBuilder;
import org.apache.jena.sparql.core.DatasetGraph;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import stemma.store.GraphStore;

/** Writes everything that the store holds, derived statements included, to a file or to standard output. */
@Command(
        name = "export",
        description = "Write all triples, with their evidence and what the rules derive, as RDF 1.2.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /** Formats that can write statements about statements; those of quads keep the graphs apart. */
    enum ExportFormat {
        trig(RDFFormat.TRIG_BLOCKS, true),
        nq(RDFFormat.NQUADS, true),
        ttl(RDFFormat.TURTLE_BLOCKS, false),
        nt(RDFFormat.NTRIPLES, false);

        private final RDFFormat rdf;
        private final boolean quads;

        ExportFormat(RDFFormat rdf, boolean quads) {
            this.rdf = rdf;
            this.quads = quads;
        }

        private RDFWriterBuilder writer(DatasetGraph dataset) {
            return (quads ? RDFWriter.source(dataset) : RDFWriter.source(dataset.getUnionGraph())).format(rdf);
        }
    }

    @ParentCommand
    private Main main;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "trig",
            description = "trig or nq, with the named graphs; ttl or nt, as one graph (default: trig).")
    private ExportFormat format;

    @Option(names = "--output", paramLabel = "FILE", description = "The file to write (default: standard output).")
    private Path output;

    @Override
    public Integer call() throws Exception {
        try (LoadProgress progress = new LoadProgress();
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
            format.writer(snapshot.dataset()).output(out);
            return null;
        });
        out.flush();
    }
}
