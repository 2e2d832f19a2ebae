package stemma.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import stemma.glossary.Text;
import stemma.query.Quality;
import stemma.query.QueryFile;
import stemma.query.QueryRunner;
import stemma.store.GraphStore;

/** How good the data is, as the query files of {@code checks/} and {@code quality/} tell. */
final class QualityEndpoint {
    private final GraphStore store;
    private final QueryRunner runner;
    private final JsonAnswers answers;

    QualityEndpoint(GraphStore store, QueryRunner runner, JsonAnswers answers) {
        this.store = store;
        this.runner = runner;
        this.answers = answers;
    }

    private record Finding(
            String name,
            Text title,
            Text description,
            List<String> columns,
            int total,
            List<Map<String, Object>> items) {

        static Finding of(Quality.Finding finding, PlainRows plain) {
            QueryFile file = finding.file();
            List<String> columns = file.query().getResultVars();
            return new Finding(
                    file.name(),
                    Text.of(file.title()),
                    Text.of(file.description()),
                    columns,
                    finding.rows().size(),
                    plain.of(finding.rows(), columns));
        }
    }

    private record Report(int faults, List<Finding> checks, List<Finding> measures) {}

    Operation operation() {
        return new Operation(
                "/api/v1/quality",
                "getQuality",
                "How good the data is: what the checks find, and counts",
                List.of(Declared.lang()),
                Map.of("lang", "en"),
                Operation.Reply.json("Quality"),
                this::report);
    }

    private Answer report(Context ctx, Parameters parameters) {
        return store.read(snapshot -> {
            PlainRows plain = new PlainRows(runner.namespaces(snapshot));
            Quality quality = Quality.of(runner, snapshot);
            List<Finding> checks = plainly(quality.checks(), plain);
            int faults = checks.stream().mapToInt(Finding::total).sum();
            return answers.of(ctx, parameters, new Report(faults, checks, plainly(quality.measures(), plain)));
        });
    }

    private static List<Finding> plainly(List<Quality.Finding> findings, PlainRows plain) {
        return findings.stream().map(finding -> Finding.of(finding, plain)).toList();
    }
}
