package stemma.sparql;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.List;
import stemma.problem.ProblemException;
import stemma.store.Limits;

/** What no client may bring to fall: an Accept header, and the shape of a query. */
class SparqlFuzzTest {
    private static final Limits FEW = new Limits(Duration.ofSeconds(1), 100, 1000, 100, 1000, 1000, 10, 100);

    private static final List<String> OFFERED = List.of("text/turtle", "application/json", "text/csv");

    @FuzzTest(maxDuration = "1m")
    void an_accept_header(FuzzedDataProvider data) {
        new Accept(data.consumeRemainingAsString()).best(OFFERED, List::of);
    }

    @FuzzTest(maxDuration = "1m")
    void the_shape_of_a_query(FuzzedDataProvider data) {
        try {
            TextShape.checkQuery(data.consumeRemainingAsString(), FEW);
        } catch (ProblemException e) {
            // Refused, and told why.
        }
    }
}
