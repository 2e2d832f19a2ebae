package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terms of texts that are sent, as {@code http/annotate.tsv} has them. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnotateHttpTest {

    private static HttpResponse<String> post(StemmaClient client, String query, String type, String body) {
        return client.send(client.request("api/v1/annotate?" + query, "Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @ParameterizedTest(name = "{1} {2} ?{0}")
    @CsvFileSource(resources = "/http/annotate.tsv", delimiter = '\t', quoteCharacter = '`', numLinesToSkip = 1)
    void a_text_that_is_sent_is_answered_with_its_terms(
            String query, String type, String body, int status, String code, String found, StemmaClient client) {
        HttpResponse<String> answer = post(client, Objects.requireNonNullElse(query, ""), type, body);

        assertEquals(status, answer.statusCode(), answer.body());
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        assertEquals(Objects.requireNonNullElse(code, ""), json.path("code").asString(""));
        assertEquals(
                Objects.requireNonNullElse(found, ""),
                json.path("annotations")
                        .valueStream()
                        .map(annotation -> annotation.at("/concepts/0/name").stringValue())
                        .collect(Collectors.joining(",")));
    }

    @Test
    void a_text_in_the_address_is_answered_like_one_that_is_sent(StemmaClient client) {
        String text = "Transformer 以自注意力取代循環";
        assertEquals(
                client.get("api/v1/annotate?text=" + StemmaClient.encoded(text)).body(),
                post(client, "", "text/plain; charset=utf-8", text).body());
    }

    @Test
    void places_in_a_page_are_those_in_its_text(StemmaClient client) {
        String page = "<h1>𝔸 LSTM</h1><ul><li>RAG<li>自<b>注意力</b></ul><script>x()</script>GRU <a>BERT</a> LSTM";
        JsonNode json = JsonMapper.shared()
                .readTree(post(client, "", "text/html; charset=utf-8", page).body());
        String text = json.get("text").stringValue();

        assertEquals("𝔸 LSTMRAG自注意力x()GRU BERT LSTM", text);
        assertEquals(4, json.get("total").intValue(), json::toString);
        for (JsonNode found : json.get("annotations")) {
            assertEquals(
                    found.get("text").stringValue(),
                    text.substring(
                            found.get("startUtf16").intValue(),
                            found.get("endUtf16").intValue()));
            assertEquals(
                    found.get("text").stringValue(),
                    text.substring(
                            text.offsetByCodePoints(0, found.get("start").intValue()),
                            text.offsetByCodePoints(0, found.get("end").intValue())));
        }
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_the_limit(StemmaClient client) {
        HttpResponse<String> answer = post(client, "", "text/plain", "a".repeat((1 << 20) + 1));
        assertEquals(413, answer.statusCode());
        assertEquals(
                1 << 20,
                JsonMapper.shared().readTree(answer.body()).get("limit").intValue());
    }
}
