package stemma.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What can go wrong for a client, as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> problem details: a
 * kind with a stable code, what happened this time, and members of its own. No problem carries an exception's text.
 */
public sealed interface Problem {

    /** The kinds of problems: HTTP status, and a title that is the same for every occurrence. */
    enum Kind {
        BAD_PARAMETER(400, "Bad parameter"),
        UNKNOWN_PARAMETER(400, "Unknown parameter"),
        BAD_REQUEST(400, "Bad request"),
        SYNTAX_ERROR(400, "Syntax error"),
        TOO_COMPLEX(400, "Too complex"),
        UNAUTHORIZED(401, "Unauthorized"),
        REFUSED(403, "Refused"),
        NOT_FOUND(404, "Not found"),
        METHOD_NOT_ALLOWED(405, "Method not allowed"),
        NOT_ACCEPTABLE(406, "Not acceptable"),
        CONFLICT(409, "Conflict"),
        GONE(410, "Gone"),
        PRECONDITION_FAILED(412, "Precondition failed"),
        TOO_LARGE(413, "Too large"),
        URI_TOO_LONG(414, "URI too long"),
        UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
        INVALID(422, "Invalid"),
        HEADERS_TOO_LARGE(431, "Headers too large"),
        INTERNAL(500, "Internal error"),
        LIMIT_REACHED(503, "Limit reached"),
        BUSY(503, "Busy");

        private final int status;
        private final String title;

        Kind(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        /** The stable, kebab-case name that ends the problem's {@code type} URI. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Kind kind();

    /** What happened this time and, where there is something to do, what to do. */
    String detail();

    /** Further members of the problem document, named in camelCase. */
    default Map<String, Object> members() {
        return Map.of();
    }

    /** The problem as something to throw. */
    default ProblemException exception() {
        return new ProblemException(this);
    }

    /** A parameter has a value that cannot be used, or is missing. */
    record BadParameter(String parameter, String reason) implements Problem {
        @Override
        public Kind kind() {
            return Kind.BAD_PARAMETER;
        }

        @Override
        public String detail() {
            return "Parameter '" + parameter + "': " + reason;
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("parameter", parameter);
        }
    }

    /** A parameter that the operation does not have. */
    record UnknownParameter(String parameter, List<String> known) implements Problem {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN_PARAMETER;
        }

        @Override
        public String detail() {
            return "Parameter '" + parameter + "' is not known; "
                    + (known.isEmpty() ? "there are none here." : "known are " + String.join(", ", known) + ".");
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("parameter", parameter, "known", known);
        }
    }

    /** The request is malformed in some other way than by a parameter. */
    record BadRequest(String detail) implements Problem {
        @Override
        public Kind kind() {
            return Kind.BAD_REQUEST;
        }
    }

    /** Query text that does not parse; line and column count from 1, 0 where the parser gives no place. */
    record SyntaxError(int line, int column, String reason) implements Problem {
        @Override
        public Kind kind() {
            return Kind.SYNTAX_ERROR;
        }

        @Override
        public String detail() {
            return line > 0 ? "Line " + line + ", column " + column + ": " + reason : reason;
        }

        @Override
        public Map<String, Object> members() {
            return line > 0 ? Map.of("line", line, "column", column) : Map.of();
        }
    }

    /** Query text that is longer or more nested than a limit allows; {@code advice} says what to do. */
    record TooComplex(String limit, long value, String advice) implements Problem {
        @Override
        public Kind kind() {
            return Kind.TOO_COMPLEX;
        }

        @Override
        public String detail() {
            return "The limit '" + limit + "' is " + value + ". " + advice;
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("limit", limit, "value", value);
        }
    }

    /** A request line or headers that are longer than a server reads. */
    record TooLong(Kind kind) implements Problem {
        @Override
        public String detail() {
            return kind == Kind.URI_TOO_LONG
                    ? "The address is too long. A long query can be sent by POST."
                    : "The headers are too large.";
        }
    }

    /** A request that needs the token, and has none or another. */
    record Unauthorized() implements Problem {
        @Override
        public Kind kind() {
            return Kind.UNAUTHORIZED;
        }

        @Override
        public String detail() {
            return "To write here, send the server's token: 'Authorization: Bearer …'.";
        }
    }

