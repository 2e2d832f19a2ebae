package stemma.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.util.StringUtil;
import stemma.glossary.Glossary;
import stemma.glossary.Item;
import stemma.glossary.Reconciler;
import stemma.glossary.Search;
import stemma.glossary.Sought;
import stemma.glossary.Term;
import stemma.problem.Problem;

/**
 * Reconciliation: tables of other people's names are matched with entries and extended by their values, as OpenRefine does.
 * <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Version 0.2</a> is at
 * {@code /reconcile}, the <a href="https://reconciliation-api.github.io/specs/draft/">draft of 1.0</a> at
 * {@code /reconcile/v1}.
 */
final class ReconcileEndpoint {
    static final String ROOT = "/reconcile";
    static final String DRAFT = "/reconcile/v1";

    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 100;
    private static final Map<String, Object> PREVIEW_SIZE = Json.object("width", 430, "height", 200);

    private final Reconciler reconciler;
    private final Glossary glossary;
    private final JsonAnswers answers;

    ReconcileEndpoint(Reconciler reconciler, Glossary glossary, JsonAnswers answers) {
        this.reconciler = reconciler;
        this.glossary = glossary;
        this.answers = answers;
    }

    /** What is asked by GET, in the order in which it is described. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        operations.add(operation(
                ROOT,
                "getReconciliation",
                "The reconciliation service (version 0.2): its manifest or, with `queries` or `extend`, an answer",
                List.of(
                        Declared.optional("queries", new Values.AnyText(), "questions, as JSON"),
                        Declared.optional("extend", new Values.AnyText(), "entries and the properties wanted, as JSON"),
                        Declared.lang()),
                Map.of(),
                this::byGet));
        operations.add(operation(
                ROOT + "/properties",
                "proposeProperties",
                "The properties that entries of a class have",
                proposal(),
                Map.of("type", "Model", "limit", "5"),
                this::propose));
        operations.add(operation(
                DRAFT,
                "getReconciliationDraft",
                "The manifest of the reconciliation service (draft of version 1.0)",
                List.of(Declared.lang()),
                Map.of(),
                this::draftManifest));
        operations.add(operation(
                DRAFT + "/extend/propose",
                "proposePropertiesDraft",
                "The properties that entries of a class have",
                proposal(),
                Map.of("type", "Model", "limit", "5"),
                this::propose));
        for (String root : List.of(ROOT, DRAFT)) {
            String suffix = root.equals(ROOT) ? "" : "Draft";
            operations.add(suggestion(root, "entity", "suggestEntity" + suffix, "Entries", "注意", this::suggestEntity));
            operations.add(suggestion(root, "type", "suggestType" + suffix, "Classes", "mod", this::suggestType));
            operations.add(suggestion(
                    root, "property", "suggestProperty" + suffix, "Properties", "ext", this::suggestProperty));
            operations.add(new Operation(
                    root + "/preview",
                    "preview" + suffix,
                    "An entry as a small page, to be shown in a frame",
                    List.of(Declared.required("id", new Values.AnyText(), "the name of an entry"), Declared.lang()),
                    Map.of("id", "LSTM"),
                    new Operation.Reply("", List.of("text/html")),
                    this::preview));
        }
        return operations;
    }

    private static Operation operation(
            String path,
            String id,
            String summary,
            List<Declared> parameters,
            Map<String, String> example,
            Operation.Handler handler) {
        return new Operation(path, id, summary, parameters, example, Operation.Reply.json("Reconciliation"), handler);
    }

    private static Operation suggestion(
            String root, String kind, String id, String what, String prefix, Operation.Handler handler) {
        return operation(
                root + "/suggest/" + kind,
                id,
                what + " whose name has a text, for a list under a field",
                List.of(
                        Declared.optional("prefix", new Values.AnyText(), "what was typed so far; without it, all"),
                        Declared.limit(DEFAULT_LIMIT, MAX_LIMIT),
                        Declared.offset(),
                        Declared.optional("cursor", Declared.offset().values(), "the same, as version 0.2 calls it"),
                        Declared.lang()),
                Map.of("prefix", prefix, "limit", "3"),
                handler);
    }

    private static List<Declared> proposal() {
        return List.of(
                Declared.withFallback("type", new Values.AnyText(), "", "the local name of a class"),
                Declared.limit(DEFAULT_LIMIT, MAX_LIMIT),
                Declared.lang());
    }

    /** Answers a form of version 0.2. */
    Answer post(Context ctx, String body) {
        List<String> supported = List.of("application/x-www-form-urlencoded");
        String type = MediaType.of(ctx, supported);
        if (!type.isEmpty() && !supported.contains(type)) {
            throw new Problem.UnsupportedMediaType(type, supported).exception();
        }
        Map<String, List<String>> form = Form.read(body);
        Parameters parameters = Parameters.of(ctx, List.of(Declared.lang()));
        if (form.containsKey("queries") == form.containsKey("extend")) {
            throw new Problem.BadParameter("queries", "either 'queries' or 'extend' is expected in the form")
                    .exception();
        }
        return form.containsKey("queries")
                ? match(ctx, parameters, form.get("queries").getFirst())
                : extend(ctx, parameters, form.get("extend").getFirst());
    }

