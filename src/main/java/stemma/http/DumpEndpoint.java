package stemma.http;

import io.javalin.http.Context;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import stemma.export.Dump;
import stemma.problem.Problem;
import stemma.query.QueryFile;
import stemma.query.QueryRunner;
import stemma.query.Row;
import stemma.sparql.Format;
import stemma.store.GraphStore;

/** Everything at once: all triples, or the table of the entries. */
final class DumpEndpoint {
    private static final String TABLE = "csv";

    private final GraphStore store;
    private final QueryRunner runner;
    private final QueryPool pool;
    private final Readers readers;

    DumpEndpoint(GraphStore store, QueryRunner runner, QueryPool pool, Readers readers) {
        this.store = store;
        this.runner = runner;
        this.pool = pool;
        this.readers = readers;
    }

    /** The names of what there is, which end its addresses. */
    static List<String> suffixes() {
        return Stream.concat(
                        Arrays.stream(Dump.values()).map(dump -> dump.name().toLowerCase(Locale.ROOT)),
                        Stream.of(TABLE))
                .toList();
    }

    void send(Context ctx) throws Exception {
        Parameters.of(ctx, List.of());
        String suffix = ctx.pathParam("format");
        if (!suffixes().contains(suffix)) {
            throw new Problem.NotFound("export", suffix, suffixes()).exception();
        }
        Outlet.stream(
                ctx,
                readers,
                outlet -> pool.run(
                        ctx,
                        () -> store.<Void, Exception>read(snapshot -> {
                            String tag = '"' + snapshot.version().value() + "-" + suffix + '"';
                            ctx.res().setHeader("ETag", tag);
                            ctx.res().setHeader("Content-Disposition", "inline; filename=\"stemma." + suffix + '"');
                            if (tag.equals(ctx.header("If-None-Match"))) {
                                ctx.res().setStatus(304);
                                return null;
                            }
                            if (suffix.equals(TABLE)) {
                                QueryFile file = runner.catalog().get("table");
                                List<Binding> rows = runner.rows(snapshot, file, Map.of()).stream()
                                        .map(Row::binding)
                                        .toList();
                                OutputStream out = outlet.open(Format.CSV.contentType());
                                Format.CSV.write(
                                        RowSetStream.create(file.query().getProjectVars(), rows.iterator()), out);
                            } else {
                                Dump dump = Dump.valueOf(suffix.toUpperCase(Locale.ROOT));
                                dump.write(snapshot.dataset(), outlet.open(dump.contentType()));
                            }
                            outlet.end();
                            return null;
                        })));
    }
}
