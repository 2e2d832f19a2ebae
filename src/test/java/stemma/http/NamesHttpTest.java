package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an entry may be called in a request, as {@code http/names.tsv} has it. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NamesHttpTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/http/names.tsv", delimiter = '\t', numLinesToSkip = 1)
    void an_entry_is_found_by_name_curie_and_iri(
            String path, int status, String leads, String name, StemmaClient client) {
        HttpResponse<String> answer = client.get(path);

        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                Objects.requireNonNullElse(leads, ""),
                answer.headers().firstValue("Location").orElse(""));
        if (name != null) {
            JsonNode json = JsonMapper.shared().readTree(answer.body());
            String first = Stream.of("/name", "/focus", "/from", "/items/0/name", "/concepts/0/name")
                    .map(json::at)
                    .filter(JsonNode::isString)
                    .findFirst()
                    .orElseThrow()
                    .stringValue();
            assertEquals(name, first);
        }
    }
}
