package stemma.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Pictures of a view, to be looked at. */
final class Pictures {
    private Pictures() {}

    /** Each look in each language. */
    static Stream<Arguments> looks_and_languages() {
        return Stream.of(Look.WIDE, Look.WIDE.dark(), Look.NARROW, Look.NARROW.dark())
                .flatMap(look -> Stream.of("en", "zh-Hant").map(lang -> Arguments.of(look, lang)));
    }

    /** Leaves a picture in target/screenshots/, named by the view, the width, the language and the theme. */
    static void take(String view, Look look, String lang, LineagePage page) {
        String name = String.join(
                "-",
                view,
                look.narrow() ? "narrow" : "wide",
                lang.substring(0, 2),
                look.scheme() == ColorScheme.DARK ? "dark" : "light");
        page.page()
                .screenshot(new ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    /** Leaves a picture, and fails where axe finds something or the panel scrolls sideways. */
    static void takeAndCheck(String view, Look look, String lang, LineagePage page) {
        take(view, look, lang, page);
        assertEquals(
                List.of(),
                new AxeBuilder(page.page())
                        .analyze().getViolations().stream().map(Rule::toString).toList());
        assertEquals(
                page.panel().evaluate("panel => panel.clientWidth"),
                page.panel().evaluate("panel => panel.scrollWidth"));
    }
}
