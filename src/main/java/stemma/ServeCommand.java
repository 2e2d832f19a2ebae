package stemma;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Serves until the process is told to end. The first line on standard output is the address. */
@Command(
        name = "serve",
        description = "Serve the page, the JSON API and the SPARQL endpoint (the default command).",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Override
    public Integer call() throws Exception {
        return serve(main.settings());
    }

    /** Serves; returns when the process is told to end. */
    static int serve(Settings settings) throws Exception {
        Stemma stemma;
        try (LoadProgress progress = LoadProgress.ofSteps()) {
            stemma = Stemma.start(settings, progress);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stemma::close, "shutdown"));
        if (!stemma.faults().isEmpty()) {
            stemma.faults().forEach(System.err::println);
            System.err.println("The ontology is refused; the store of its last good state goes on serving.");
        }
        System.out.println(stemma.address());
        System.out.flush();
        // Never counted down: the process ends by a signal, whose hook closes what is open.
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }
}
