package stemma;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import stemma.ontology.Loader;
import stemma.ontology.OntologyFolder;
import stemma.query.QueryCatalog;
import stemma.query.QueryFile;
import stemma.query.QueryRunner;
import stemma.query.Row;
import stemma.store.Tdb2Store;

/** Checks the ontology and the query files without touching the store. */
@Command(
        name = "validate",
        description = "Check the ontology (syntax, rules, shapes), the query files and the queries of checks/.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    /** The group of queries of which every row is something to mend. */
    private static final String CHECKS = "checks";

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
                LoadProgress progress = new LoadProgress()) {
            new Loader(folder, progress).load(store);
            runner.checkExamples(store);
            int toMend = 0;
            for (QueryFile file : runner.catalog().all()) {
                if (file.group().equals(CHECKS)) {
                    toMend += report(file, store.read(snapshot -> runner.rows(snapshot, file, Map.of())));
                }
            }
            if (toMend > 0) {
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        spec.commandLine().getOut().println("The ontology and the query files are well-formed.");
        return CommandLine.ExitCode.OK;
    }

    private int report(QueryFile file, List<Row> rows) {
        for (Row row : rows) {
            spec.commandLine().getErr().println(CHECKS + "/" + file.name() + ".rq: " + row.binding());
        }
        return rows.size();
    }
}
