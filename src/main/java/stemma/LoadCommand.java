package stemma;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import stemma.ontology.RdfFiles;
import stemma.ontology.StoreFolder;

/** Adds files to the dataset that {@code --writable plain} serves, all or none, with TDB2's bulk loader. */
@Command(
        name = "load",
        description = "Add files of RDF to the dataset that --writable plain serves; all of them, or nothing.",
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--graph",
            paramLabel = "IRI",
            description = "The graph of statements that name none (default: the default graph).")
    private String graph;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files of RDF, by their names: .nt, .ttl, .nq, .trig, .rdf, .jsonld, each maybe with .gz.")
    private List<Path> files;

    @Override
    public Integer call() throws Exception {
        RdfFiles rdf = new RdfFiles(files, Optional.ofNullable(graph));
        refuseWrongUse(rdf);
        try (LoadProgress progress = LoadProgress.ofBytes()) {
            new StoreFolder(main.settings().store()).load(rdf, progress);
        }
        return CommandLine.ExitCode.OK;
    }

    private void refuseWrongUse(RdfFiles rdf) {
        rdf.unknown().ifPresent(file -> {
            throw wrong("The name of '" + file + "' tells no format of RDF.");
        });
        files.stream()
                .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .findFirst()
                .ifPresent(file -> {
                    throw wrong("'" + file + "' is no file that can be read.");
                });
        if (graph != null && !isAbsolute(graph)) {
            throw wrong("'" + graph + "' is no absolute IRI.");
        }
    }

    private static boolean isAbsolute(String iri) {
        try {
            return IRIx.create(iri).isAbsolute();
        } catch (IRIException e) {
            return false;
        }
    }

    private ParameterException wrong(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }
}
