package stemma.http;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import stemma.problem.ProblemException;
import stemma.sparql.Format;

/** What no client may bring to fall: parameters, types, languages, pages and questions. */
class HttpFuzzTest {
    private static final List<Values> KINDS = List.of(
            new Values.Whole(1, 10),
            new Values.OneOf(List.of("a", "b")),
            new Values.SeveralNames(3),
            new Values.Members(List.of("a", "b")),
            new Values.Iri(),
            new Values.Language(),
            new Values.Date(),
            new Values.FormatName(Format.ofResults()));

    @FuzzTest(maxDuration = "1m")
    void a_form(FuzzedDataProvider data) {
        try {
            Form.read(data.consumeRemainingAsString());
        } catch (ProblemException e) {
            // Refused, and told why.
        }
    }

    @FuzzTest(maxDuration = "1m")
    void the_value_of_a_parameter(FuzzedDataProvider data) {
        Values kind = data.pickValue(KINDS);
        try {
            kind.check("name", data.consumeRemainingAsString());
        } catch (ProblemException e) {
            // Refused, and told why.
        }
    }

    @FuzzTest(maxDuration = "1m")
    void the_type_of_a_body(FuzzedDataProvider data) {
        try {
            MediaType.of(data.consumeRemainingAsString(), List.of("text/plain"));
        } catch (ProblemException e) {
            // Refused, and told why.
        }
    }

    @FuzzTest(maxDuration = "1m")
    void language_ranges(FuzzedDataProvider data) {
        Languages.accepted(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "1m")
    void a_language_tag(FuzzedDataProvider data) {
        Languages.nearestTo(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "1m")
    void codings(FuzzedDataProvider data) {
        Answers.acceptsGzip(data.consumeRemainingAsString());
    }

    @FuzzTest(maxDuration = "1m")
    void a_page(FuzzedDataProvider data) {
        Html.of(data.consumeRemainingAsString(), Html.Headings.READ);
    }

    @FuzzTest(maxDuration = "1m")
    void questions(FuzzedDataProvider data) {
        ReconcileQuestions reader = new ReconcileQuestions("queries");
        boolean draft = data.consumeBoolean();
        String json = data.consumeRemainingAsString();
        try {
            if (draft) {
                reader.questions(json);
            } else {
                reader.batch(json);
            }
        } catch (ProblemException e) {
            // Refused, and told why.
        }
    }
}
