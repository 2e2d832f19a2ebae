package stemma.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.ExpectedFile;

/**
 * Somebody else's site, with the pages of {@code embed/}, in which {@code {stemma}} becomes the address of a Stemma server. With
 * {@code ?plain} a page comes without its script.
 */
final class OtherSite implements AutoCloseable {
    private static final Path PAGES = ExpectedFile.RESOURCES.resolve("embed");
    private static final Pattern POLICY = Pattern.compile("<!-- Content-Security-Policy: (.*) -->");
    private static final Pattern SCRIPT = Pattern.compile("<script type=\"module\".*</script>");

    private final HttpServer server;
    private final String stemma;

    OtherSite(String stemma) throws IOException {
        this.stemma = stemma;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::send);
        server.start();
    }

    String address(String page) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + page;
    }

    private void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = PAGES.resolve(exchange.getRequestURI().getPath().substring(1));
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String page = Files.readString(file)
                    .replace("{stemma}", stemma)
                    .replace("{origin}", stemma.replaceFirst("/$", ""));
            Matcher policy = POLICY.matcher(page);
            if (policy.find()) {
                exchange.getResponseHeaders().set("Content-Security-Policy", policy.group(1));
            }
            if ("plain".equals(exchange.getRequestURI().getQuery())) {
                page = SCRIPT.matcher(page).replaceAll("");
            }
            byte[] body = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
