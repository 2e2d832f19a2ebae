package stemma.http;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that can be asked of the API: its contract and what fulfils it.
 *
 * @param path its path, with the names of path parameters between braces
 * @param id its name for programs, in camelCase
 * @param summary what it answers, in English
 * @param parameters those of the query string
 * @param example values of parameters, those of the path included, with which it answers something worth seeing
 * @param reply what it answers with
 * @param handler makes the answer
 */
record Operation(
        String path,
        String id,
        String summary,
        List<Declared> parameters,
        Map<String, String> example,
        Reply reply,
        Handler handler) {

    /** Makes an answer from a request whose parameters are in order. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Context ctx, Parameters parameters);
    }

    /**
     * The body of an answer.
     *
     * @param schema the name of the JSON's schema
     * @param others media types beside JSON
     */
    record Reply(String schema, List<String> others) {
        static Reply json(String schema) {
            return new Reply(schema, List.of());
        }

        /** Links to what describes the body, and the service (<a href="https://www.rfc-editor.org/rfc/rfc8631">RFC 8631</a>). */
        Links links() {
            Links links = new Links();
            if (!schema.isEmpty()) {
                links.add(
                        Routes.DESCRIPTION + "#/components/schemas/" + schema,
                        "describedby",
                        "type",
                        "application/schema+json");
            }
            return links.add(Routes.DESCRIPTION, "service-desc", "type", OpenApi.MEDIA_TYPE)
                    .add(Routes.DOCS, "service-doc", "type", "text/html");
        }
    }

    /** The parameter that names an entry by its IRI. */
    static final String IRI = "iri";

    private static final String LAST_PART = "/{name}";

    Answer answer(Context ctx) {
        return handler.answer(ctx, Parameters.of(ctx, parameters)).with(reply.links());
    }

    /** This operation with another parameter. */
    Operation with(Declared parameter) {
        return new Operation(
                path,
                id,
                summary,
                Stream.concat(parameters.stream(), Stream.of(parameter)).toList(),
                example,
                reply,
                handler);
    }

    /** The operation that does the same for an entry named by its IRI; empty for one that does not end with a name. */
    Optional<Operation> byIri() {
        if (!path.endsWith(LAST_PART)) {
            return Optional.empty();
        }
        Map<String, String> examples = new LinkedHashMap<>(example);
        examples.put(IRI, "llm:" + examples.remove("name"));
        return Optional.of(new Operation(
                path.substring(0, path.length() - LAST_PART.length()),
                id + "ByIri",
                summary,
                Stream.concat(
                                Stream.of(Declared.required(IRI, new Values.Iri(), Declared.IRI_MEANING)),
                                parameters.stream())
                        .toList(),
                examples,
                reply,
                handler));
    }
}
