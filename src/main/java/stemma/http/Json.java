package stemma.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import stemma.glossary.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes records as JSON: absent values are left out, language maps are whole or have one language. */
final class Json {
    private static final String ONLY = "only";

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new SimpleModule().addSerializer(Text.class, new TextSerializer()))
            .build();

    /** The JSON of a value, in UTF-8. */
    byte[] write(Object value, Languages languages) {
        return mapper.writer()
                .withAttribute(ONLY, languages.only() ? languages.chosen() : null)
                .writeValueAsBytes(value);
    }

    private static final class TextSerializer extends ValueSerializer<Text> {
        @Override
        public void serialize(Text text, JsonGenerator generator, SerializationContext context) {
            Object only = context.getAttribute(ONLY);
            generator.writePOJO(only instanceof String language ? text.only(language) : text.byLanguage());
        }
    }
}
