package stemma.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of a JSON answer, as a golden file draws it: every key with the type of its value. A key with {@code ?} may be
 * missing, the key {@code *} stands for any, the type {@code text} is a language map; {@code "@part"} is a shape of
 * {@code parts.json}, and the key {@code +} adds the keys of one.
 */
final class Shape {
    private static final JsonNode PARTS = read("parts");

    private final List<String> faults = new ArrayList<>();

    private Shape() {}

    /** Where an answer differs from the golden file of a name; empty when it does not. */
    static List<String> faults(String golden, JsonNode answer) {
        Shape shape = new Shape();
        shape.compare(read(golden), answer, golden + ".json: ");
        return shape.faults;
    }

    private void compare(JsonNode expected, JsonNode actual, String place) {
        if (expected.isString()) {
            String type = expected.stringValue();
            if (type.startsWith("@")) {
                compare(PARTS.get(type.substring(1)), actual, place);
            } else if (!isOf(type, actual)) {
                faults.add(place + " is no " + type + " but " + actual);
            }
        } else if (expected.isArray()) {
            if (!actual.isArray()) {
                faults.add(place + " is no array");
            }
            int index = 0;
            for (JsonNode element : actual) {
                compare(expected.get(0), element, place + "[" + index++ + "]");
            }
        } else {
            compareKeys(expected, actual, place);
        }
    }

    private void compareKeys(JsonNode expected, JsonNode actual, String place) {
        if (!actual.isObject()) {
            faults.add(place + " is no object");
            return;
        }
        Map<String, JsonNode> shapes = new TreeMap<>();
        if (expected.has("+")) {
            PARTS.get(expected.get("+").stringValue())
                    .properties()
                    .forEach(part -> shapes.put(part.getKey(), part.getValue()));
        }
        expected.properties().forEach(property -> shapes.put(property.getKey(), property.getValue()));
        shapes.remove("+");
        Set<String> unknown = new HashSet<>(actual.propertyNames());
        shapes.forEach((key, shape) -> {
            String name = key.replace("?", "");
            if (name.equals("*")) {
                actual.properties().forEach(any -> compare(shape, any.getValue(), place + "." + any.getKey()));
                unknown.clear();
            } else if (actual.has(name)) {
                compare(shape, actual.get(name), place + "." + name);
                unknown.remove(name);
            } else if (name.equals(key)) {
                faults.add(place + "." + name + " is missing");
            }
        });
        unknown.forEach(name -> faults.add(place + "." + name + " is not in the golden file"));
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "value" -> value.isValueNode();
            case "text" ->
                value.isObject()
                        && !value.isEmpty()
                        && value.properties().stream()
                                .allMatch(text -> text.getKey().matches("[a-z]{2}(-[A-Za-z]+)?")
                                        && text.getValue().isString()
                                        && !text.getValue().stringValue().isBlank());
            default -> throw new IllegalArgumentException("No golden file may say " + type);
        };
    }

    private static JsonNode read(String name) {
        try (InputStream in = Shape.class.getResourceAsStream("/http/golden/" + name + ".json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
