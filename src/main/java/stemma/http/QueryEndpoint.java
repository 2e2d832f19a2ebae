package stemma.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSetStream;
import stemma.glossary.Page;
import stemma.glossary.Text;
import stemma.problem.Problem;
import stemma.query.Namespaces;
import stemma.query.Parameter;
import stemma.query.QueryFile;
import stemma.query.QueryRunner;
import stemma.query.Row;
import stemma.sparql.Accept;
import stemma.sparql.Format;
import stemma.store.GraphStore;

/** The query files over HTTP: the list of them, and each as an operation with its parameters. */
final class QueryEndpoint {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 10_000;
    private static final int MAX_OFFSET = 1_000_000;
    private static final String JSON = "application/json";

    /** The parameters that every query of a kind has beside its own. */
    private static final Map<QueryFile.Kind, List<String>> COMMON = Map.of(
            QueryFile.Kind.SELECT, List.of("limit", "offset", "format"),
            QueryFile.Kind.ASK, List.of("format"),
            QueryFile.Kind.GRAPH, List.of("format"));

    private final GraphStore store;
    private final QueryRunner runner;
    private final JsonAnswers answers;

    QueryEndpoint(GraphStore store, QueryRunner runner, JsonAnswers answers) {
        this.store = store;
        this.runner = runner;
        this.answers = answers;
    }

    private record Listed(
            String name,
            String group,
            QueryFile.Kind kind,
            Text title,
            Text description,
            List<Parameter> parameters,
            Map<String, String> example,
            String sparql) {

        static Listed of(QueryFile file) {
            return new Listed(
                    file.name(),
                    file.group(),
                    file.kind(),
                    Text.of(file.title()),
                    Text.of(file.description()),
                    file.parameters(),
                    file.example(),
                    file.text());
        }
    }

    private record Rows(
            String name, List<String> columns, int total, int limit, int offset, List<Map<String, Object>> items) {}

    private record Yes(String name, boolean answer) {}

    Answer list(Context ctx) {
        Parameters parameters = Parameters.of(ctx, List.of("limit", "offset", "lang"));
        List<Listed> all = runner.catalog().all().stream().map(Listed::of).toList();
        Page<Listed> page = Page.of(all, limit(parameters), offset(parameters));
        return answers.page(ctx, parameters, page, page.total(), page.limit(), page.offset());
    }

    Answer run(Context ctx) {
        QueryFile file = runner.catalog().get(ctx.pathParam("name"));
        Parameters parameters = Parameters.of(
                ctx,
                Stream.concat(file.parameters().stream().map(Parameter::name), COMMON.get(file.kind()).stream())
                        .toList());
        Optional<Format> format = format(ctx, parameters, file);
        return store.read(snapshot -> {
            Namespaces namespaces = runner.namespaces(snapshot);
            Map<Var, Node> values = file.bind(name -> parameters.text(name).orElse(null), namespaces);
            return switch (file.kind()) {
                case SELECT -> rows(ctx, parameters, file, runner.rows(snapshot, file, values), namespaces, format);
                case ASK -> yes(ctx, parameters, file, runner.ask(snapshot, file, values), format);
                case GRAPH -> graph(runner.graph(snapshot, file, values), format.orElse(Format.TURTLE));
            };
        });
    }

    /** The SPARQL format that is asked for; empty for plain JSON. */
    private static Optional<Format> format(Context ctx, Parameters parameters, QueryFile file) {
        boolean rows = file.kind() != QueryFile.Kind.GRAPH;
        List<Format> offered = rows ? Format.ofResults() : Format.ofGraphs();
        Optional<String> named = parameters.text("format");
        if (named.isPresent()) {
            if (rows && named.get().equals("json")) {
                return Optional.empty();
            }
            return Optional.of(Format.named(named.get())
                    .filter(offered::contains)
                    .orElseThrow(() -> new Problem.BadParameter(
                                    "format",
                                    "one of "
                                            + String.join(
                                                    ", ",
                                                    offered.stream()
                                                            .map(Format::shortName)
                                                            .toList())
                                            + " is expected")
                            .exception()));
        }
        String accept = ctx.header("Accept") == null ? "" : ctx.header("Accept");
        if (rows) {
            List<String> types = Stream.concat(Stream.of(JSON), offered.stream().map(Format::mediaType))
                    .toList();
            String best = new Accept(accept)
                    .best(types, List::of)
                    .orElseThrow(() -> new Problem.NotAcceptable(types).exception());
            return best.equals(JSON) ? Optional.empty() : Format.named(best);
        }
        return Optional.of(Format.choose(accept, offered));
    }

    private Answer rows(
            Context ctx,
            Parameters parameters,
            QueryFile file,
            List<Row> rows,
            Namespaces namespaces,
            Optional<Format> format) {
        Page<Row> page = Page.of(rows, limit(parameters), offset(parameters));
        if (format.isPresent()) {
            List<Binding> bindings = page.items().stream().map(Row::binding).toList();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.get().write(RowSetStream.create(file.query().getProjectVars(), bindings.iterator()), out);
            return answers.page(
                    ctx, format.get().contentType(), out.toByteArray(), page.total(), page.limit(), page.offset());
        }
        List<String> columns = file.query().getResultVars();
        List<Map<String, Object>> items = new PlainRows(namespaces).of(page.items(), columns);
        Rows answer = new Rows(file.name(), columns, page.total(), page.limit(), page.offset(), items);
        return answers.page(ctx, parameters, answer, page.total(), page.limit(), page.offset());
    }

    private Answer yes(Context ctx, Parameters parameters, QueryFile file, boolean answer, Optional<Format> format) {
        if (format.isEmpty()) {
            return answers.of(ctx, parameters, new Yes(file.name(), answer));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.get().write(answer, out);
        return answers.bytes(format.get().contentType(), out.toByteArray());
    }

    private Answer graph(Graph graph, Format format) {
        return answers.bytes(format.contentType(), format.bytes(graph));
    }

    private static int limit(Parameters parameters) {
        return parameters.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    }

    private static int offset(Parameters parameters) {
        return parameters.integer("offset", 0, 0, MAX_OFFSET);
    }
}
