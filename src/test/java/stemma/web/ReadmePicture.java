package stemma.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Makes the picture of the page that README shows, web/picture.png. Its name does not end in Test, so that the build
 * leaves it alone; run it with {@code mvn test -Dtest=ReadmePicture} and look at what it made.
 */
@InBrowser
class ReadmePicture {
    private static final int MOST_BYTES = 300_000;

    @Test
    void is_made(Visits visits) {
        LineagePage page = visits.open(Look.WIDE, "?focus=Transformer&lang=en");
        double left = page.node("EncoderDecoder").boundingBox().x;
        // A little to the side and down, so that the buttons cover no entry and the chart begins with the first.
        page.node("Transformer").hover();
        page.page().mouse().wheel(48, -84);
        page.page()
                .waitForFunction(
                        "(left) => document.querySelector('.node[data-name=EncoderDecoder]').getBoundingClientRect().x < left",
                        left);
        page.page().mouse().move(0, 0);
        byte[] png = page.page()
                .screenshot(new ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setPath(Path.of("web", "picture.png")));
        assertTrue(png.length < MOST_BYTES, png.length + " bytes");
    }
}
