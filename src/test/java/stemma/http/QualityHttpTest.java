package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;

/** The quality of the shipped data, as the server tells it. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityHttpTest {
    private static final String QUALITY = "api/v1/quality";

    @Test
    void the_report_has_its_shape(StemmaClient client) {
        assertEquals(List.of(), Shape.faults("quality", client.json(QUALITY)));
    }

    @Test
    void zero_stands_where_zero_is_due(StemmaClient client) {
        JsonNode report = client.json(QUALITY);
        Map<String, Integer> found = new TreeMap<>();
        report.get("checks").forEach(check -> {
            if (check.get("total").intValue() > 0) {
                found.put(check.get("name").stringValue(), check.get("total").intValue());
            }
        });

        assertEquals(Map.of(), found);
        assertEquals(0, report.get("faults").intValue());
    }

    @Test
    void every_entry_is_complete_in_both_languages(StemmaClient client) {
        for (String language : List.of("en", "zh-Hant")) {
            JsonNode row = row(client, "languages", "language", language);
            assertEquals(row.get("complete"), row.get("labels"), language);
            assertEquals(row.get("complete"), row.get("definitions"), language);
        }
    }

    @Test
    void every_stated_relation_has_evidence(StemmaClient client) {
        for (JsonNode row : measure(client, "relations-with-evidence").get("items")) {
            assertEquals(
                    row.get("stated"),
                    row.get("withEvidence"),
                    row.get("relation").stringValue());
        }
    }

    @Test
    void the_glossary_has_three_hundred_ideas_at_least(StemmaClient client) {
        int ideas = 0;
        for (JsonNode chapter : measure(client, "entries-by-chapter").get("items")) {
            ideas += chapter.get("ideas").intValue();
        }
        assertTrue(ideas >= 300, "only " + ideas + " ideas");
    }

    private static JsonNode row(StemmaClient client, String measure, String column, String value) {
        return measure(client, measure)
                .get("items")
                .valueStream()
                .filter(row -> row.get(column).stringValue().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode measure(StemmaClient client, String name) {
        return client.json(QUALITY)
                .get("measures")
                .valueStream()
                .filter(measure -> measure.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
