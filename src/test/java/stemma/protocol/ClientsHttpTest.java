package stemma.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.vocabulary.RDFS;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import stemma.ExpectedFile;
import stemma.Settings;
import stemma.Stemma;

/** Clients that people really use, on a plain server that they may write to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClientsHttpTest {
    private static final String TOKEN = "let-me-in";
    private static final String GRAPH = "http://example.org/graph";

    @TempDir
    private static Path store;

    private static Stemma stemma;

    @BeforeAll
    static void start() throws Exception {
        stemma = Stemma.start(
                Settings.parse("--port", "0", "--store", store.toString(), "--writable", "plain", "--token", TOKEN),
                (step, done, total) -> {});
    }

    @AfterAll
    static void stop() {
        stemma.close();
    }

    @Test
    void jenas_connection_reads_and_writes_in_every_way() {
        AuthEnv.get().setBearerToken(stemma.address() + "update", TOKEN);
        AuthEnv.get().setBearerToken(stemma.address() + "data", TOKEN);
        Model model = ModelFactory.createDefaultModel();
        model.createResource("http://example.org/jena").addProperty(RDFS.label, "耶拿", "zh-Hant");
        try (RDFConnection connection = RDFConnectionRemote.newBuilder()
                .destination(stemma.address())
                .queryEndpoint("sparql")
                .updateEndpoint("update")
                .gspEndpoint("data")
                .build()) {
            connection.put(GRAPH, model);
            assertTrue(connection.fetch(GRAPH).isIsomorphicWith(model));

            connection.update("INSERT DATA { <http://example.org/jena> <http://example.org/p> 01 }");
            List<String> values = new ArrayList<>();
            connection.querySelect(
                    "SELECT ?o { <http://example.org/jena> <http://example.org/p> ?o }",
                    row -> values.add(row.getLiteral("o").getLexicalForm()));
            assertEquals(List.of("01"), values);
            assertTrue(connection.queryAsk("ASK { GRAPH <" + GRAPH + "> { ?s ?p '耶拿'@zh-Hant } }"));
            assertTrue(connection
                    .queryConstruct("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <" + GRAPH + "> { ?s ?p ?o } }")
                    .isIsomorphicWith(model));

            connection.delete(GRAPH);
            assertTrue(!connection.queryAsk("ASK { GRAPH <" + GRAPH + "> { ?s ?p ?o } }"));
        }
    }

    @Test
    void rdf4js_repository_reads_and_writes() {
        SPARQLRepository repository = new SPARQLRepository(stemma.address() + "sparql", stemma.address() + "update");
        repository.setAdditionalHttpHeaders(Map.of("Authorization", "Bearer " + TOKEN));
        repository.init();
        try (RepositoryConnection connection = repository.getConnection()) {
            connection
                    .prepareUpdate(
                            "INSERT DATA { <http://example.org/rdf4j> <http://example.org/says> \"你好\"@zh-Hant }")
                    .execute();
            List<BindingSet> rows =
                    connection
                            .prepareTupleQuery("SELECT ?text { <http://example.org/rdf4j> ?p ?text }")
                            .evaluate()
                            .stream()
                            .toList();
            assertEquals("\"你好\"@zh-Hant", rows.getFirst().getValue("text").toString());
            assertTrue(connection
                    .prepareBooleanQuery("ASK { <http://example.org/rdf4j> ?p ?o }")
                    .evaluate());
            List<Statement> statements =
                    connection.prepareGraphQuery("DESCRIBE <http://example.org/rdf4j>").evaluate().stream()
                            .toList();
            assertEquals(
                    "http://example.org/says",
                    statements.getFirst().getPredicate().stringValue());
            assertThrows(
                    QueryEvaluationException.class,
                    () -> connection.prepareTupleQuery("SELECT {").evaluate());
        } finally {
            repository.shutDown();
        }
    }

    static boolean nodeIsThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder ->
                        Files.isExecutable(Path.of(folder, "node")) && Files.isExecutable(Path.of(folder, "npm")));
    }

    @Test
    @EnabledIf("nodeIsThere")
    void comunica_reads_and_writes() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "comunica"));
        for (String file : List.of("package.json", "comunica.mjs")) {
            Files.write(
                    folder.resolve(file),
                    Files.readAllBytes(ExpectedFile.RESOURCES.resolve("clients").resolve(file)));
        }
        run(folder, "npm", "install", "--no-audit", "--no-fund", "--silent", "--prefer-offline");

        assertEquals("你好\ntrue\n", run(folder, "node", "comunica.mjs", stemma.address(), TOKEN));
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
