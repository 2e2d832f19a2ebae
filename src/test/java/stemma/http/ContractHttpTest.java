package stemma.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import stemma.ExpectedFile;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;

/**
 * What {@code /api/v1} promises: every parameter and every member of an answer, a line each in {@code http/contract.txt}. Within
 * a version lines are added; one that changes or goes is a breaking change.
 */
@ExtendWith(StemmaExtension.class)
class ContractHttpTest {

    @Test
    void nothing_that_was_promised_changes_unseen(StemmaClient client) throws IOException {
        JsonNode document = client.json("openapi.json");
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            if (!path.getKey().startsWith("/api/v1/queries/")) {
                path.getValue().properties().forEach(method -> operation(path.getKey(), method, lines));
            }
        }
        for (Map.Entry<String, JsonNode> schema :
                document.at("/components/schemas").properties()) {
            members(schema.getKey(), schema.getValue(), lines);
        }
        ExpectedFile.of("http", "contract.txt")
                .hasExactly(lines.stream().sorted().toList());
    }

    private static void operation(String path, Map.Entry<String, JsonNode> method, List<String> lines) {
        String name = method.getKey().toUpperCase(Locale.ROOT) + " " + path;
        lines.add(name + " = " + method.getValue().get("operationId").stringValue());
        for (JsonNode parameter : method.getValue().path("parameters")) {
            JsonNode schema = parameter.get("schema");
            lines.add(name + " ? " + parameter.get("name").stringValue() + ": " + type(schema)
                    + (parameter.get("required").booleanValue() ? ", required" : "")
                    + (schema.has("default")
                            ? ", default " + schema.get("default").asString()
                            : "")
                    + (schema.has("maximum") ? ", at most " + schema.get("maximum") : "")
                    + (schema.has("maxItems") ? ", at most " + schema.get("maxItems") : ""));
        }
        method.getValue()
                .at("/responses/200/content")
                .properties()
                .forEach(content -> lines.add(name + " -> "
                        + content.getKey()
                        + (content.getValue().has("schema")
                                ? " " + type(content.getValue().get("schema"))
                                : "")));
    }

    private static void members(String name, JsonNode schema, List<String> lines) {
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        schema.path("allOf").forEach(part -> lines.add(name + " has all of " + type(part)));
        schema.path("properties").properties().forEach(member -> {
            String path = name + "." + member.getKey();
            lines.add(path + ": " + type(member.getValue()) + (required.contains(member.getKey()) ? ", always" : ""));
            members(path, member.getValue(), lines);
            members(path + "[]", member.getValue().path("items"), lines);
        });
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema.get("$ref").stringValue().replaceFirst(".*/", "");
        }
        String type = schema.path("type").isArray()
                ? schema.get("type").toString()
                : schema.path("type").asString("any");
        return type.equals("array") ? "list of " + type(schema.path("items")) : type;
    }
}
