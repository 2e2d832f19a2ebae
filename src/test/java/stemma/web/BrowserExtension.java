package stemma.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/**
 * Gives tests their {@link Visits}: one browser for the whole run, a fresh profile for each visit. After each test
 * every page that was open is asked whether it complained; a complaint that the test did not expect fails it.
 */
final class BrowserExtension implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
    private static final double PATIENCE_MILLIS = 15_000;
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-quic",
            "--no-first-run");

    private final StemmaExtension server = new StemmaExtension();

    private static final class Running implements AutoCloseable {
        private final Playwright playwright;
        private final Browser browser;

        Running() {
            Path chromium = chromium();
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private static Path chromium() {
        Path path =
                Path.of(Optional.ofNullable(System.getenv("STEMMA_CHROMIUM")).orElse("/usr/bin/chromium"));
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException("The page's tests need Chromium, and there is none at " + path
                    + ". Install it (Debian, Ubuntu: apt install chromium; Fedora: dnf install chromium),"
                    + " or name an installed Chromium or Chrome in the environment: STEMMA_CHROMIUM=/path/to/it");
        }
        return path;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Visits.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Browser browser = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
                .browser;
        // The server's extension gives a client for any parameter that is not the server itself.
        StemmaClient api = (StemmaClient) server.resolveParameter(parameter, context);
        Visits visits = new Visits(browser, api, PATIENCE_MILLIS);
        context.getStore(NAMESPACE).put(Visits.class, visits);
        return visits;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Visits visits = context.getStore(NAMESPACE).remove(Visits.class, Visits.class);
        if (visits == null) {
            return;
        }
        try (visits) {
            if (context.getExecutionException().isPresent()) {
                visits.keepPictures(Path.of(
                        "target",
                        "failures",
                        context.getRequiredTestClass().getSimpleName() + "."
                                + context.getRequiredTestMethod().getName()));
            }
            visits.check();
        }
    }
}
