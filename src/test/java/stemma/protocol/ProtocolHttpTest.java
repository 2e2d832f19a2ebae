package stemma.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import stemma.ExpectedFile;
import stemma.Settings;
import stemma.SmallOntology;
import stemma.Stemma;
import stemma.StemmaClient;
import stemma.protocol.Scenario.Exchange;

/**
 * The protocols, from the standards' own texts: the cases of {@code protocol/plain} on a plain server, which is emptied before
 * each, as are those of {@code protocol/union} and {@code protocol/jena} with a setting more; those of
 * {@code protocol/checked} on a small ontology's store under its rules and shapes.
 */
class ProtocolHttpTest {
    private static final String TOKEN = "let me in";
    private static final Path CASES = ExpectedFile.RESOURCES.resolve("protocol");

    @TempDir
    private static Path folder;

    private static Stemma plain;
    private static Stemma union;
    private static Stemma jena;
    private static Stemma checked;

    @BeforeAll
    static void start() throws Exception {
        plain = start("plain", "--writable", "plain");
        union = start("union", "--writable", "plain", "--default-graph", "union");
        jena = start("jena", "--writable", "plain", "--dialect", "jena");
        SmallOntology.in(folder.resolve("ontology"), SmallOntology.GOOD);
        checked = start("checked", "--ontology", folder.resolve("ontology").toString());
    }

    private static Stemma start(String store, String... flags) throws Exception {
        List<String> all = new ArrayList<>(List.of(flags));
        all.addAll(List.of("--port", "0", "--token", TOKEN.replace(' ', '-')));
        all.addAll(List.of("--store", folder.resolve(store).toString()));
        return Stemma.start(Settings.parse(all.toArray(String[]::new)), (step, done, total) -> {});
    }

    @AfterAll
    static void stop() {
        plain.close();
        union.close();
        jena.close();
        checked.close();
    }

    @TestFactory
    Stream<DynamicTest> on_a_plain_server() throws IOException {
        return tests("plain", plain);
    }

    @TestFactory
    Stream<DynamicTest> on_a_plain_server_with_a_union() throws IOException {
        return tests("union", union);
    }

    @TestFactory
    Stream<DynamicTest> on_a_plain_server_that_reads_what_Jena_adds() throws IOException {
        return tests("jena", jena);
    }

    @TestFactory
    Stream<DynamicTest> on_a_store_with_rules_and_shapes() throws IOException {
        return tests("checked", checked);
    }

    private static Stream<DynamicTest> tests(String group, Stemma stemma) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES.resolve(group))) {
            for (Path file : files.sorted().toList()) {
                for (Scenario scenario : Scenario.of(file)) {
                    String name = file.getFileName() + ": " + scenario.title();
                    tests.add(
                            DynamicTest.dynamicTest(name, () -> run(name, scenario, stemma, !group.equals("checked"))));
                }
            }
        }
        return tests.stream();
    }

    private static void run(String name, Scenario scenario, Stemma stemma, boolean emptied) {
        StemmaClient client = new StemmaClient(stemma.address());
        if (emptied) {
            Exchange drop = new Exchange("POST /update", true);
            drop.headers.put("Content-Type", "application/sparql-update");
            drop.body.append("DROP ALL");
            drop.status = 204;
            check(name, drop, client, new HashMap<>());
        }
        Map<String, String> kept = new HashMap<>();
        kept.put("address", stemma.address().replaceFirst("/$", ""));
        scenario.exchanges().forEach(exchange -> check(name, exchange, client, kept));
    }

    private static void check(String name, Exchange exchange, StemmaClient client, Map<String, String> kept) {
        String path = filled(exchange.path, kept);
        HttpRequest.Builder request = client.request(
                path.startsWith("http") ? path.substring(client.address().length()) : path);
        exchange.headers.forEach((header, value) -> request.header(header, filled(value, kept)));
        if (exchange.authorized) {
            request.header("Authorization", "Bearer " + TOKEN.replace(' ', '-'));
        }
        String body = filled(exchange.body.toString(), kept);
        HttpResponse<String> response = client.send(request.method(
                        exchange.method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
        String all = name + ": " + exchange.method + " " + path + "\n" + response.statusCode() + " "
                + response.headers().map() + "\n" + response.body();
        assertEquals(exchange.status, response.statusCode(), all);
        exchange.expectedHeaders.forEach((header, value) -> {
            if (header.startsWith("-")) {
                assertTrue(response.headers().firstValue(header.substring(1)).isEmpty(), all);
            } else {
                String actual = response.headers().firstValue(header).orElse("(none)");
                String expected = filled(value, kept);
                boolean open = expected.endsWith("…");
                String wanted = open ? expected.substring(0, expected.length() - 1) : expected;
                assertTrue(open ? actual.startsWith(wanted) : actual.equals(wanted), header + " in " + all);
            }
        });
        List<String> lines = response.body().lines().map(String::strip).toList();
        String flat = String.join(" ", lines).replaceAll("\\s+", " ");
        exchange.present.forEach(text -> assertTrue(flat.contains(filled(text, kept)), text + " in " + all));
        exchange.absent.forEach(text -> assertFalse(flat.contains(filled(text, kept)), text + " in " + all));
        exchange.kept.forEach((key, header) -> kept.put(
                key, response.headers().firstValue(header).orElseThrow(() -> new AssertionError(header + all))));
    }

    private static String filled(String text, Map<String, String> kept) {
        String filled = text;
        for (Map.Entry<String, String> entry : kept.entrySet()) {
            filled = filled.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }
}
