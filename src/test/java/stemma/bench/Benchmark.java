package stemma.bench;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import stemma.Settings;
import stemma.Stemma;
import stemma.glossary.Glossary;
import stemma.http.HttpServer;
import stemma.ontology.OntologyFolder;
import stemma.ontology.StoreFolder;
import stemma.query.QueryCatalog;
import stemma.query.QueryRunner;
import stemma.sparql.Sparql;
import stemma.sparql.SparqlOptions;
import stemma.store.GraphStore;
import stemma.store.Upkeep;

/**
 * What the README says of speed, measured in one run, as ratios: warm cards and lineages to a bare Javalin handler that returns
 * the same bytes; cold ones to the SPARQL query that answers them; cards of the vocabulary grown to 100,000 concepts to those
 * of the shipped one; and the time from the start of the process to the first card. Run by {@code mvn -Pbench verify}.
 */
public final class Benchmark {
    private static final String CARD = "/api/v1/concepts/LSTM";
    private static final String LINEAGE = "/api/v1/lineage/BERT?depth=2";
    private static final List<String> NAMES = List.of(
            "LSTM", "GRU", "BERT", "GPT3", "Word2vec", "T5", "Mamba", "Tokenization", "RLHF", "CLIP", "MMLU", "LoRA");
    private static final int COPIES = 70;
    private static final int STARTS = 5;

    private Benchmark() {}

    /**
     * Prints the figures. The arguments are the folder of the laid-out program, the jar of Fuseki, what to measure, and how
     * many concepts to generate.
     */
    public static void main(String[] args) throws Exception {
        Path program = Path.of(args[0]);
        switch (args[2]) {
            case "itself" -> measure(program);
            case "fuseki" -> AgainstFuseki.run(program, Path.of(args[1]), Integer.parseInt(args[3]));
            case "larger" -> Larger.run(program, Integer.parseInt(args[3]));
            default -> throw new IllegalArgumentException("-Dbench=itself, fuseki or larger, not " + args[2]);
        }
    }

    private static void measure(Path program) throws Exception {
        Path store = Files.createTempDirectory("stemma-bench-");
        double cold;
        try (Stemma stemma =
                Stemma.start(Settings.parse("--port", "0", "--store", store.toString()), (step, done, total) -> {})) {
            warm(stemma.address());
            cold = Cold.cards(stemma.address(), NAMES);
            Cold.lineages(stemma.address(), "RNN");
            Chromium.use(browser -> {
                FirstSight.measure(browser, stemma.address());
                Panning.measure(browser, stemma.address());
            });
        }
        grown(store, cold);
        starts(program, store);
    }

    private static void warm(String address) throws Exception {
        for (String encoding : List.of("identity", "gzip")) {
            Warm.measure("warm card", address, CARD, encoding);
            Warm.measure("warm lineage", address, LINEAGE, encoding);
        }
    }

    private static void grown(Path store, double coldOfTheShipped) throws Exception {
        Settings settings = Settings.parse("--port", "0", "--store", store.toString());
        QueryRunner runner = new QueryRunner(QueryCatalog.load(settings.queries()));
        Path folder = Files.createTempDirectory("stemma-bench-grown-");
        try (GraphStore shipped = new StoreFolder(store)
                        .open(new OntologyFolder(settings.ontology(), settings.base()), (step, done, total) -> {})
                        .store();
                GraphStore grown = Grown.of(shipped, folder, COPIES)) {
            Glossary glossary = new Glossary(grown, runner);
            SparqlOptions options = new SparqlOptions(
                    settings.defaultGraph(),
                    settings.dialect(),
                    settings.limits(),
                    settings.patience(),
                    settings.base() + "graph/written",
                    Set.of());
            HttpServer.Options http = new HttpServer.Options(
                    settings.host(),
                    settings.port(),
                    settings.web(),
                    settings.slots(),
                    settings.cacheBytes(),
                    settings.largestRequest(),
                    settings.limits().query(),
                    settings.clientLimits(),
                    Optional.empty());
            try (HttpServer server = HttpServer.start(
                    http,
                    grown,
                    Sparql.on(grown, Upkeep.NONE, options),
                    Optional.of(new HttpServer.GlossaryRoom(runner, glossary)))) {
                long start = System.nanoTime();
                glossary.warm();
                System.out.printf(
                        Locale.ROOT,
                        "grown to %d entries; its index is read in %.1f s%n",
                        glossary.concepts(Optional.empty(), Optional.empty(), 1, 0)
                                .total(),
                        (System.nanoTime() - start) / 1e9);
                Typing.compare(glossary, new Glossary(shipped, runner));
                Warm.measure("warm card of the grown vocabulary", server.address(), CARD, "identity");
                double cold = Cold.cards(server.address(), NAMES);
                System.out.printf(
                        Locale.ROOT,
                        "cold card of the grown vocabulary: %.2f times that of the shipped one%n",
                        cold / coldOfTheShipped);
            }
        }
    }

    private static void starts(Path program, Path store) throws Exception {
        List<Long> times = new ArrayList<>();
        // The first start writes the archive of classes when it ends, so it is not counted.
        for (int i = 0; i <= STARTS; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(
                            program.resolve("bin/stemma").toString(), "--port", "0", "--store", store.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
                fetch(out.readLine() + CARD.substring(1));
                if (i > 0) {
                    times.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
                }
            } finally {
                process.destroy();
                process.waitFor();
            }
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "start of the process to the first card, on an existing store: %d ms (median of %d; %d to %d)%n",
                times.get(STARTS / 2),
                STARTS,
                times.getFirst(),
                times.getLast());
    }

    private static void fetch(String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}
