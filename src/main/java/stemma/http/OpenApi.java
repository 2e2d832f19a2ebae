package stemma.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes operations as <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a> does. */
final class OpenApi {
    /** What the document is. */
    static final String MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.1";

    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");

    private final JsonMapper mapper = JsonMapper.shared();
    private final JsonNode frame;

    /** Reads what does not come from operations: the title, the protocols of SPARQL, and the schemas of answers. */
    OpenApi() throws IOException {
        try (InputStream text = OpenApi.class.getResourceAsStream("openapi.json")) {
            frame = mapper.readTree(text);
        }
    }

    /**
     * The document.
     *
     * @param server where the API answers
     */
    JsonNode describing(List<Operation> operations, String server) {
        ObjectNode document = frame.asObject().deepCopy();
        document.set("servers", mapper.valueToTree(List.of(Map.of("url", server))));
        // The API first, then the protocols that have their own descriptions.
        ObjectNode paths = mapper.createObjectNode();
        operations.forEach(operation ->
                paths.withObjectProperty(operation.path()).set("get", mapper.valueToTree(described(operation))));
        frame.get("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry(
                        (method, operation) -> paths.withObjectProperty(path).set(method, operation)));
        document.set("paths", paths);
        return document;
    }

    /** An operation whose answer can be asked for in parts. */
    Operation inParts(Operation operation) {
        List<String> members = members(schema(operation.reply().schema()));
        return members.isEmpty() ? operation : operation.with(Declared.fields(members));
    }

    private JsonNode schema(String name) {
        return frame.path("components").path("schemas").path(name);
    }

    /** The members of an answer or, of one that lists items, those of an item. */
    private List<String> members(JsonNode schema) {
        JsonNode items = schema.path("properties").path(Json.ITEMS);
        if (!items.isMissingNode()) {
            return members(items.path("items"));
        }
        Stream<String> inherited = schema.path("allOf").valueStream().flatMap(part -> members(part).stream());
        Stream<String> referred = schema.has("$ref")
                ? members(frame.at(schema.get("$ref").stringValue().substring(1))).stream()
                : Stream.empty();
        Stream<String> own = schema.path("properties").propertyNames().stream();
        return Stream.of(inherited, referred, own)
                .flatMap(part -> part)
                .distinct()
                .toList();
    }

    private static Map<String, Object> described(Operation operation) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("operationId", operation.id());
        described.put("tags", List.of(tag(operation.path())));
        described.put("summary", operation.summary());
        List<Map<String, Object>> parameters = new ArrayList<>();
        Matcher inPath = IN_PATH.matcher(operation.path());
        while (inPath.find()) {
            Declared name = Declared.required(inPath.group(1), new Values.AnyText(), "the local name of an entry");
            parameters.add(described(name, "path", operation.example()));
        }
        operation.parameters().forEach(declared -> parameters.add(described(declared, "query", operation.example())));
        described.put("parameters", parameters);
        described.put(
                "responses",
                Map.of(
                        "200", Map.of("description", operation.summary(), "content", content(operation.reply())),
                        "default", Map.of("$ref", "#/components/responses/Problem")));
        return described;
    }

    /** The first part of a path, after the version where there is one. */
    private static String tag(String path) {
        return path.replaceFirst("^/api/v1", "").split("/", -1)[1];
    }

    private static Map<String, Object> described(Declared declared, String place, Map<String, String> example) {
        Map<String, Object> schema = new LinkedHashMap<>(declared.values().schema());
        declared.fallback().ifPresent(fallback -> schema.put("default", typed(fallback, schema)));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", declared.name());
        described.put("in", place);
        described.put("description", declared.meaning());
        described.put("required", declared.required());
        if (isList(declared)) {
            described.put("style", "form");
            described.put("explode", false);
        }
        described.put("schema", schema);
        String value = example.get(declared.name());
        if (value != null) {
            described.put("example", isList(declared) ? List.of(value.split(",", -1)) : typed(value, schema));
        }
        return described;
    }

    private static boolean isList(Declared declared) {
        return "array".equals(declared.values().schema().get("type"));
    }

    private static Object typed(String value, Map<String, Object> schema) {
        return "integer".equals(schema.get("type")) ? Long.valueOf(value) : value;
    }

    private static Map<String, Object> content(Operation.Reply reply) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (!reply.schema().isEmpty()) {
            content.put("application/json", Map.of("schema", Map.of("$ref", "#/components/schemas/" + reply.schema())));
        }
        reply.others().forEach(type -> content.put(type, Map.of()));
        return content;
    }
}
