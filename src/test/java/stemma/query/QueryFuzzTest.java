package stemma.query;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What neither a keeper nor a client may bring to fall: a query file, and the value of a parameter. */
class QueryFuzzTest {
    private static final Namespaces NAMESPACES =
            new Namespaces("https://w3id.org/stemma/llm/", "https://w3id.org/stemma/ns#", Map.of("a", "http://a/"));

    @FuzzTest(maxDuration = "1m")
    void the_header_of_a_query_file(FuzzedDataProvider data) throws IOException {
        Path file = Files.createTempFile("fuzz", ".rq");
        try {
            Files.writeString(file, whole(data.consumeRemainingAsString()) + "\nASK {}\n");
            QueryFileReader.read(file, "api");
        } catch (InvalidQueryFileException e) {
            // Refused, and told why.
        } finally {
            Files.delete(file);
        }
    }

    @FuzzTest(maxDuration = "1m")
    void the_value_of_a_parameter(FuzzedDataProvider data) {
        ParameterType type = data.pickValue(ParameterType.values());
        type.parse(data.consumeRemainingAsString(), NAMESPACES);
    }

    /** Without halves of pairs, which no file has. */
    private static String whole(String text) {
        return text.codePoints()
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
