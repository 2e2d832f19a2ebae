package stemma.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stemma.glossary.Glossary;
import stemma.glossary.Item;
import stemma.glossary.Lineage;
import stemma.glossary.Page;
import stemma.glossary.Search;
import stemma.problem.Problem;

/** The glossary over HTTP: entries, cards, search, lineages and paths, as JSON. */
final class ConceptEndpoint {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;
    private static final int MAX_OFFSET = 1_000_000;
    private static final int MAX_DEPTH = 100;

    private final Glossary glossary;
    private final JsonAnswers answers;

    ConceptEndpoint(Glossary glossary, JsonAnswers answers) {
        this.glossary = glossary;
        this.answers = answers;
    }

    Answer list(Context ctx) {
        Parameters parameters = Parameters.of(ctx, List.of("class", "q", "limit", "offset", "lang"));
        Page<Item> page = glossary.concepts(
                parameters.text("class"), parameters.text("q"), limit(parameters), offset(parameters));
        return answers.page(ctx, parameters, page, page.total(), page.limit(), page.offset());
    }

    Answer card(Context ctx) {
        Parameters parameters = Parameters.of(ctx, List.of("lang"));
        String name = ctx.pathParam("name");
        Optional<Answer> redirect = redirect(ctx, name);
        return redirect.orElseGet(() -> answers.of(ctx, parameters, glossary.card(name)));
    }

    Answer search(Context ctx) {
        Parameters parameters = Parameters.of(ctx, List.of("q", "limit", "offset", "lang"));
        Search search = glossary.search(parameters.required("q"), limit(parameters), offset(parameters));
        return answers.page(ctx, parameters, search, search.total(), search.limit(), search.offset());
    }

    Answer lineage(Context ctx) {
        Parameters parameters = Parameters.of(ctx, List.of("direction", "depth", "relations", "lang"));
        String name = ctx.pathParam("name");
        Lineage.Direction direction = parameters.choice(
                "direction",
                Lineage.Direction.BOTH,
                Lineage.Direction.values(),
                value -> value.name().toLowerCase(Locale.ROOT));
        int depth = parameters.integer("depth", MAX_DEPTH, 1, MAX_DEPTH);
        Optional<Answer> redirect = redirect(ctx, name);
        return redirect.orElseGet(() -> answers.of(
                ctx, parameters, glossary.lineage(Optional.of(name), direction, depth, parameters.list("relations"))));
    }

    Answer wholeLineage(Context ctx) {
        Parameters parameters = Parameters.of(ctx, List.of("relations", "lang"));
        return answers.of(
                ctx,
                parameters,
                glossary.lineage(Optional.empty(), Lineage.Direction.BOTH, MAX_DEPTH, parameters.list("relations")));
    }

    Answer path(Context ctx) {
        Parameters parameters = Parameters.of(ctx, List.of("from", "to", "lang"));
        Languages languages = Languages.of(ctx, parameters);
        if (parameters.required("from").equals(parameters.required("to"))) {
            throw new Problem.BadParameter("to", "another concept than 'from' is expected").exception();
        }
        return answers.of(
                ctx,
                parameters,
                glossary.explain(parameters.required("from"), parameters.required("to"), languages.chosen()));
    }

    /** Another letter case of a name leads to the name. */
    private Optional<Answer> redirect(Context ctx, String name) {
        return glossary.redirect(name).map(right -> {
            String path = ctx.path().substring(0, ctx.path().lastIndexOf('/') + 1)
                    + URLEncoder.encode(right, StandardCharsets.UTF_8).replace("+", "%20");
            String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
            return Answer.of(308, Map.of("Location", path + query), new byte[0], "");
        });
    }

    private static int limit(Parameters parameters) {
        return parameters.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    }

    private static int offset(Parameters parameters) {
        return parameters.integer("offset", 0, 0, MAX_OFFSET);
    }
}
