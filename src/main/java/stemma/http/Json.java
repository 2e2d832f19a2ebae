package stemma.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stemma.glossary.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes records as JSON: absent values are left out, language maps are whole or have one language. */
final class Json {
    /** The member of an answer that holds a list's items. */
    static final String ITEMS = "items";

    private static final String ONLY = "only";

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(Text.class, new TextSerializer()))
            .build();

    /** An object with its members in this order; names and values alternate. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** The JSON of a value, in UTF-8. */
    byte[] write(Object value, Languages languages) {
        return mapper.writer()
                .withAttribute(ONLY, languages.only() ? languages.chosen() : null)
                .writeValueAsBytes(value);
    }

    /** The JSON of a value with no more than some members: of its {@code items}, where it has such, else of itself. */
    byte[] write(Object value, Languages languages, List<String> members) {
        byte[] whole = write(value, languages);
        if (members.isEmpty()) {
            return whole;
        }
        ObjectNode tree = mapper.readTree(whole).asObject();
        if (tree.get(ITEMS) instanceof ArrayNode items) {
            items.forEach(item -> item.asObject().retain(members));
        } else {
            tree.retain(members);
        }
        return mapper.writeValueAsBytes(tree);
    }

    private static final class TextSerializer extends ValueSerializer<Text> {
        @Override
        public void serialize(Text text, JsonGenerator generator, SerializationContext context) {
            Object only = context.getAttribute(ONLY);
            generator.writePOJO(only instanceof String language ? text.only(language) : text.byLanguage());
        }
    }
}