    private Answer byGet(Context ctx, Parameters parameters) {
        return parameters
                .find("queries")
                .map(queries -> match(ctx, parameters, queries))
                .or(() -> parameters.find("extend").map(extend -> extend(ctx, parameters, extend)))
                .orElseGet(() -> manifest(ctx, parameters));
    }

    private Answer match(Context ctx, Parameters parameters, String json) {
        Map<String, Sought> questions = new ReconcileQuestions("queries").batch(json);
        var found = reconciler.candidates(List.copyOf(questions.values())).iterator();
        ReconcileAnswers words = words(ctx, parameters);
        Map<String, Object> results = new LinkedHashMap<>();
        questions.keySet().forEach(key -> results.put(key, Json.object("result", words.candidates(found.next()))));
        return answers.of(ctx, parameters, results);
    }

    private Answer extend(Context ctx, Parameters parameters, String json) {
        ReconcileQuestions.Extension wanted = new ReconcileQuestions("extend").extension(json);
        ReconcileAnswers words = words(ctx, parameters);
        return answers.of(
                ctx, parameters, Json.object("meta", words.heads(wanted.properties()), "rows", words.rows(wanted)));
    }

    /** Answers the questions of the draft. */
    Answer postMatch(Context ctx, String body) {
        Parameters parameters = Parameters.of(ctx, List.of(Declared.lang()));
        ReconcileAnswers words = words(ctx, parameters);
        List<Map<String, Object>> results =
                reconciler.candidates(new ReconcileQuestions("queries").questions(json(ctx, body))).stream()
                        .map(candidates -> Json.object("candidates", words.candidates(candidates)))
                        .toList();
        return answers.of(ctx, parameters, Json.object("results", results));
    }

    /** Extends a table as the draft has it. */
    Answer postExtend(Context ctx, String body) {
        Parameters parameters = Parameters.of(ctx, List.of(Declared.lang()));
        ReconcileQuestions.Extension wanted = new ReconcileQuestions("properties").extension(json(ctx, body));
        ReconcileAnswers words = words(ctx, parameters);
        List<Object> rows = new ArrayList<>();
        words.rows(wanted)
                .forEach((id, values) -> rows.add(Json.object(
                        "id",
                        id,
                        "properties",
                        values.entrySet().stream()
                                .map(value -> Json.object("id", value.getKey(), "values", value.getValue()))
                                .toList())));
        return answers.of(ctx, parameters, Json.object("meta", words.heads(wanted.properties()), "rows", rows));
    }

    private static String json(Context ctx, String body) {
        List<String> supported = List.of("application/json");
        String type = MediaType.of(ctx, supported);
        if (!supported.contains(type)) {
            throw new Problem.UnsupportedMediaType(type, supported).exception();
        }
        return body;
    }

    private ReconcileAnswers words(Context ctx, Parameters parameters) {
        return new ReconcileAnswers(
                reconciler, glossary.namespaces(), Languages.of(ctx, parameters).chosen());
    }

    private Answer manifest(Context ctx, Parameters parameters) {
        String home = home(ctx);
        String lang = parameters.find("lang").map(tag -> "?lang=" + tag).orElse("");
        Map<String, Object> suggest = new LinkedHashMap<>();
        Stream.of("entity", "type", "property")
                .forEach(kind -> suggest.put(
                        kind, Json.object("service_url", home + ROOT, "service_path", "/suggest/" + kind + lang)));
        Map<String, Object> preview = new LinkedHashMap<>(PREVIEW_SIZE);
        preview.put("url", home + ROOT + "/preview?id={{id}}" + lang.replace('?', '&'));
        Map<String, Object> manifest = common(ctx, parameters, "0.2");
        manifest.put("identifierSpace", glossary.namespaces().concepts());
        manifest.put("schemaSpace", glossary.namespaces().schema());
        manifest.put("suggest", suggest);
        manifest.put("preview", preview);
        manifest.put(
                "extend",
                Json.object(
                        "propose_properties",
                        Json.object("service_url", home + ROOT, "service_path", "/properties" + lang),
                        "property_settings",
                        List.of()));
        return answers.of(ctx, parameters, manifest);
    }