    /** A change that does not fit what is stored, such as making what is there already. */
    record Conflict(String detail) implements Problem {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** A condition of the request, such as If-Match, that does not hold; {@code version} names the present state. */
    record PreconditionFailed(String header, String version) implements Problem {
        @Override
        public Kind kind() {
            return Kind.PRECONDITION_FAILED;
        }

        @Override
        public String detail() {
            return header + " does not hold: the store is at version " + version + ". Nothing was changed.";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("version", version);
        }
    }

    /**
     * A change after which the store would break the shapes that it keeps. Nothing was changed.
     *
     * @param violations what is wrong, each with {@code focusNode}, {@code path}, {@code value} and {@code message} as far
     *     as there are such
     */
    record Invalid(List<Map<String, String>> violations) implements Problem {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String detail() {
            return "After this change, the shapes would be violated in " + violations.size()
                    + (violations.size() == 1 ? " place" : " places") + ". Nothing was changed.";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("violations", violations);
        }
    }

    /** Something well-formed that this server does not do for this client. */
    record Refused(String detail) implements Problem {
        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }
    }

    /** A thing that is not here; {@code similar} names what may have been meant. */
    record NotFound(String thing, String name, List<String> similar) implements Problem {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no " + thing + " '" + name + "' here."
                    + (similar.isEmpty() ? "" : " Did you mean " + String.join(", ", similar) + "?");
        }

        @Override
        public Map<String, Object> members() {
            return similar.isEmpty() ? Map.of() : Map.of("similar", similar);
        }
    }

    /**
     * A concept that was withdrawn.
     *
     * @param replacedBy the names of concepts to be used instead
     * @param reason why it was withdrawn, by language
     */
    record Gone(String name, List<String> replacedBy, Map<String, String> reason) implements Problem {
        @Override
        public Kind kind() {
            return Kind.GONE;
        }

        @Override
        public String detail() {
            return "The concept '" + name + "' was withdrawn."
                    + (replacedBy.isEmpty() ? "" : " Use " + String.join(" or ", replacedBy) + " instead.");
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("replacedBy", replacedBy, "reason", reason);
        }
    }

    /** A method that the resource does not have. */
    record MethodNotAllowed(String method, List<String> allowed) implements Problem {
        @Override
        public Kind kind() {
            return Kind.METHOD_NOT_ALLOWED;
        }

        @Override
        public String detail() {
            return method + " is not allowed here; allowed are " + String.join(", ", allowed) + ".";
        }
    }

    /** No media type that the client accepts can be had. */
    record NotAcceptable(List<String> offered) implements Problem {
        @Override
        public Kind kind() {
            return Kind.NOT_ACCEPTABLE;
        }

        @Override
        public String detail() {
            return "Offered are " + String.join(", ", offered) + ".";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("offered", offered);
        }
    }

    /** A body over the limit, in bytes. */
    record TooLarge(long limit) implements Problem {
        @Override
        public Kind kind() {
            return Kind.TOO_LARGE;
        }

        @Override
        public String detail() {
            return "The limit is " + limit + " bytes.";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("limit", limit);
        }
    }

    /** A body of a media type that the resource does not read. */
    record UnsupportedMediaType(String type, List<String> supported) implements Problem {
        @Override
        public Kind kind() {
            return Kind.UNSUPPORTED_MEDIA_TYPE;
        }

        @Override
        public String detail() {
            return "'" + type + "' is not read here; read are " + String.join(", ", supported) + ".";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("supported", supported);
        }
    }

    /** A query that ran into a limit before its first byte. */
    record LimitReached(String limit, String value, String advice) implements Problem {
        @Override
        public Kind kind() {
            return Kind.LIMIT_REACHED;
        }

        @Override
        public String detail() {
            return "The limit '" + limit + "' is " + value + ". " + advice;
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("limit", limit, "value", value);
        }
    }

    /** All places are taken; {@code what} says which, then come the seconds until a retry makes sense. */
    record Busy(String what, int retryAfterSeconds) implements Problem {
        @Override
        public Kind kind() {
            return Kind.BUSY;
        }

        @Override
        public String detail() {
            return what + " Try again in " + retryAfterSeconds + " s.";
        }

        @Override
        public Map<String, Object> members() {
            return Map.of("retryAfter", retryAfterSeconds);
        }
    }

    /** A fault of ours. */
    record Internal() implements Problem {
        @Override
        public Kind kind() {
            return Kind.INTERNAL;
        }

        @Override
        public String detail() {
            return "The server failed to answer. Its log tells more under the id of this request.";
        }
    }
}
