package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import stemma.SmallOntology;
import stemma.Stemma;
import stemma.StemmaClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names of entries that were renamed or withdrawn, on a small ontology; {@code http/former-names.tsv} has the answers. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormerNamesHttpTest {
    private static Stemma stemma;
    private static StemmaClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        stemma = SmallOntology.serve(folder, SmallOntology.GOOD, "renamed");
        client = new StemmaClient(stemma.address());
    }

    @AfterAll
    static void stop() {
        stemma.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/http/former-names.tsv", delimiter = '\t', numLinesToSkip = 1)
    void a_renamed_entry_is_found_under_its_name_and_a_withdrawn_one_is_gone(
            String path, int status, String leads, String replacedBy) {
        HttpResponse<String> answer = client.get(path);

        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                Objects.requireNonNullElse(leads, ""),
                answer.headers().firstValue("Location").orElse(""));
        if (status == 410) {
            JsonNode problem = JsonMapper.shared().readTree(answer.body());
            assertEquals("gone", problem.get("code").stringValue());
            assertEquals(
                    Objects.requireNonNullElse(replacedBy, ""),
                    problem.get("replacedBy")
                            .valueStream()
                            .map(JsonNode::stringValue)
                            .collect(Collectors.joining(",")));
            assertFalse(problem.at("/reason/zh-Hant").stringValue().isBlank());
        }
    }

    @Test
    void a_former_name_is_in_no_list() {
        String all = client.get("api/v1/concepts?limit=1000").body();
        assertFalse(all.contains("DandyHorse") || all.contains("Boneshaker"), all);
        assertEquals(0, client.json("api/v1/search?q=Boneshaker").get("total").intValue());
    }
}
