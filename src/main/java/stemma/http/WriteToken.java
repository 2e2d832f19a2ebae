package stemma.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.problem.Problem;

/**
 * Who may write: whoever sends the server's token as a
 * <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">bearer token</a>; nobody while there is none.
 */
final class WriteToken {
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+) *");

    private final Optional<byte[]> token;

    WriteToken(Optional<String> token) {
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether anybody may write. */
    boolean isSet() {
        return token.isPresent();
    }

    /**
     * Lets a request pass that has the token.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.Refused} or {@link Problem.Unauthorized}
     */
    void check(Context ctx) {
        if (token.isEmpty()) {
            throw new Problem.Refused("Writing is off: the server was started without a token.").exception();
        }
        Matcher bearer = BEARER.matcher(Objects.requireNonNullElse(ctx.header("Authorization"), ""));
        // In the same time for every wrong token.
        if (!bearer.matches()
                || !MessageDigest.isEqual(bearer.group(1).getBytes(StandardCharsets.UTF_8), token.get())) {
            throw new Problem.Unauthorized().exception();
        }
    }
}