    private Answer draftManifest(Context ctx, Parameters parameters) {
        Map<String, Object> manifest = common(ctx, parameters, "1.0-draft");
        manifest.put("suggest", Json.object("entity", true, "type", true, "property", true));
        manifest.put("preview", PREVIEW_SIZE);
        manifest.put("extend", Json.object("proposeProperties", true, "propertySettings", List.of()));
        manifest.put("standardizedScore", true);
        return answers.of(ctx, parameters, manifest);
    }

    private Map<String, Object> common(Context ctx, Parameters parameters, String version) {
        String language = Languages.of(ctx, parameters).chosen();
        ReconcileAnswers words = words(ctx, parameters);
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("versions", List.of(version));
        manifest.put("name", language.equals("en") ? "Stemma glossary" : "Stemma 詞彙");
        manifest.put("documentation", home(ctx) + Routes.DOCS);
        manifest.put("logo", home(ctx) + "/favicon.svg");
        manifest.put("view", Json.object("url", home(ctx) + "/?focus={{id}}"));
        manifest.put(
                "defaultTypes", reconciler.classes().stream().map(words::term).toList());
        return manifest;
    }

    private static String home(Context ctx) {
        return ctx.url().substring(0, ctx.url().length() - ctx.path().length());
    }

    private Answer suggestEntity(Context ctx, Parameters parameters) {
        ReconcileAnswers words = words(ctx, parameters);
        int limit = parameters.integer("limit");
        List<Item> items = parameters
                .find("prefix")
                .map(prefix -> Stream.concat(
                                reconciler.item(prefix).stream(),
                                glossary.search(prefix, Search.Filter.NONE, limit, offset(parameters)).items().stream()
                                        .map(hit -> hit.item()))
                        .distinct()
                        .limit(limit)
                        .toList())
                .orElseGet(() -> glossary.concepts(Optional.empty(), Optional.empty(), limit, offset(parameters))
                        .items());
        return answers.of(
                ctx,
                parameters,
                Json.object("result", items.stream().map(words::suggestion).toList()));
    }

    private Answer suggestType(Context ctx, Parameters parameters) {
        return suggested(ctx, parameters, reconciler.classes());
    }

    private Answer suggestProperty(Context ctx, Parameters parameters) {
        return suggested(ctx, parameters, reconciler.properties());
    }

    private Answer suggested(Context ctx, Parameters parameters, List<Term> terms) {
        ReconcileAnswers words = words(ctx, parameters);
        String prefix = parameters.find("prefix").orElse("").toLowerCase(Locale.ROOT);
        List<Map<String, Object>> found = terms.stream()
                .filter(term -> Stream.concat(Stream.of(term.name()), term.label().byLanguage().values().stream())
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(prefix)))
                .skip(offset(parameters))
                .limit(parameters.integer("limit"))
                .map(words::term)
                .toList();
        return answers.of(ctx, parameters, Json.object("result", found));
    }

    private static int offset(Parameters parameters) {
        return parameters.find("cursor").map(Integer::valueOf).orElseGet(() -> parameters.integer("offset"));
    }

    private Answer propose(Context ctx, Parameters parameters) {
        ReconcileAnswers words = words(ctx, parameters);
        int limit = parameters.integer("limit");
        Map<String, Object> proposal = new LinkedHashMap<>();
        proposal.put("type", parameters.text("type"));
        proposal.put("limit", limit);
        proposal.put(
                "properties",
                reconciler.propertiesOf(parameters.text("type"), limit).stream()
                        .map(words::term)
                        .toList());
        return answers.of(ctx, parameters, proposal);
    }

    private Answer preview(Context ctx, Parameters parameters) {
        String language = Languages.of(ctx, parameters).chosen();
        Item item = glossary.card(parameters.text("id")).item();
        String year = item.year() == null ? "" : " · " + item.year();
        String page = """
                <!doctype html>
                <html lang="%s">
                <head>
                  <meta charset="utf-8">
                  <title>%s</title>
                  <link rel="stylesheet" href="/styles/tokens.css">
                  <link rel="stylesheet" href="/styles/preview.css">
                </head>
                <body>
                  <h1><a href="/?focus=%s" target="_blank">%s</a></h1>
                  <p class="kind">%s%s</p>
                  <p>%s</p>
                </body>
                </html>
                """.formatted(
                        language,
                        escaped(item.label().in(language)),
                        RightName.segment(item.name()),
                        escaped(item.label().in(language)),
                        escaped(item.classLabel().in(language)),
                        year,
                        escaped(item.definition().in(language)));
        return answers.bytes("text/html;charset=utf-8", language, page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return StringUtil.sanitizeXmlString(text);
    }
}
