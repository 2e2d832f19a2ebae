package stemma.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import stemma.query.ParameterType;
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
    private static final String JSON = "application/json";

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

    /** The list of them. */
    Operation listing() {
        return new Operation(
                "/api/v1/queries",
                "listQueries",
                "The questions that are kept as files, with their parameters and their SPARQL",
                List.of(Declared.limit(DEFAULT_LIMIT, MAX_LIMIT), Declared.offset(), Declared.lang()),
                Map.of("limit", "2"),
                Operation.Reply.json("QueryPage"),
                this::list);
    }

    /** Each of them. */
    List<Operation> questions() {
        return runner.catalog().all().stream().map(this::question).toList();
    }

    private Operation question(QueryFile file) {
        List<String> others = offered(file).stream()
                .map(Format::mediaType)
                .filter(type -> !type.equals(JSON))
                .toList();
        String schema = switch (file.kind()) {
            case SELECT -> "Rows";
            case ASK -> "Yes";
            case GRAPH -> "";
        };
        return new Operation(
                "/api/v1/queries/" + file.name(),
                "query-" + file.name(),
                file.title().get("en"),
                parameters(file),
                file.example(),
                new Operation.Reply(schema, others),
                (ctx, parameters) -> run(ctx, parameters, file));
    }

    private static List<Declared> parameters(QueryFile file) {
        List<Declared> parameters = new ArrayList<>();
        file.parameters().forEach(parameter -> parameters.add(declared(parameter)));
        if (file.kind() == QueryFile.Kind.SELECT) {
            parameters.add(Declared.limit(DEFAULT_LIMIT, MAX_LIMIT));
            parameters.add(Declared.offset());
        }
        parameters.add(Declared.optional(
                "format",
                new Values.FormatName(offered(file)),
                "the format of the answer; without it, Accept chooses"));
        return parameters;
    }

    /** Whether it is missing is for the query to tell, with what else is wrong with its value. */
    private static Declared declared(Parameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", parameter.type() == ParameterType.INTEGER ? "integer" : "string");
        if (!parameter.values().isEmpty()) {
            schema.put("enum", parameter.values());
        }
        return new Declared(
                parameter.name(),
                parameter.description().getOrDefault("en", parameter.name()) + " ("
                        + parameter.type().label() + ")",
                new Values.OfQuery(parameter.list() ? Json.object("type", "array", "items", schema) : schema),
                parameter.required(),
                Optional.ofNullable(parameter.defaultValue()));
    }

    private Answer list(Context ctx, Parameters parameters) {
        List<Listed> all = runner.catalog().all().stream().map(Listed::of).toList();
        Page<Listed> page = Page.of(all, parameters.integer("limit"), parameters.integer("offset"));
        return answers.page(ctx, parameters, page, page.total(), page.limit(), page.offset());
    }

    /** One of them, by the name in the path. */
    Answer run(Context ctx) {
        QueryFile file = runner.catalog().get(ctx.pathParam("name"));
        return run(ctx, Parameters.of(ctx, parameters(file)), file);
    }

    private Answer run(Context ctx, Parameters parameters, QueryFile file) {
        Optional<Format> format = format(ctx, parameters, file);
        return store.read(snapshot -> {
            Namespaces namespaces = runner.namespaces(snapshot);
            Map<Var, List<Node>> values =
                    file.bind(name -> parameters.find(name).orElse(null), namespaces);
            return switch (file.kind()) {
                case SELECT -> rows(ctx, parameters, file, runner.rows(snapshot, file, values), namespaces, format);
                case ASK -> yes(ctx, parameters, file, runner.ask(snapshot, file, values), format);
                case GRAPH -> graph(runner.graph(snapshot, file, values), format.orElse(Format.TURTLE));
            };
        });
    }

    private static List<Format> offered(QueryFile file) {
        return file.kind() == QueryFile.Kind.GRAPH ? Format.ofGraphs() : Format.ofResults();
    }

    /** The SPARQL format that is asked for; empty for plain JSON. */
    private static Optional<Format> format(Context ctx, Parameters parameters, QueryFile file) {
        boolean rows = file.kind() != QueryFile.Kind.GRAPH;
        List<Format> offered = offered(file);
        Optional<String> named = parameters.find("format");
        if (named.isPresent()) {
            return rows && named.get().equals("json") ? Optional.empty() : Format.named(named.get());
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
        return Optional.of(Format.choose(new Accept(accept), offered));
    }

    private Answer rows(
            Context ctx,
            Parameters parameters,
            QueryFile file,
            List<Row> rows,
            Namespaces namespaces,
            Optional<Format> format) {
        Page<Row> page = Page.of(rows, parameters.integer("limit"), parameters.integer("offset"));
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
}
