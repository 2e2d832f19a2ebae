package stemma.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Answers that are not kept yet, against the plain SPARQL query that has the same rows. */
final class Cold {
    private static final int WARM_UP = 60;
    private static final int ASKED = 60;

    private static final String CARD = """
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            SELECT * WHERE {
              BIND (<https://w3id.org/stemma/llm/%s> AS ?entry)
              { ?entry ?property ?value OPTIONAL { ?reifier rdf:reifies <<( ?entry ?property ?value )>> ; ?about ?what } }
              UNION
              { ?other ?property ?entry . ?reifier rdf:reifies <<( ?other ?property ?entry )>> ; ?about ?what }
            }
            """;

    private static final String LINEAGE = """
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX st: <https://w3id.org/stemma/ns#>
            SELECT * WHERE {
              { SELECT DISTINCT ?entry {
                  { <https://w3id.org/stemma/llm/%1$s> (st:descendsFrom|st:replaces)* ?entry }
                  UNION { ?entry (st:descendsFrom|st:replaces)* <https://w3id.org/stemma/llm/%1$s> } } }
              ?entry ?relation ?other .
              ?relation rdfs:subPropertyOf* ?family . FILTER (?family IN (st:descendsFrom, st:replaces))
              ?reifier rdf:reifies <<( ?entry ?relation ?other )>> ; ?about ?what
            }
            """;

    private Cold() {}

    /** Cold cards of different entries; returns the median time, in microseconds. */
    static double cards(String address, List<String> names) throws Exception {
        return measure("cold card", address, names, "/api/v1/concepts/", CARD);
    }

    /** Cold lineages of one entry, both ways. */
    static double lineages(String address, String name) throws Exception {
        return measure("cold lineage of " + name, address, List.of(name), "/api/v1/lineage/", LINEAGE);
    }

    private static double measure(String what, String address, List<String> names, String route, String query)
            throws Exception {
        HttpLoad load = new HttpLoad(address, 1);
        List<byte[]> ours = new ArrayList<>();
        List<byte[]> plain = new ArrayList<>();
        for (int i = 0; i < WARM_UP + ASKED; i++) {
            String name = names.get(i % names.size());
            // No answer is asked for twice: the header is a part of what tells one from another.
            ours.add(load.request(route + name, "Accept-Language: en;q=0." + (100 + i)));
            plain.add(load.request(
                    "/sparql?query=" + URLEncoder.encode(query.formatted(name), StandardCharsets.UTF_8),
                    "Accept: application/sparql-results+json"));
        }
        load.times(ours.subList(0, WARM_UP));
        load.times(plain.subList(0, WARM_UP));
        double cold = median(load.times(ours.subList(WARM_UP, ours.size())));
        double sparql = median(load.times(plain.subList(WARM_UP, plain.size())));
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f times the SPARQL query that answers it (median of %d: %.1f ms, %.1f ms)%n",
                what,
                cold / sparql,
                ASKED,
                cold / 1e3,
                sparql / 1e3);
        return cold;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
