package stemma;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import stemma.ontology.Loader;
import stemma.ontology.OntologyFolder;
import stemma.query.Namespaces;
import stemma.query.Quality;
import stemma.query.QueryCatalog;
import stemma.query.QueryRunner;
import stemma.store.Snapshot;
import stemma.store.Tdb2Store;

/** Checks the ontology and the query files without touching the store. */
@Command(
        name = "validate",
        description = "Check the ontology (syntax, rules, shapes), the query files and the queries of checks/.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        OntologyFolder folder =
                new OntologyFolder(main.settings().ontology(), main.settings().base());
        QueryRunner runner = new QueryRunner(QueryCatalog.load(main.settings().queries()));
        try (Tdb2Store store = Tdb2Store.inMemory(folder.digest());
                LoadProgress progress = LoadProgress.ofSteps()) {
            new Loader(folder, progress).load(store);
            runner.checkExamples(store);
            List<String> toMend = store.read(snapshot -> report(runner, snapshot));
            if (!toMend.isEmpty()) {
                toMend.forEach(spec.commandLine().getErr()::println);
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        spec.commandLine().getOut().println("The ontology and the query files are well-formed.");
        return CommandLine.ExitCode.OK;
    }

    /** A line for each row of a check, with the check's file before it. */
    private static List<String> report(QueryRunner runner, Snapshot snapshot) {
        Namespaces namespaces = runner.namespaces(snapshot);
        return Quality.findings(runner, snapshot, Quality.CHECKS).stream()
                .flatMap(finding -> finding.lines(namespaces).stream()
                        .map(line -> Quality.CHECKS + "/" + finding.file().name() + ".rq: " + line))
                .toList();
    }
}
