package stemma.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

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
    }

    Answer answer(Context ctx) {
        return handler.answer(ctx, Parameters.of(ctx, parameters));
    }
}
