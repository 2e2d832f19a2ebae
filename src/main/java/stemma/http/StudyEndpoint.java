package stemma.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.glossary.Dated;
import stemma.glossary.Derivation;
import stemma.glossary.Glossary;
import stemma.glossary.Moment;
import stemma.glossary.Page;
import stemma.problem.Problem;

/** What one asks of several entries at once, of their dates, or of the grounds of a statement. */
final class StudyEndpoint {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;
    private static final int MOST_COMPARED = 10;
    private static final int MOST_CARDS = 100;

    private final Glossary glossary;
    private final JsonAnswers answers;

    StudyEndpoint(Glossary glossary, JsonAnswers answers) {
        this.glossary = glossary;
        this.answers = answers;
    }

    private record Cards(@JsonProperty("@context") String context, int total, List<LinkedCard> items) {}

    private record Derivations(String name, String property, List<Derivation> derivations) {}

    /** The operations, in the order in which they are described. */
    List<Operation> operations() {
        return List.of(
                new Operation(
                        "/api/v1/cards",
                        "getConcepts",
                        "The cards of some entries, in their order",
                        List.of(ids(MOST_CARDS), Declared.lang()),
                        Map.of("ids", "LSTM,GRU", "lang", "en"),
                        Operation.Reply.json("Cards"),
                        this::cards),
                new Operation(
                        "/api/v1/compare",
                        "compare",
                        "Entries side by side: traits, facts and relations, and in which of them they differ",
                        List.of(ids(MOST_COMPARED), Declared.lang()),
                        Map.of("ids", "LSTM,GRU,Transformer", "lang", "en"),
                        Operation.Reply.json("Comparison"),
                        this::compare),
                new Operation(
                        "/api/v1/timeline",
                        "getTimeline",
                        "Entries that have a date, the oldest first",
                        List.of(
                                Declared.optional(
                                        "class", new Values.AnyText(), "a class, as its local name: only its entries"),
                                Declared.optional("from", new Values.Date(), "a year, a month or a day: nothing older"),
                                Declared.optional("to", new Values.Date(), "a year, a month or a day: nothing younger"),
                                Declared.limit(DEFAULT_LIMIT, MAX_LIMIT),
                                Declared.offset(),
                                Declared.lang()),
                        Map.of("class", "Model", "from", "2018", "to", "2018-12"),
                        Operation.Reply.json("Timeline"),
                        this::timeline),
                new Operation(
                        "/api/v1/random",
                        "getAny",
                        "The card of an entry that the seed picks: with the date as the seed, a term of the day",
                        List.of(
                                Declared.required(
                                        "seed", new Values.AnyText(), "any text; the same one picks the same entry"),
                                Declared.lang()),
                        Map.of("seed", "2026-11-26", "lang", "en"),
                        Operation.Reply.json("Card"),
                        this::any),
                new Operation(
                        "/api/v1/explain/{name}",
                        "explain",
                        "Why an entry has a trait, a fact or a relation: the chain of statements and rules down to one with a"
                                + " source",
                        List.of(
                                Declared.required(
                                        "property",
                                        new Values.AnyText(),
                                        "the local name of a trait, an attribute or a relation"),
                                Declared.lang()),
                        Map.of("name", "GPT3", "property", "isAutoregressive", "lang", "en"),
                        Operation.Reply.json("Derivations"),
                        this::explain));
    }

    private static Declared ids(int most) {
        return Declared.required(
                "ids", new Values.SeveralNames(most), "the local names of entries, with commas between them");
    }

    private Answer cards(Context ctx, Parameters parameters) {
        List<LinkedCard> cards = glossary.cards(parameters.list("ids")).stream()
                .map(card -> LinkedCard.of(ctx, card))
                .toList();
        return answers.of(ctx, parameters, new Cards(LinkedCard.contextOf(ctx), cards.size(), cards));
    }

    private Answer compare(Context ctx, Parameters parameters) {
        return answers.of(ctx, parameters, glossary.compare(parameters.list("ids")));
    }

    private Answer timeline(Context ctx, Parameters parameters) {
        Optional<Moment> from = parameters.find("from").map(Moment::new);
        Optional<Moment> to = parameters.find("to").map(Moment::new);
        Page<Dated> page = glossary.timeline(
                parameters.find("class"), from, to, parameters.integer("limit"), parameters.integer("offset"));
        return answers.page(ctx, parameters, page, page.total(), page.limit(), page.offset());
    }

    private Answer any(Context ctx, Parameters parameters) {
        return answers.of(ctx, parameters, LinkedCard.of(ctx, glossary.any(parameters.text("seed"))));
    }

    private Answer explain(Context ctx, Parameters parameters) {
        String name = parameters.name();
        return RightName.redirect(ctx, name, glossary.redirect(name)).orElseGet(() -> {
            String property = parameters.text("property");
            List<Derivation> derivations = glossary.derivations(name, property);
            if (derivations.isEmpty()) {
                throw new Problem.NotFound("statement of " + name + " with the property", property, List.of())
                        .exception();
            }
            return answers.of(ctx, parameters, new Derivations(glossary.name(name), property, derivations));
        });
    }
}
