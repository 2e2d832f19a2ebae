package stemma.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The API's description, for programs and for people. */
final class OpenApiEndpoint {
    private final OpenApi openApi;
    private final List<Operation> operations;
    private final Path web;
    private final JsonAnswers answers;

    OpenApiEndpoint(OpenApi openApi, List<Operation> operations, Path web, JsonAnswers answers) {
        this.openApi = openApi;
        this.operations = operations;
        this.web = web;
        this.answers = answers;
    }

    Answer show(Context ctx) {
        Parameters.of(ctx, List.of());
        String server = ctx.url().replaceFirst("/openapi\\.json$", "");
        return answers.bytes("application/json", answers.bytes(openApi.describing(operations, server)));
    }

    Answer page(Context ctx) throws IOException {
        Parameters.of(ctx, List.of());
        return answers.bytes("text/html;charset=utf-8", Files.readAllBytes(web.resolve("docs.html")));
    }
}
