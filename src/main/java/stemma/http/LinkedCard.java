package stemma.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import stemma.export.JsonLd;
import stemma.glossary.Card;

/**
 * A card that is JSON-LD as well.
 *
 * @param context the address of its context
 * @param statements its triples, by property
 */
record LinkedCard(
        @JsonProperty("@context") String context,
        @JsonUnwrapped Card card,
        Map<String, List<Object>> statements) {
    /** Where the context is. */
    static final String CONTEXT = "/api/v1/context.jsonld";

    static LinkedCard of(Context ctx, Card card) {
        return new LinkedCard(
                contextOf(ctx),
                card,
                JsonLd.statements(
                        card.triples(), NodeFactory.createURI(card.item().iri())));
    }

    /** The context's whole address on the server that is asked. */
    static String contextOf(Context ctx) {
        return ctx.url().substring(0, ctx.url().length() - ctx.path().length()) + CONTEXT;
    }
}
