package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description is true: each operation answers its example as the description says. */
@ExtendWith(StemmaExtension.class)
class OpenApiHttpTest {
    private static final Pattern REFERENCE = Pattern.compile("#/components/schemas/(\\w+)");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static JsonNode document(StemmaClient client) {
        return client.json("openapi.json");
    }

    @TestFactory
    Stream<DynamicTest> an_operation_answers_its_example_as_its_schema_says(StemmaClient client) {
        JsonNode document = document(client);
        return document.get("paths")
                .propertyStream()
                .filter(path -> path.getValue().has("get") && !path.getKey().equals("/data/{path}"))
                .map(path -> DynamicTest.dynamicTest(path.getKey(), () -> {
                    JsonNode operation = path.getValue().get("get");
                    HttpResponse<String> answer =
                            client.get(example(path.getKey(), operation), "Accept", "application/json, */*;q=0.1");
                    assertEquals(200, answer.statusCode(), answer.body());
                    String type = answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .replaceFirst(";.*", "");
                    JsonNode content = operation.at("/responses/200/content");
                    assertTrue(content.has(type), type + " is described");
                    JsonNode schema = content.get(type).path("schema");
                    if (!schema.isMissingNode()) {
                        assertEquals(List.of(), faults(document, schema, answer.body()));
                    }
                }));
    }

    /** The address of an operation's example. */
    private static String example(String path, JsonNode operation) {
        String address = path.substring(1);
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.get("parameters")) {
            JsonNode example = parameter.path("example");
            if (!example.isMissingNode()) {
                String value = StemmaClient.encoded(
                        example.isArray()
                                ? example.valueStream().map(JsonNode::asString).collect(Collectors.joining(","))
                                : example.asString());
                String name = parameter.get("name").stringValue();
                if (parameter.get("in").stringValue().equals("path")) {
                    address = address.replace("{" + name + "}", value);
                } else {
                    query.add(name + "=" + value);
                }
            }
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    private List<Error> faults(JsonNode document, JsonNode reference, String body) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.get("components"));
        whole.set("$ref", reference.get("$ref"));
        Schema schema = registry.getSchema(whole);
        return schema.validate(body, InputFormat.JSON);
    }

    @Test
    void a_problem_is_as_its_schema_says(StemmaClient client) {
        JsonNode document = document(client);
        JsonNode schema = document.at("/components/responses/Problem/content/application~1problem+json/schema");
        for (String path : List.of("api/v1/concepts/NoSuchThing", "api/v1/concepts?no=1", "api/v1/path?from=LSTM")) {
            HttpResponse<String> answer = client.get(path);
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(""));
            assertEquals(List.of(), faults(document, schema, answer.body()), path);
        }
    }

    @Test
    void a_value_that_the_description_does_not_allow_is_refused(StemmaClient client) {
        JsonNode document = document(client);
        int tried = 0;
        for (var path : document.get("paths").properties()) {
            JsonNode operation = path.getValue().path("get");
            for (JsonNode parameter : operation.path("parameters")) {
                JsonNode schema = parameter.get("schema");
                String wrong = schema.has("maximum")
                        ? Long.toString(schema.get("maximum").asLong() + 1)
                        : schema.has("enum") ? "no-such-value" : "";
                if (!wrong.isEmpty()) {
                    String name = parameter.get("name").stringValue();
                    String address = example(path.getKey(), operation).replaceFirst(name + "=[^&]*", "");
                    address += (address.contains("?") ? "&" : "?") + name + "=" + wrong;
                    HttpResponse<String> answer = client.get(address);
                    assertEquals(400, answer.statusCode(), address);
                    JsonNode problem = JsonMapper.shared().readTree(answer.body());
                    assertEquals(name, problem.get("parameter").stringValue(), address);
                    tried++;
                }
            }
        }
        assertTrue(tried > 200, tried + " values");
    }

    @Test
    void every_schema_is_used_and_every_operation_has_a_name_of_its_own(StemmaClient client) {
        JsonNode document = document(client);
        Set<String> used = new TreeSet<>();
        REFERENCE.matcher(document.toString()).results().forEach(reference -> used.add(reference.group(1)));
        assertEquals(new TreeSet<>(document.at("/components/schemas").propertyNames()), used);
        List<String> ids = document.get("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(operation -> operation.get("operationId").stringValue())
                .toList();
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void the_description_names_the_server_that_was_asked(StemmaClient client) {
        assertEquals(
                client.address().replaceFirst("/$", ""),
                document(client).at("/servers/0/url").stringValue());
    }
}
