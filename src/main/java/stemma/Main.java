package stemma;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.util.concurrent.Callable;
import org.apache.jena.sys.JenaSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import stemma.ontology.FaultyFileException;
import stemma.ontology.InvalidOntologyException;
import stemma.problem.ProblemException;
import stemma.query.InvalidQueryFileException;
import stemma.store.StoreInUseException;

/**
 * The command line. Exit codes: 0 done; 1 something in the files or in the call is refused, with the reasons on standard
 * error; 2 wrong usage.
 */
@Command(
        name = "stemma",
        description = "A knowledge-graph backed glossary: SPARQL endpoint, JSON API and lineage page.",
        footer = {"", "Without a command, it serves. Each setting can also be given as STEMMA_… in the environment."},
        subcommands = {
            ServeCommand.class,
            ValidateCommand.class,
            QueryCommand.class,
            ExportCommand.class,
            LoadCommand.class,
            RehearseCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {

    @Mixin
    private Settings settings;

    private Main() {}

    Settings settings() {
        return settings;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        Thread.ofPlatform().daemon().name("jena").start(JenaSystem::init);
        System.exit(commandLine().execute(args));
    }

    /** The command line, before it is given arguments. */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, commandLine, parsed) -> report(e, commandLine));
    }

    @Override
    public Integer call() throws Exception {
        return ServeCommand.serve(settings);
    }

    /** What the user can mend is told in a few words; anything else is a fault of ours and shows where it comes from. */
    private static int report(Exception e, CommandLine commandLine) throws Exception {
        PrintWriter err = commandLine.getErr();
        switch (e) {
            case ProblemException problem -> err.println(problem.problem().detail());
            case StoreInUseException inUse ->
                err.println(inUse.getMessage() + " Ask that process over HTTP, or give another folder with --store.");
            case InvalidOntologyException refused -> {
                err.println(refused.getMessage());
                err.println("The ontology is refused: " + refused.faults().size() + " fault(s).");
            }
            case FaultyFileException refused -> err.println(refused.getMessage() + ". Nothing was loaded.");
            case InvalidQueryFileException refused -> err.println(refused.getMessage());
            case BindException taken -> err.println(taken.getMessage());
            case IOException failed -> err.println("Cannot read or write: " + failed.getMessage());
            default -> throw e;
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"stemma " + (version == null ? "(not packaged)" : version)};
        }
    }
}
