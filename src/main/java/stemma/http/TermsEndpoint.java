package stemma.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.glossary.Glossary;
import stemma.glossary.TermList;

/** The list by which pages elsewhere find the terms of their texts without sending them here. */
final class TermsEndpoint {
    private static final String PATH = "/api/v1/terms";
    private static final String VERSION = "version";

    private final Glossary glossary;
    private final JsonAnswers answers;

    TermsEndpoint(Glossary glossary, JsonAnswers answers) {
        this.glossary = glossary;
        this.answers = answers;
    }

    Operation operation() {
        return new Operation(
                PATH,
                "terms",
                "All names of entries, with what is needed to find them in a text as `annotate` does",
                List.of(
                        Declared.optional(
                                VERSION,
                                new Values.AnyText(),
                                "the version that is wanted: its answer may be kept for ever, and another one leads to the present one")),
                Map.of(),
                Operation.Reply.json("TermList"),
                this::terms);
    }

    private Answer terms(Context ctx, Parameters parameters) {
        TermList terms = glossary.terms();
        Optional<String> wanted = parameters.find(VERSION);
        if (wanted.isEmpty()) {
            return answers.of(ctx, parameters, terms);
        }
        if (wanted.get().equals(terms.version())) {
            return answers.of(ctx, parameters, terms).with("Cache-Control", "public, max-age=31536000, immutable");
        }
        String present = PATH + "?" + VERSION + "=" + URLEncoder.encode(terms.version(), StandardCharsets.UTF_8);
        return Answer.of(307, Map.of("Location", present), new byte[0], "");
    }
}
