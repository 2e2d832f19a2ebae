package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.ExpectedFile;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How to cite a publication, and the glossary itself. */
@ExtendWith(StemmaExtension.class)
class CiteHttpTest {

    @ParameterizedTest
    @CsvSource({
        "Vaswani2017, bibtex, en, application/x-bibtex;charset=utf-8",
        "Vaswani2017, csl, en, application/vnd.citationstyles.csl+json;charset=utf-8",
        "Vaswani2017, ris, en, application/x-research-info-systems;charset=utf-8",
        "Brown2020, bibtex, en, application/x-bibtex;charset=utf-8",
        "vandenOord2017, csl, en, application/vnd.citationstyles.csl+json;charset=utf-8",
        "LSTM, bibtex, zh-Hant, application/x-bibtex;charset=utf-8",
        "LSTM, csl, en, application/vnd.citationstyles.csl+json;charset=utf-8",
        "LSTM, ris, zh-Hant, application/x-research-info-systems;charset=utf-8"
    })
    void a_citation_is_written_as_bibliographies_read_it(
            String name, String format, String language, String type, StemmaClient client) throws Exception {
        HttpResponse<String> answer = client.get("api/v1/cite/" + name + "?format=" + format + "&lang=" + language);

        assertEquals(type, answer.headers().firstValue("Content-Type").orElse(""), answer.body());
        String version = client.json("health").get("version").stringValue();
        assertTrue(answer.body().contains(version), "the version of the data is told");
        ExpectedFile.of("cite", name + "." + format)
                .hasExactly(answer.body().replace(version, "1.1").lines().toList());
    }

    @Test
    void every_publication_has_a_citation_with_a_title_authors_and_a_year(StemmaClient client) {
        List<String> names = client.json("api/v1/concepts?class=Publication&limit=1000")
                .get("items")
                .valueStream()
                .map(item -> item.get("name").stringValue())
                .toList();
        assertTrue(names.size() > 300);
        for (String name : names) {
            JsonNode work = JsonMapper.shared()
                    .readTree(client.get("api/v1/cite/" + name + "?format=csl").body())
                    .get(0);
            assertFalse(work.get("title").stringValue().isBlank(), name);
            assertFalse(work.get("author").isEmpty(), name);
            int year = work.at("/issued/date-parts/0/0").asInt();
            assertTrue(year > 1900 && year < 2100, name);
            for (JsonNode author : work.get("author")) {
                assertTrue(author.has("literal") || (author.has("family") && author.has("given")), author::toString);
            }
        }
    }

    @Test
    void what_is_not_there_has_no_citation(StemmaClient client) {
        assertEquals(404, client.get("api/v1/cite/NoSuchThing").statusCode());
        assertEquals(400, client.get("api/v1/cite/LSTM?format=word").statusCode());
        assertEquals(308, client.get("api/v1/cite/lstm").statusCode());
    }
}
