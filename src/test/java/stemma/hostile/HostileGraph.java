package stemma.hostile;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Random;
import stemma.StemmaClient;

/**
 * A graph of about 100,000 triples that is big enough to hurt: a cyclic net in which everything leads everywhere, a chain of
 * 12,000 steps, and labels, some of them long.
 */
final class HostileGraph {
    /** What its IRIs begin with: {@code node0} … are the net, {@code link0} … the chain. */
    static final String NAMESPACE = "https://example.org/hostile/";

    private static final int NODES = 15_000;
    private static final int LINKS = 12_000;
    private static final int LONG_TEXTS = 200;
    private static final int WORDS_OF_A_LONG_TEXT = 2_000;
    private static final long SEED = 8;

    private final StringBuilder triples = new StringBuilder(1 << 24);

    private HostileGraph() {}

    /** Writes the graph to a server through the Graph Store Protocol. */
    static void writeTo(StemmaClient client) {
        HttpResponse<String> answer = client.send(client.request(
                        "data?graph=" + StemmaClient.encoded(NAMESPACE + "graph"),
                        "Content-Type",
                        "application/n-triples",
                        "Authorization",
                        "Bearer " + ServerProcess.TOKEN)
                .PUT(BodyPublishers.ofString(ntriples()))
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("The graph is not taken: " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String ntriples() {
        HostileGraph graph = new HostileGraph();
        Random random = new Random(SEED);
        for (int i = 0; i < NODES; i++) {
            graph.link("node" + i, "next", "node" + (i + 1) % NODES);
            graph.link("node" + i, "related", "node" + random.nextInt(NODES));
            graph.link("node" + i, "related", "node" + random.nextInt(NODES));
            graph.literal("node" + i, "label", "label of node " + i + " " + Integer.toHexString(random.nextInt()));
            graph.literal("node" + i, "rank", Integer.toString(random.nextInt(1000)));
        }
        for (int i = 0; i < LINKS; i++) {
            graph.link("link" + i, "deep", "link" + (i + 1));
        }
        for (int i = 0; i < LONG_TEXTS; i++) {
            graph.literal("node" + i, "text", "word ".repeat(WORDS_OF_A_LONG_TEXT) + i);
        }
        return graph.triples.toString();
    }

    private void link(String subject, String property, String object) {
        statement(subject, property);
        triples.append('<').append(NAMESPACE).append(object).append("> .\n");
    }

    private void literal(String subject, String property, String text) {
        statement(subject, property);
        triples.append('"').append(text).append("\" .\n");
    }

    private void statement(String subject, String property) {
        triples.append('<').append(NAMESPACE).append(subject).append("> <");
        triples.append(NAMESPACE).append(property).append("> ");
    }
}
