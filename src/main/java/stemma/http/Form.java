package stemma.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

/**
 * Names and values as a query string or the body of a form has them. What is not UTF-8 or not rightly escaped is refused:
 * replacing it would answer another question than was asked.
 */
final class Form {
    private static final String OF_ADDRESS = "parameters";
    private static final int MOST = 1000;
    private static final int REPLACEMENT = 0xFFFD;

    private Form() {}

    /**
     * The parameters of a request's address, read once for all who ask.
     *
     * @throws ProblemException with {@link Problem.BadRequest}
     */
    static Map<String, List<String>> ofAddress(Context ctx) {
        Map<String, List<String>> values = ctx.attribute(OF_ADDRESS);
        if (values == null) {
            values = Collections.unmodifiableMap(read(ctx.queryString()));
            ctx.attribute(OF_ADDRESS, values);
        }
        return values;
    }

    /**
     * Reads names and values, in their order.
     *
     * @param text the text of a form; null for none
     * @throws ProblemException with {@link Problem.BadRequest}
     */
    static Map<String, List<String>> read(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (String pair : text == null ? new String[0] : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                if (++count > MOST) {
                    throw new Problem.BadRequest("At most " + MOST + " parameters are read.").exception();
                }
                int equals = pair.indexOf('=');
                String name = unescaped(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : unescaped(pair.substring(equals + 1));
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            }
        }
        return values;
    }

    /**
     * The text of bytes that must be UTF-8.
     *
     * @throws ProblemException with {@link Problem.BadRequest}
     */
    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem.BadRequest("The request is not UTF-8.").exception();
        }
    }

    private static String unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (character == '%') {
                bytes.write(escaped(text, at));
                at += 3;
            } else if (character == REPLACEMENT) {
                // The server's own parser puts it where the bytes were not UTF-8.
                throw new Problem.BadRequest("The request is not UTF-8.").exception();
            } else if (character < 0x80) {
                bytes.write(character == '+' ? ' ' : character);
                at++;
            } else {
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(character);
            }
        }
        return utf8(bytes.toByteArray());
    }

    private static int escaped(String text, int at) {
        if (at + 3 <= text.length()) {
            int high = Character.digit(text.charAt(at + 1), 16);
            int low = Character.digit(text.charAt(at + 2), 16);
            if (high >= 0 && low >= 0 && high + low > 0) {
                return high << 4 | low;
            }
        }
        throw new Problem.BadRequest("After '%', two hexadecimal digits are expected, and not 00.").exception();
    }
}
