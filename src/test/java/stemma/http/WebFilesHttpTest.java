package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/** The files of the page, as a browser gets them. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebFilesHttpTest {

    @ParameterizedTest
    @CsvSource({
        "'',                text/html",
        "index.html,        text/html",
        "?focus=GPT&lang=zh-Hant, text/html",
        "app.js,            text/javascript",
        "strings/en.js,     text/javascript",
        "styles/tokens.css, text/css",
        "favicon.svg,       image/svg+xml"
    })
    void a_file_has_its_type(String path, String type, StemmaClient client) {
        HttpResponse<String> file = client.get(path);

        assertEquals(200, file.statusCode());
        assertEquals(type, header(file, "Content-Type").replaceFirst(";.*", ""));
        assertEquals("nosniff", header(file, "X-Content-Type-Options"));
        assertEquals("public, max-age=0, must-revalidate", header(file, "Cache-Control"));
        assertFalse(file.body().isBlank());
    }

    @Test
    void the_root_is_the_page_with_its_words_in_it(StemmaClient client) {
        String root = client.get("").body();
        String file = client.get("index.html").body();

        assertTrue(root.startsWith("<!doctype html>"));
        assertEquals(resources(file), resources(root));
        assertEquals("", Jsoup.parse(file).selectFirst("#panel").text());
        assertFalse(Jsoup.parse(root).selectFirst("#panel").text().isEmpty());
    }

    /** What a page loads, in its order. */
    private static List<String> resources(String page) {
        return Jsoup.parse(page).select("script[src], link[href]").stream()
                .map(element -> element.attr("src") + element.attr("href"))
                .toList();
    }

    @Test
    void scripts_and_styles_may_come_from_here_alone(StemmaClient client) {
        HttpResponse<String> page = client.get("");
        Map<String, String> policy = Arrays.stream(
                        header(page, "Content-Security-Policy").split(";", -1))
                .map(String::strip)
                .collect(Collectors.toMap(rule -> rule.split(" ", 2)[0], rule -> rule.split(" ", 2)[1]));

        assertEquals("'self'", policy.get("default-src"));
        assertEquals("'self'", policy.getOrDefault("script-src", "'self'"));
        assertEquals("'self'", policy.getOrDefault("style-src", "'self'"));
        assertEquals("'none'", policy.get("object-src"));
        assertEquals("'none'", policy.get("base-uri"));
        assertFalse(policy.toString().contains("unsafe"), policy::toString);
        assertFalse(policy.toString().contains("*"), policy::toString);
        assertEquals("no-referrer", header(page, "Referrer-Policy"));
        assertFalse(page.body().matches("(?s).*<script(?![^>]*src=).*"), "no script stands in the page");
        assertFalse(page.body().matches("(?s).*(https?:)?//[^\"]+\\.(js|css).*"), "nothing comes from elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "app.js", "styles/tokens.css"})
    void a_file_that_has_not_changed_is_not_sent_again(String path, StemmaClient client) {
        String etag = header(client.get(path), "ETag");
        HttpResponse<String> again = client.get(path, "If-None-Match", etag);

        assertFalse(etag.isBlank());
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(200, client.get(path, "If-None-Match", "\"another\"").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-file.js", "styles", "styles/", "app.js/", "App.js", "index", "app.js.map"})
    void a_file_that_is_not_there_is_a_problem(String path, StemmaClient client) {
        HttpResponse<String> answer = client.get(path, "Accept", "text/html");

        assertEquals(404, answer.statusCode());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
