package stemma.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stemma against Fuseki, with its defaults and with a small output buffer: point queries over HTTP on a generated glossary,
 * on copies of the same TDB2 files, with the same heap and JDK. Answers are compared before anything is measured.
 */
final class AgainstFuseki {
    private static final int COMPARED = 140;
    private static final int STARTS = 5;
    /** Of what Fuseki answers when it is asked as fast as it answers. */
    private static final double OFFERED = 0.8;

    private static final long FEW = 10_000;
    private static final long MANY = 1_000_000;
    private final Generated glossary;
    private final PointLoad load;
    private final Path fuseki;
    private final Path program;

    private AgainstFuseki(int concepts, Path program, Path fuseki) throws IOException {
        this.glossary = new Generated(concepts);
        this.load = new PointLoad(glossary);
        this.program = program;
        this.fuseki = fuseki;
    }

    /** Measures and prints. */
    static void run(Path program, Path fuseki, int concepts) throws Exception {
        new AgainstFuseki(concepts, program, fuseki).run();
    }

    private void run() throws Exception {
        Path folder =
                Path.of("target", "bench", Integer.toString(glossary.size())).toAbsolutePath();
        Path first = folder.resolve("stemma");
        Path second = folder.resolve("fuseki");
        Path third = folder.resolve("fuseki-32k");
        // Loading takes longer than a round; "mvn clean" has it done anew.
        if (!Files.exists(third)) {
            load(first.resolve("plain/tdb2"));
            copy(first, second);
            copy(first, third);
        }
        Path buffer = folder.resolve("jetty.xml");
        Files.copy(
                AgainstFuseki.class.getResourceAsStream("/bench/fuseki-32k.xml"),
                buffer,
                StandardCopyOption.REPLACE_EXISTING);

        starts(first, second);
        try (Contestant stemma = Contestant.stemma(program, first);
                Contestant asItIs = Contestant.fuseki(fuseki, second);
                Contestant tuned = Contestant.fuseki("Fuseki, 32 KiB", fuseki, third, buffer)) {
            List<Contestant> all = List.of(stemma, asItIs, tuned);
            compareAnswers(all);
            Map<Contestant, PointLoad.Rounds> uncached = load.compare(all, PointMix.Draw.EVENLY);
            print("uncached", uncached);
            memory(all);
            print(
                    "at the same rate",
                    load.compareAt(OFFERED * uncached.get(asItIs).median(HttpLoad.Result::rate), all));
            print("by popularity", load.compare(all, PointMix.Draw.BY_POPULARITY));
            memory(all);
        }
        endurance(first);
    }

    private void load(Path database) throws IOException {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(
                Files.createDirectories(database).toString());
        long start = System.nanoTime();
        DataLoader loader = LoaderFactory.parallelLoader(dataset, (format, values) -> {});
        loader.startBulk();
        glossary.send(loader.streamRDF());
        loader.finishBulk();
        print(
                "%d concepts, %d triples, loaded in %.1f s",
                glossary.size(), loader.countTriples(), (System.nanoTime() - start) / 1e9);
        TDBInternal.expel(dataset);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!file.endsWith("tdb.lock")) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private void starts(Path stemmas, Path fusekis) throws Exception {
        List<Double> ratios = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        // The first start writes the archive of classes when it ends, so it is not counted.
        Contestant.stemma(program, stemmas).close();
        for (int i = 0; i < STARTS; i++) {
            try (Contestant ours = Contestant.stemma(program, stemmas)) {
                times.add(ours.start().toMillis());
            }
            try (Contestant theirs = Contestant.fuseki(fuseki, fusekis)) {
                ratios.add((double) times.get(i) / theirs.start().toMillis());
            }
        }
        ratios.sort(null);
        times.sort(null);
        print(
                "start to the first answer: %.2f of Fuseki's (median of %d; ours %d ms)",
                ratios.get(STARTS / 2), STARTS, times.get(STARTS / 2));
    }

    /** Prints what servers did, the first of them being ours. */
    private static void print(String what, Map<Contestant, PointLoad.Rounds> rounds) {
        PointLoad.Rounds ours = rounds.values().iterator().next();
        rounds.forEach((server, theirs) -> print(
                "%s, %s: %.0f a second, p50 %.2f ms, p99 %.2f ms; ours is %.2f times the rate, %.3f of the p50, %.3f of the p99",
                what,
                server.name(),
                theirs.median(HttpLoad.Result::rate),
                theirs.median(HttpLoad.Result::middle) / 1e3,
                theirs.median(HttpLoad.Result::slowest) / 1e3,
                ours.median(HttpLoad.Result::rate) / theirs.median(HttpLoad.Result::rate),
                ours.median(HttpLoad.Result::middle) / theirs.median(HttpLoad.Result::middle),
                ours.median(HttpLoad.Result::slowest) / theirs.median(HttpLoad.Result::slowest)));
    }

    /** What it keeps in memory must not grow with what it was asked. */
    private void endurance(Path store) throws Exception {
        try (Contestant server = Contestant.stemma(program, store)) {
            load.askFor(server, FEW);
            long few = server.residentSet();
            load.askFor(server, MANY);
            long many = server.residentSet();
            print(
                    "%d MiB in memory after %d queries, %d after %d: %.2f times",
                    few, FEW, many, MANY, (double) many / few);
        }
    }

    private static void memory(List<Contestant> servers) throws IOException {
        for (Contestant server : servers) {
            print(
                    "%s: %d MiB in memory, %d of them beside mapped files",
                    server.name(), server.residentSet(), server.anonymous());
        }
    }

    private void compareAnswers(List<Contestant> servers) throws Exception {
        List<String> queries =
                load.mix().queries(PointMix.Draw.EVENLY, 1).limit(COMPARED).toList();
        try (HttpClient http = HttpClient.newHttpClient()) {
            int rows = 0;
            for (String query : queries) {
                Object expected = null;
                for (Contestant server : servers) {
                    Object answer = answer(http, server, query);
                    if (expected != null && !isSame(expected, answer)) {
                        throw new IllegalStateException(server.name() + " answers otherwise: " + query);
                    }
                    expected = answer;
                }
                rows += expected instanceof Map<?, ?> solutions ? solutions.size() : ((Graph) expected).size();
            }
            print(
                    "%d answers of %.1f rows or triples on average are the same everywhere",
                    queries.size(), (double) rows / queries.size());
        }
    }

    /** Solutions and how often each is there, or a graph. */
    private static Object answer(HttpClient http, Contestant server, String query) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(server.address() + server.path() + "?" + PointMix.parameter(query)))
                        .header("Accept", PointLoad.ACCEPT.substring("Accept: ".length()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/turtle")) {
            return RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
        }
        JsonNode answer = JsonMapper.shared().readTree(response.body());
        JsonNode truth = answer.get("boolean");
        return truth != null
                ? Map.of(truth, 1L)
                : answer.at("/results/bindings")
                        .valueStream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static boolean isSame(Object one, Object other) {
        return one instanceof Graph graph ? graph.isIsomorphicWith((Graph) other) : one.equals(other);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
