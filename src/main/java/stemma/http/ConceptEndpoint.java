package stemma.http;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    private static final int MAX_DEPTH = 100;
    private static final List<String> DIRECTIONS = Arrays.stream(Lineage.Direction.values())
            .map(direction -> direction.name().toLowerCase(Locale.ROOT))
            .toList();

    private final Glossary glossary;
    private final JsonAnswers answers;

    ConceptEndpoint(Glossary glossary, JsonAnswers answers) {
        this.glossary = glossary;
        this.answers = answers;
    }

    /** The operations, in the order in which they are described. */
    List<Operation> operations() {
        return List.of(
                new Operation(
                        "/api/v1/concepts",
                        "listConcepts",
                        "The entries, in the order of their names",
                        List.of(
                                Declared.optional(
                                        "class", new Values.AnyText(), "a class, as its local name: only its entries"),
                                Declared.optional("q", new Values.AnyText(), "only entries that have this text"),
                                Declared.limit(DEFAULT_LIMIT, MAX_LIMIT),
                                Declared.offset(),
                                Declared.lang()),
                        Map.of("class", "Architecture", "limit", "3"),
                        Operation.Reply.json("ItemPage"),
                        this::list),
                new Operation(
                        "/api/v1/concepts/{name}",
                        "getConcept",
                        "The card of an entry: labels, definition, traits and relations, with evidence",
                        List.of(Declared.lang()),
                        Map.of("name", "LSTM"),
                        Operation.Reply.json("Card"),
                        this::card),
                new Operation(
                        "/api/v1/search",
                        "search",
                        "The entries that have a text, in any language, the best match first",
                        List.of(
                                Declared.required("q", new Values.AnyText(), "what to look for"),
                                Declared.limit(DEFAULT_LIMIT, MAX_LIMIT),
                                Declared.offset(),
                                Declared.lang()),
                        Map.of("q", "自注意力", "limit", "5"),
                        Operation.Reply.json("SearchPage"),
                        this::search),
                new Operation(
                        "/api/v1/lineage",
                        "getWholeLineage",
                        "The lineage of all entries",
                        List.of(relations(), Declared.lang()),
                        Map.of("relations", "replaces"),
                        Operation.Reply.json("Lineage"),
                        this::wholeLineage),
                new Operation(
                        "/api/v1/lineage/{name}",
                        "getLineage",
                        "What an entry came from and what came of it, with evidence on each edge",
                        List.of(
                                Declared.withFallback(
                                        "direction",
                                        new Values.OneOf(DIRECTIONS),
                                        "both",
                                        "which way to follow the lineage"),
                                Declared.withFallback(
                                        "depth",
                                        new Values.Whole(1, MAX_DEPTH),
                                        Integer.toString(MAX_DEPTH),
                                        "how many steps to follow it"),
                                relations(),
                                Declared.lang()),
                        Map.of("name", "GPT", "direction", "ancestors", "depth", "2"),
                        Operation.Reply.json("Lineage"),
                        this::lineage),
                new Operation(
                        "/api/v1/path",
                        "getPath",
                        "The explained ways from one entry to another",
                        List.of(
                                Declared.required("from", new Values.AnyText(), "the entry where the way begins"),
                                Declared.required("to", new Values.AnyText(), "the entry where it ends"),
                                Declared.lang()),
                        Map.of("from", "LSTM", "to", "GPT", "lang", "en"),
                        Operation.Reply.json("Explanation"),
                        this::path));
    }

    private static Declared relations() {
        return Declared.optional(
                "relations",
                new Values.Several(),
                "the relations to follow, as local names with commas; a super-property stands for all below it");
    }

    private Answer list(Context ctx, Parameters parameters) {
        Page<Item> page = glossary.concepts(
                parameters.find("class"),
                parameters.find("q"),
                parameters.integer("limit"),
                parameters.integer("offset"));
        return answers.page(ctx, parameters, page, page.total(), page.limit(), page.offset());
    }

    private Answer card(Context ctx, Parameters parameters) {
        String name = ctx.pathParam("name");
        return redirect(ctx, name).orElseGet(() -> answers.of(ctx, parameters, glossary.card(name)));
    }

    private Answer search(Context ctx, Parameters parameters) {
        Search search =
                glossary.search(parameters.text("q"), parameters.integer("limit"), parameters.integer("offset"));
        return answers.page(ctx, parameters, search, search.total(), search.limit(), search.offset());
    }

    private Answer lineage(Context ctx, Parameters parameters) {
        String name = ctx.pathParam("name");
        Lineage.Direction direction =
                Lineage.Direction.valueOf(parameters.text("direction").toUpperCase(Locale.ROOT));
        return redirect(ctx, name)
                .orElseGet(() -> answers.of(
                        ctx,
                        parameters,
                        glossary.lineage(
                                Optional.of(name),
                                direction,
                                parameters.integer("depth"),
                                parameters.list("relations"))));
    }

    private Answer wholeLineage(Context ctx, Parameters parameters) {
        return answers.of(
                ctx,
                parameters,
                glossary.lineage(Optional.empty(), Lineage.Direction.BOTH, MAX_DEPTH, parameters.list("relations")));
    }

    private Answer path(Context ctx, Parameters parameters) {
        String from = parameters.text("from");
        String to = parameters.text("to");
        if (from.equals(to)) {
            throw new Problem.BadParameter("to", "another concept than 'from' is expected").exception();
        }
        Languages languages = Languages.of(ctx, parameters);
        return answers.of(ctx, parameters, glossary.explain(from, to, languages.chosen()));
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
}
