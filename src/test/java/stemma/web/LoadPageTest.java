package stemma.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loading the page: quiet, from one host only, within the Content-Security-Policy, in the reader's language. */
@InBrowser
class LoadPageTest {
    private static final String WATCH_POLICY = """
            window.violations = [];
            document.addEventListener('securitypolicyviolation', (event) =>
              window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
            """;

    @Test
    void the_page_loads_without_a_complaint_and_asks_no_other_host(Visits visits) {
        LineagePage page = visits.open("");
        assertThat(page.heading()).hasText("A family tree of ideas");
        assertThat(page.nodes().first()).isVisible();
        assertEquals(List.of(), page.complaints());
    }

    @Test
    void a_whole_visit_keeps_to_the_content_security_policy(Visits visits) {
        LineagePage page = visits.open(Look.WIDE, "", context -> context.addInitScript(WATCH_POLICY));
        page.clickNode("Transformer");
        page.panel().locator(".why").first().click();
        page.clickLine("BERT.basedOn.Transformer");
        page.search().fill("注意力");
        assertThat(page.options().first()).isVisible();
        page.language("中文").click();
        assertThat(page.page().locator("html")).hasAttribute("lang", "zh-Hant");
        assertEquals(List.of(), page.page().evaluate("window.violations"));
    }

    @Test
    void an_inline_script_would_not_run(Visits visits) {
        LineagePage page = visits.open(Look.WIDE, "", context -> context.addInitScript(WATCH_POLICY))
                .expecting("Content Security Policy");
        page.page().evaluate("""
                        () => {
                          const script = document.createElement('script');
                          script.textContent = 'window.intruder = true';
                          document.body.append(script);
                        }""");
        assertNull(page.page().evaluate("window.intruder ?? null"));
        page.page().waitForFunction("window.violations.length > 0");
    }

    @Test
    void the_policy_allows_nothing_inline_and_no_other_host(Visits visits) {
        String policy = visits.api()
                .get("/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertTrue(policy.contains("default-src 'self'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(Pattern.compile("https?:|\\*").matcher(policy).find(), policy);
    }

    @ParameterizedTest
    @CsvSource({"zh-TW, zh-Hant", "zh-Hant-HK, zh-Hant", "zh-CN, zh-Hant", "en-US, en", "en-GB, en", "fr-FR, en"})
    void the_first_visit_follows_the_browsers_language(String browser, String page, Visits visits) {
        LineagePage visit = visits.open(Look.WIDE.speaking(browser), "");
        assertThat(visit.page().locator("html")).hasAttribute("lang", page);
        assertThat(visit.heading()).hasText(page.equals("en") ? "A family tree of ideas" : "一棵觀念的家族樹");
        assertNull(visit.parameter("lang"));
    }

    @Test
    void the_page_has_a_title_a_description_and_an_icon_that_exists(Visits visits) {
        LineagePage page = visits.open("");
        assertThat(page.page()).hasTitle("Stemma · How language models evolved");
        assertThat(page.page().locator("meta[name=description]")).hasAttribute("content", Pattern.compile("語言模型"));
        String icon = page.page().locator("link[rel=icon]").getAttribute("href");
        assertEquals(200, visits.api().get("/" + icon).statusCode());
    }
}
