package stemma;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import stemma.problem.Problem;
import stemma.query.QueryCatalog;
import stemma.query.QueryFile;
import stemma.query.QueryRunner;
import stemma.query.Row;
import stemma.sparql.Format;
import stemma.store.GraphStore;
import stemma.store.Snapshot;

/** Runs a query file and writes its answer to standard output. */
@Command(
        name = "query",
        description = "Run a query of the queries folder by its name and print the answer.",
        mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, tsv, json, xml for rows; turtle, nt, rdfxml, jsonld, trig, nq for graphs"
                    + " (default: tsv, turtle).")
    private String format;

    @Parameters(index = "0", paramLabel = "NAME", description = "The query file's name, without .rq.")
    private String name;

    @Parameters(index = "1..*", paramLabel = "PARAM=VALUE", description = "Values of its parameters.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        QueryRunner runner = new QueryRunner(QueryCatalog.load(main.settings().queries()));
        QueryFile file = runner.catalog().get(name);
        List<String> known =
                file.parameters().stream().map(parameter -> parameter.name()).toList();
        for (String given : values.keySet()) {
            if (!known.contains(given)) {
                throw new Problem.UnknownParameter(given, known).exception();
            }
        }
        Format chosen = format(file);
        try (LoadProgress progress = LoadProgress.ofSteps();
                GraphStore store = Stemma.openCurrentStore(main.settings(), progress)) {
            OutputStream out = new BufferedOutputStream(System.out);
            store.<Void, IOException>read(snapshot -> {
                write(runner, file, chosen, snapshot, out);
                return null;
            });
            out.flush();
        }
        return CommandLine.ExitCode.OK;
    }

    private Format format(QueryFile file) {
        boolean rows = file.kind() != QueryFile.Kind.GRAPH;
        if (format == null) {
            return rows ? Format.TSV : Format.TURTLE;
        }
        return Format.named(format)
                .filter((rows ? Format.ofResults() : Format.ofGraphs())::contains)
                .orElseThrow(() ->
                        new Problem.BadParameter("--format", "the query's answer has no such format").exception());
    }

    private void write(QueryRunner runner, QueryFile file, Format chosen, Snapshot snapshot, OutputStream out)
            throws IOException {
        Map<Var, List<Node>> bound = file.bind(values::get, runner.namespaces(snapshot));
        switch (file.kind()) {
            case SELECT -> {
                Iterator<Binding> rows = runner.rows(snapshot, file, bound).stream()
                        .map(Row::binding)
                        .iterator();
                chosen.write(RowSetStream.create(file.query().getProjectVars(), rows), out);
            }
            case ASK -> chosen.write(runner.ask(snapshot, file, bound), out);
            case GRAPH -> out.write(chosen.bytes(runner.graph(snapshot, file, bound)));
        }
    }
}
