package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The language of an answer: chosen by {@code lang}, else by Accept-Language; maps are reduced by {@code lang} alone. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageHttpTest {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN, en",
        "en-US, en",
        "zh-Hant, zh-Hant",
        "zh-hant, zh-Hant",
        "zh-Hant-TW, zh-Hant",
        "zh-TW, zh-Hant",
        "zh, zh-Hant",
        "fr, en",
        "de-CH-1996, en"
    })
    void lang_reduces_maps_to_one_language(String lang, String expected, StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/concepts/LSTM?lang=" + lang, "Accept-Language", "zh-Hant");

        assertEquals(expected, language(answer));
        assertEquals(Set.of(expected), languages(json(answer), "label"));
        assertEquals(Set.of(expected), languages(json(answer), "definition"));
        assertEquals(Set.of(expected), languages(json(answer).at("/relations/0"), "label"));
    }

    @Test
    void all_languages_can_be_wanted(StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/concepts/LSTM?lang=all");

        assertEquals(200, answer.statusCode());
        assertEquals(Set.of("en", "zh-Hant"), languages(json(answer), "label"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_y", "zh_Hant", "1", "en-", "-", "*", "en,zh", "toolongforatag", "%3Cb%3E"})
    void what_is_no_language_tag_is_a_bad_parameter(String lang, StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/concepts/LSTM?lang=" + lang);

        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("bad-parameter", json(answer).get("code").stringValue());
        assertEquals("lang", json(answer).get("parameter").stringValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-TW,zh;q=0.9,en;q=0.8         | zh-Hant",
                "en-GB,en;q=0.9,zh-TW;q=0.8      | en",
                "en;q=0.1, zh;q=0.5              | zh-Hant",
                "zh;q=0.1, en;q=0.5              | en",
                "de, zh-Hant;q=0.3, en;q=0.2     | zh-Hant",
                "zh-Hant                         | zh-Hant",
                "fr                              | en",
                "zh;q=0                          | en",
                "en;q=0, zh                      | zh-Hant",
                "*                               | en",
                "nonsense;;;                     | en"
            })
    void a_header_chooses_a_language_and_leaves_maps_whole(String header, String expected, StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/concepts/LSTM", "Accept-Language", header);

        assertEquals(200, answer.statusCode());
        assertEquals(expected, language(answer));
        assertEquals(Set.of("en", "zh-Hant"), languages(json(answer), "label"));
        assertTrue(answer.headers().firstValue("Vary").orElse("").contains("Accept-Language"));
    }

    @Test
    void without_a_wish_the_language_is_english(StemmaClient client) {
        assertEquals("en", language(client.get("api/v1/concepts/LSTM")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"concepts", "concepts/GPT", "search?q=LSTM", "lineage", "lineage/GPT", "path?from=GPT&to=RNN"})
    void every_answer_of_the_glossary_can_be_had_in_one_language(String path, StemmaClient client) {
        HttpResponse<String> answer = client.get("api/v1/" + path + (path.contains("?") ? "&" : "?") + "lang=zh-Hant");

        assertEquals(200, answer.statusCode());
        assertEquals("zh-Hant", language(answer));
        assertEquals(Set.of("zh-Hant"), labelLanguages(json(answer), new TreeSet<>()));
    }

    private static Set<String> labelLanguages(JsonNode node, Set<String> found) {
        if (node.isObject() && node.has("label") && node.get("label").isObject()) {
            found.addAll(node.get("label").propertyNames());
        }
        node.forEach(child -> labelLanguages(child, found));
        return found;
    }

    private static Set<String> languages(JsonNode node, String key) {
        return Set.copyOf(node.get(key).propertyNames());
    }

    private static String language(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Language").orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
