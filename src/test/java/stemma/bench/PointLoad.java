package stemma.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Point queries about a generated glossary, sent to servers in turns. */
final class PointLoad {
    static final String ACCEPT = "Accept: application/sparql-results+json, text/turtle";

    private static final int CONNECTIONS = 4;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    /** Until the JVM has compiled what runs; the same for all. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 40));

    private static final Duration ROUND = Duration.ofSeconds(5);
    /** More than any server answers in a round. */
    private static final int AT_MOST_A_SECOND = 25_000;

    private final PointMix mix;
    private long seed;

    PointLoad(Generated glossary) throws IOException {
        mix = new PointMix(glossary);
    }

    PointMix mix() {
        return mix;
    }

    /** What a server did in each of its rounds. */
    record Rounds(List<HttpLoad.Result> results) {
        double median(ToDoubleFunction<HttpLoad.Result> figure) {
            double[] sorted = results.stream().mapToDouble(figure).sorted().toArray();
            return sorted[sorted.length / 2];
        }
    }

    /** Warms servers up, then asks them in turns, as fast as they answer; each turn asks all of them the same. */
    Map<Contestant, Rounds> compare(List<Contestant> servers, PointMix.Draw draw) throws Exception {
        for (Contestant server : servers) {
            ask(server, draw, WARM_UP, ++seed, HttpLoad.AS_ANSWERED);
        }
        return inTurns(servers, draw, HttpLoad.AS_ANSWERED);
    }

    /** Asks servers that are warm in turns, all of them the same at the same rate, in requests a second. */
    Map<Contestant, Rounds> compareAt(double rate, List<Contestant> servers) throws Exception {
        return inTurns(servers, PointMix.Draw.EVENLY, rate);
    }

    private Map<Contestant, Rounds> inTurns(List<Contestant> servers, PointMix.Draw draw, double rate)
            throws Exception {
        Map<Contestant, Rounds> rounds = new LinkedHashMap<>();
        servers.forEach(server -> rounds.put(server, new Rounds(new ArrayList<>())));
        for (int round = 0; round < ROUNDS; round++) {
            seed++;
            for (Contestant server : servers) {
                rounds.get(server).results().add(ask(server, draw, ROUND, seed, rate));
            }
        }
        return rounds;
    }

    /** Asks a server at least so often, each time something else. */
    void askFor(Contestant server, long queries) throws Exception {
        for (double asked = 0; asked < queries; ) {
            asked += ask(server, PointMix.Draw.EVENLY, ROUND, ++seed, HttpLoad.AS_ANSWERED)
                            .rate()
                    * ROUND.toSeconds();
        }
    }

    private HttpLoad.Result ask(Contestant server, PointMix.Draw draw, Duration time, long seed, double rate)
            throws Exception {
        HttpLoad load = new HttpLoad(server.address(), CONNECTIONS);
        List<byte[]> requests = mix.queries(draw, seed)
                .limit(AT_MOST_A_SECOND * time.toSeconds())
                .map(query -> load.request(server.path() + "?" + PointMix.parameter(query), ACCEPT))
                .toList();
        return load.run(requests, time, rate);
    }
}
