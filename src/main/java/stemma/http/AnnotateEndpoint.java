package stemma.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stemma.glossary.Annotation;
import stemma.glossary.Glossary;
import stemma.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terms of a text. */
final class AnnotateEndpoint {
    private static final String JSON = "application/json";
    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";
    private static final String TEXT = "text";
    private static final Declared HEADINGS = Declared.withFallback(
            "headings", new Values.OneOf(List.of("true", "false")), "false", "of a page: also in headings");

    private final Glossary glossary;
    private final JsonAnswers answers;

    AnnotateEndpoint(Glossary glossary, JsonAnswers answers) {
        this.glossary = glossary;
        this.answers = answers;
    }

    private record Annotations(int total, String text, List<Annotation> annotations) {}

    Operation operation() {
        return new Operation(
                Routes.ANNOTATE,
                "annotate",
                "The terms of a text, with their places in code points and in UTF-16 units; longer texts go by POST",
                with(Declared.required(TEXT, new Values.AnyText(), "the text")),
                Map.of(TEXT, "Transformer 以自注意力取代循環", "lang", "zh-Hant"),
                Operation.Reply.json("Annotations"),
                (ctx, parameters) -> annotated(ctx, parameters, parameters.text(TEXT)));
    }

    private static List<Declared> options() {
        return List.of(
                Declared.withFallback(
                        "first", new Values.OneOf(List.of("true", "false")), "false", "only where a term stands first"),
                Declared.optional(
                        "classes", new Values.Several(), "local names of classes, with commas: only their entries"),
                Declared.withFallback("minScore", new Values.Whole(0, 100), "0", "the least score, in hundredths"),
                Declared.lang());
    }

    private static List<Declared> with(Declared text) {
        List<Declared> all = new ArrayList<>(List.of(text));
        all.addAll(options());
        return all;
    }

    /** Annotates the body: a text, an object with a text, or a page. */
    Answer post(Context ctx, String body) {
        List<String> supported = List.of(PLAIN, JSON, HTML);
        String type = MediaType.of(ctx, supported);
        return switch (type) {
            case PLAIN, "" -> annotated(ctx, Parameters.of(ctx, options()), body);
            case JSON -> annotated(ctx, Parameters.of(ctx, options()), text(body));
            case HTML -> page(ctx, body);
            default -> throw new Problem.UnsupportedMediaType(type, supported).exception();
        };
    }

    private Answer page(Context ctx, String body) {
        Parameters parameters = Parameters.of(ctx, with(HEADINGS));
        Html page = Html.of(
                body, parameters.text(HEADINGS.name()).equals("true") ? Html.Headings.READ : Html.Headings.LEFT_ALONE);
        List<Annotation> found = page.placed(wanted(parameters, page.readable()));
        return answers.of(ctx, parameters, new Annotations(found.size(), page.text(), found));
    }

    private static String text(String json) {
        try {
            JsonNode text = JsonMapper.shared().readTree(json).path(TEXT);
            if (text.isString()) {
                return text.stringValue();
            }
        } catch (JacksonException e) {
            throw new Problem.BadRequest("The body is no JSON.").exception();
        }
        throw new Problem.BadParameter(TEXT, "a text is expected in the body").exception();
    }

    private Answer annotated(Context ctx, Parameters parameters, String text) {
        List<Annotation> found = wanted(parameters, text);
        return answers.of(ctx, parameters, new Annotations(found.size(), null, found));
    }

    private List<Annotation> wanted(Parameters parameters, String text) {
        double least = parameters.integer("minScore") / 100.0;
        boolean onlyFirst = parameters.text("first").equals("true");
        Set<String> seen = new HashSet<>();
        return glossary.annotate(text, new HashSet<>(parameters.list("classes"))).stream()
                .filter(annotation -> annotation.concepts().getFirst().score() >= least)
                .filter(annotation ->
                        !onlyFirst || seen.add(annotation.concepts().getFirst().name()))
                .toList();
    }
}
