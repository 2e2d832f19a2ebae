package stemma.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptTest {

    @ParameterizedTest(name = "{0} as \"{1}\": {2}")
    @CsvFileSource(resources = "/sparql/accept.tsv", delimiter = '\t', useHeadersInDisplayName = true)
    void a_header_chooses_a_format(String answer, String accept, String expected) {
        List<Format> offered = answer.equals("rows") ? Format.ofResults() : Format.ofGraphs();

        assertEquals(expected, chosen(accept == null ? "" : accept, offered));
    }

    private static String chosen(String accept, List<Format> offered) {
        try {
            return Format.choose(new Accept(accept), offered).name();
        } catch (ProblemException e) {
            assertEquals(Problem.Kind.NOT_ACCEPTABLE, e.problem().kind());
            assertEquals(
                    offered.stream().map(Format::mediaType).toList(),
                    e.problem().members().get("offered"));
            return Integer.toString(e.problem().kind().status());
        }
    }

    @Test
    void nothing_is_best_of_nothing() {
        assertEquals(Optional.empty(), new Accept("*/*").best(List.<String>of(), List::of));
    }

    @Test
    void an_offer_is_found_by_any_of_its_media_types() {
        Accept accept = new Accept("text/x-second");

        assertEquals(
                Optional.of("offer"), accept.best(List.of("offer"), offer -> List.of("text/first", "text/x-second")));
        assertFalse(
                accept.best(List.of("offer"), offer -> List.of("text/first")).isPresent());
    }
}
