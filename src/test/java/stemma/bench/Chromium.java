package stemma.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The browser that pages are measured in; it draws without a graphics processor. */
final class Chromium {
    private Chromium() {}

    /** Opens it for some measurements. */
    static void use(Consumer<Browser> measurements) {
        Path chromium =
                Path.of(Optional.ofNullable(System.getenv("STEMMA_CHROMIUM")).orElse("/usr/bin/chromium"));
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            measurements.accept(browser);
        }
    }
}
