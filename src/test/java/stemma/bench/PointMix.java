package stemma.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Point queries about a generated glossary, each kind as often as the others, about concepts that are drawn. */
final class PointMix {
    private static final List<String> KINDS =
            List.of("1-card", "2-label", "3-ancestors", "4-descendants", "5-path", "6-neighbours", "7-ask");

    /** How concepts are drawn. */
    enum Draw {
        /** Each as likely as the others. */
        EVENLY,
        /** By popularity: the first twice as likely as the second, three times as likely as the third. */
        BY_POPULARITY
    }

    private final Generated glossary;
    private final List<String> templates;
    private final double[] popularity;

    PointMix(Generated glossary) throws IOException {
        this.glossary = glossary;
        this.templates = new ArrayList<>();
        for (String kind : KINDS) {
            try (InputStream file = PointMix.class.getResourceAsStream("/bench/" + kind + ".rq")) {
                templates.add(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        popularity = new double[glossary.size()];
        double sum = 0;
        for (int rank = 0; rank < popularity.length; rank++) {
            sum += 1.0 / (rank + 1);
            popularity[rank] = sum;
        }
    }

    /** Endless queries, the same ones for the same seed. */
    Stream<String> queries(Draw draw, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> {
            int concept = draw == Draw.EVENLY ? random.nextInt(glossary.size()) : popular(random);
            return templates
                    .get(random.nextInt(templates.size()))
                    .replace("urn:concept", Generated.iri(concept))
                    .replace("urn:ancestor", Generated.iri(glossary.ancestor(concept, random)))
                    .replace("the label", Generated.label(concept));
        });
    }

    /** The parameter of a request. */
    static String parameter(String query) {
        return "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    /** Neighbours in rank are strangers in the glossary. */
    private int popular(SplittableRandom random) {
        double at = random.nextDouble() * popularity[popularity.length - 1];
        int low = 0;
        int high = popularity.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (popularity[middle] < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (int) (low * 7919L % glossary.size());
    }
}
