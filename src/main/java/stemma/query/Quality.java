package stemma.query;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import stemma.store.Snapshot;

/**
 * How good the data is: what the query files of two groups find. A row of {@code checks/} is something to mend; the rows
 * of {@code quality/} are counts.
 *
 * @param checks the query files of {@code checks/} with what each found, in the order of their names
 * @param measures those of {@code quality/}
 */
public record Quality(List<Finding> checks, List<Finding> measures) {
    /** The group of queries of which every row is something to mend. */
    public static final String CHECKS = "checks";

    /** The group of queries that count. */
    public static final String MEASURES = "quality";

    /** A query file and its rows. */
    public record Finding(QueryFile file, List<Row> rows) {

        /** A line for each row: its terms in the order of the columns, entries and terms of the schema by their short names. */
        public List<String> lines(Namespaces namespaces) {
            List<String> columns = file.query().getResultVars();
            return rows.stream()
                    .map(row -> columns.stream()
                            .flatMap(column -> row.text(column).stream())
                            .map(namespaces::localName)
                            .collect(Collectors.joining("  ")))
                    .toList();
        }
    }

    /** Runs both groups, inside the snapshot's transaction. */
    public static Quality of(QueryRunner runner, Snapshot snapshot) {
        return new Quality(findings(runner, snapshot, CHECKS), findings(runner, snapshot, MEASURES));
    }

    /** What the query files of a group find, inside the snapshot's transaction. */
    public static List<Finding> findings(QueryRunner runner, Snapshot snapshot, String group) {
        return runner.catalog().all().stream()
                .filter(file -> file.group().equals(group))
                .map(file -> finding(runner, snapshot, file))
                .toList();
    }

    /** What one query file finds, inside the snapshot's transaction. */
    static Finding finding(QueryRunner runner, Snapshot snapshot, QueryFile file) {
        return new Finding(file, runner.rows(snapshot, file, Map.of()));
    }
}
