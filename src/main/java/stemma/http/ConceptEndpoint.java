package stemma.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stemma.export.JsonLd;
import stemma.glossary.Card;
import stemma.glossary.Glossary;
import stemma.glossary.Item;
import stemma.glossary.Page;
import stemma.glossary.Search;
import stemma.sparql.Format;

/** Entries, their cards, and search, as JSON. */
final class ConceptEndpoint {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;
    private static final int SUGGESTED = 10;
    private static final int MOST_SUGGESTED = 100;

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
                                Declared.optional(
                                        Operation.IRI,
                                        new Values.Iri(),
                                        Declared.IRI_MEANING + ": the answer leads to its card"),
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
                        new Operation.Reply("Card", List.of(Format.JSON_LD.mediaType())),
                        this::card),
                new Operation(
                        LinkedCard.CONTEXT,
                        "getContext",
                        "The context by which the JSON of a card is JSON-LD",
                        List.of(),
                        Map.of(),
                        new Operation.Reply("", List.of(Format.JSON_LD.mediaType())),
                        this::context),
                new Operation(
                        "/api/v1/search",
                        "search",
                        "The entries that have a text, in any language, the best match first",
                        List.of(
                                Declared.required("q", new Values.AnyText(), "what to look for"),
                                Declared.optional(
                                        "class", new Values.AnyText(), "a class, as its local name: only its entries"),
                                Declared.optional(
                                        "chapter",
                                        new Values.AnyText(),
                                        "a chapter, as its local name: only its entries"),
                                Declared.optional("year", new Values.Whole(1, 9999), "only entries of this year"),
                                Declared.limit(DEFAULT_LIMIT, MAX_LIMIT),
                                Declared.offset(),
                                Declared.lang()),
                        Map.of("q", "自注意力", "limit", "5"),
                        Operation.Reply.json("SearchPage"),
                        this::search),
                new Operation(
                        "/api/v1/suggest",
                        "suggest",
                        "The entries one of whose names has a text, for a list under a field in which one types",
                        List.of(
                                Declared.required("q", new Values.AnyText(), "what was typed so far"),
                                Declared.limit(SUGGESTED, MOST_SUGGESTED),
                                Declared.lang()),
                        Map.of("q", "trans", "limit", "5"),
                        Operation.Reply.json("SearchPage"),
                        (ctx, parameters) -> answers.of(
                                ctx, parameters, glossary.suggest(parameters.text("q"), parameters.integer("limit")))),
                new Operation(
                        "/api/v1/cite/{name}",
                        "cite",
                        "How to cite an entry, or the publication that it stands for, with the version of the data",
                        List.of(
                                Declared.withFallback(
                                        "format",
                                        new Values.OneOf(Arrays.stream(CitationFormat.values())
                                                .map(CitationFormat::shortName)
                                                .toList()),
                                        "bibtex",
                                        "the format of the bibliography"),
                                Declared.lang()),
                        Map.of("name", "Vaswani2017"),
                        new Operation.Reply(
                                "",
                                Arrays.stream(CitationFormat.values())
                                        .map(CitationFormat::mediaType)
                                        .toList()),
                        this::cite));
    }

    private Answer list(Context ctx, Parameters parameters) {
        Optional<String> iri = parameters.find(Operation.IRI);
        if (iri.isPresent()) {
            return RightName.leadingTo(ctx, glossary.name(iri.get()));
        }
        Page<Item> page = glossary.concepts(
                parameters.find("class"),
                parameters.find("q"),
                parameters.integer("limit"),
                parameters.integer("offset"));
        return answers.page(ctx, parameters, page, page.total(), page.limit(), page.offset());
    }

    private Answer card(Context ctx, Parameters parameters) {
        String name = parameters.name();
        return RightName.redirect(ctx, name, glossary.redirect(name)).orElseGet(() -> {
            Card card = glossary.card(name);
            return answers.of(
                    ctx, parameters, LinkedCard.of(ctx, card), links(card.item().name()));
        });
    }

    private Answer context(Context ctx, Parameters parameters) {
        return answers.bytes(
                Format.JSON_LD.contentType(),
                answers.bytes(JsonLd.context(glossary.namespaces().prefixes())));
    }

    /** Links to the card's own address, and to the entry in other formats. */
    private static Links links(String name) {
        String segment = RightName.segment(name);
        return new Links()
                .add("/api/v1/concepts/" + segment, "canonical")
                .add("/?focus=" + segment, "alternate", "type", "text/html")
                .add("/id/" + segment + ".ttl", "alternate", "type", "text/turtle")
                .add("/id/" + segment + ".nt", "alternate", "type", "application/n-triples")
                .add("/id/" + segment + ".rdf", "alternate", "type", "application/rdf+xml")
                .add("/id/" + segment + ".jsonld", "alternate", "type", "application/ld+json");
    }

    private Answer search(Context ctx, Parameters parameters) {
        Search search = glossary.search(
                parameters.text("q"),
                new Search.Filter(
                        parameters.find("class"),
                        parameters.find("chapter"),
                        parameters.find("year").map(Integer::valueOf)),
                parameters.integer("limit"),
                parameters.integer("offset"));
        return answers.page(ctx, parameters, search, search.total(), search.limit(), search.offset());
    }

    private Answer cite(Context ctx, Parameters parameters) {
        String name = parameters.name();
        CitationFormat format = CitationFormat.valueOf(parameters.text("format").toUpperCase(Locale.ROOT));
        String language = Languages.of(ctx, parameters).chosen();
        return RightName.redirect(ctx, name, glossary.redirect(name))
                .orElseGet(() -> answers.bytes(
                        format.mediaType() + ";charset=utf-8",
                        language,
                        format.write(glossary.citation(name, language)).getBytes(StandardCharsets.UTF_8)));
    }
}
