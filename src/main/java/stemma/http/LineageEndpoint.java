package stemma.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stemma.export.Dot;
import stemma.export.GraphMl;
import stemma.export.Mermaid;
import stemma.export.Svg;
import stemma.export.Theme;
import stemma.export.Triples;
import stemma.glossary.Explanation;
import stemma.glossary.Glossary;
import stemma.glossary.Lineage;
import stemma.glossary.Moment;
import stemma.problem.Problem;
import stemma.sparql.Accept;
import stemma.sparql.Format;

/** Lineages and the ways between entries. */
final class LineageEndpoint {
    private static final String DIRECTION = "direction";
    private static final String DEPTH = "depth";
    private static final String JSON = "json";
    private static final String TEXT = "text";
    private static final String TEXT_TYPE = "text/plain";
    private static final int MOST_WAYS = 10;
    private static final int MAX_DEPTH = 100;
    private static final int MOST_DRAWN = 300;
    private static final List<String> DIRECTIONS = Arrays.stream(Lineage.Direction.values())
            .map(direction -> direction.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Glossary glossary;
    private final JsonAnswers answers;

    LineageEndpoint(Glossary glossary, JsonAnswers answers) {
        this.glossary = glossary;
        this.answers = answers;
    }

    /** The operations, in the order in which they are described. */
    List<Operation> operations() {
        Operation.Reply reply = new Operation.Reply("Lineage", LineageFormat.otherMediaTypes());
        return List.of(
                new Operation(
                        "/api/v1/lineage",
                        "getWholeLineage",
                        "The lineage of all entries, or of the one that an IRI names",
                        List.of(
                                Declared.optional(Operation.IRI, new Values.Iri(), Declared.IRI_MEANING),
                                Declared.optional(
                                        DIRECTION, new Values.OneOf(DIRECTIONS), "with `iri`: which way to follow it"),
                                Declared.optional(
                                        DEPTH,
                                        new Values.Whole(1, MAX_DEPTH),
                                        "with `iri`: how many steps to follow it"),
                                relations(),
                                asOf(),
                                format(),
                                theme(),
                                Declared.lang()),
                        Map.of("relations", "replaces"),
                        reply,
                        this::wholeLineage),
                new Operation(
                        "/api/v1/lineage/{name}",
                        "getLineage",
                        "What an entry came from and what came of it, with evidence on each edge; the name may have a format's"
                                + " name as its suffix, as in `BERT.mmd`",
                        List.of(
                                Declared.withFallback(
                                        DIRECTION,
                                        new Values.OneOf(DIRECTIONS),
                                        "both",
                                        "which way to follow the lineage"),
                                Declared.withFallback(
                                        DEPTH,
                                        new Values.Whole(1, MAX_DEPTH),
                                        Integer.toString(MAX_DEPTH),
                                        "how many steps to follow it"),
                                relations(),
                                asOf(),
                                format(),
                                theme(),
                                Declared.lang()),
                        Map.of("name", "GPT", "direction", "ancestors", "depth", "2"),
                        reply,
                        this::lineage),
                new Operation(
                        "/api/v1/path",
                        "getPath",
                        "The explained ways from one entry to another",
                        List.of(
                                Declared.required("from", new Values.AnyText(), "the entry where the way begins"),
                                Declared.required("to", new Values.AnyText(), "the entry where it ends"),
                                Declared.withFallback(
                                        "limit",
                                        new Values.Whole(1, MOST_WAYS),
                                        "3",
                                        "how many of the ways that explain most; the shortest is always among the answer's"),
                                Declared.optional(
                                        "format",
                                        new Values.OneOf(List.of(JSON, TEXT)),
                                        "`text` for the ways as paragraphs; without it, Accept chooses"),
                                Declared.lang()),
                        Map.of("from", "LSTM", "to", "GPT", "lang", "en"),
                        new Operation.Reply("Explanation", List.of(TEXT_TYPE)),
                        this::path));
    }

    private static Declared relations() {
        return Declared.optional(
                "relations",
                new Values.Several(),
                "the relations to follow, as local names with commas; a super-property stands for all below it");
    }

    private static Declared asOf() {
        return Declared.optional(
                "asOf",
                new Values.Date(),
                "a year, a month or a day: the field as it was known then, with nothing that is younger");
    }

    private static Declared format() {
        return Declared.optional(
                "format",
                new Values.OneOf(LineageFormat.names()),
                "the format of the answer; without it the name's suffix chooses, else Accept");
    }

    private static Declared theme() {
        return Declared.withFallback(
                "theme", new Values.OneOf(List.of("light", "dark")), "light", "the colours of a drawing");
    }

    private Answer wholeLineage(Context ctx, Parameters parameters) {
        Optional<String> iri = parameters.find(Operation.IRI);
        if (iri.isEmpty()) {
            Stream.of(DIRECTION, DEPTH)
                    .filter(name -> parameters.find(name).isPresent())
                    .findFirst()
                    .ifPresent(name -> {
                        throw new Problem.BadParameter(name, "it belongs to 'iri', which is not given").exception();
                    });
        }
        return written(ctx, parameters, wanted(ctx, parameters, Optional.empty()), of(parameters, iri));
    }

    private Answer lineage(Context ctx, Parameters parameters) {
        String given = parameters.name();
        Optional<LineageFormat> suffix = LineageFormat.named(given.substring(given.lastIndexOf('.') + 1))
                .filter(format -> given.endsWith("." + format.suffix()));
        String name = suffix.map(format ->
                        given.substring(0, given.length() - format.suffix().length() - 1))
                .orElse(given);
        LineageFormat format = wanted(ctx, parameters, suffix);
        return RightName.redirect(
                        ctx, given, glossary.redirect(name).map(right -> right + given.substring(name.length())))
                .orElseGet(() -> written(ctx, parameters, format, of(parameters, Optional.of(name))));
    }

    private Lineage of(Parameters parameters, Optional<String> name) {
        return glossary.lineage(
                name,
                parameters
                        .find(DIRECTION)
                        .map(direction -> Lineage.Direction.valueOf(direction.toUpperCase(Locale.ROOT)))
                        .orElse(Lineage.Direction.BOTH),
                parameters.find(DEPTH).map(Integer::valueOf).orElse(MAX_DEPTH),
                parameters.list("relations"),
                parameters.find("asOf").map(Moment::new));
    }

    private static LineageFormat wanted(Context ctx, Parameters parameters, Optional<LineageFormat> suffix) {
        return parameters
                .find("format")
                .flatMap(LineageFormat::named)
                .or(() -> suffix)
                .orElseGet(() -> LineageFormat.accepted(Objects.requireNonNullElse(ctx.header("Accept"), "")));
    }

    private Answer written(Context ctx, Parameters parameters, LineageFormat format, Lineage lineage) {
        String language = Languages.of(ctx, parameters).chosen();
        return switch (format) {
            case JSON -> answers.of(ctx, parameters, lineage);
            case TURTLE ->
                answers.bytes(format.contentType(), Format.TURTLE.bytes(Triples.of(lineage, glossary.namespaces())));
            case MERMAID -> text(format, language, Mermaid.of(lineage, language));
            case DOT -> text(format, language, Dot.of(lineage, language));
            case GRAPHML -> text(format, language, GraphMl.of(lineage, language));
            case SVG -> text(format, language, drawn(ctx, parameters, lineage, language));
        };
    }

    private static String drawn(Context ctx, Parameters parameters, Lineage lineage, String language) {
        if (lineage.nodes().size() > MOST_DRAWN) {
            throw new Problem.BadParameter(
                            "format",
                            "a drawing has at most " + MOST_DRAWN + " entries, and this lineage has "
                                    + lineage.nodes().size()
                                    + "; ask for fewer steps (depth), one direction, or fewer relations")
                    .exception();
        }
        String home =
                ctx.url().substring(0, ctx.url().length() - ctx.path().length()) + "/?lang=" + language + "&focus=";
        Theme theme = parameters.text("theme").equals("dark") ? Theme.DARK : Theme.LIGHT;
        return Svg.of(lineage, language, theme, name -> home + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }

    private Answer text(LineageFormat format, String language, String text) {
        return answers.bytes(format.contentType(), language, text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer path(Context ctx, Parameters parameters) {
        String from = parameters.text("from");
        String to = parameters.text("to");
        if (from.equals(to)) {
            throw new Problem.BadParameter("to", "another concept than 'from' is expected").exception();
        }
        String language = Languages.of(ctx, parameters).chosen();
        Explanation explanation = glossary.explain(from, to, parameters.integer("limit"), language);
        boolean asText = parameters
                .find("format")
                .map(TEXT::equals)
                .orElseGet(() -> new Accept(Objects.requireNonNullElse(ctx.header("Accept"), ""))
                        .best(List.of("application/json", TEXT_TYPE), List::of)
                        .filter(TEXT_TYPE::equals)
                        .isPresent());
        return asText
                ? answers.bytes(
                        TEXT_TYPE + ";charset=utf-8",
                        language,
                        paragraphs(explanation).getBytes(StandardCharsets.UTF_8))
                : answers.of(ctx, parameters, explanation);
    }

    private static String paragraphs(Explanation explanation) {
        return explanation.paths().stream().map(way -> way.text() + "\n").collect(Collectors.joining("\n"));
    }
}
