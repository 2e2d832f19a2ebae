package stemma.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import stemma.store.GraphStore;
import stemma.store.Version;

/**
 * Answers that are kept as bytes, for as long as the store's version stands. The version is part of the key, so nothing is
 * ever thrown away for being stale; the least used go when room gets short.
 */
final class Answers {
    /** Makes an answer from a request. */
    @FunctionalInterface
    interface Operation {
        Answer answer(Context ctx) throws Exception;
    }

    /** Makes an answer from a request and the text of its body. */
    @FunctionalInterface
    interface BodyOperation {
        Answer answer(Context ctx, String body) throws Exception;
    }

    /**
     * The <a href="https://doi.org/10.6028/NIST.FIPS.180-4">SHA-256</a> of all that an answer may depend on; a digest,
     * since a query is often longer than its answer.
     */
    private record Key(long first, long second, long third, long fourth) {
        /** The digest before anything was read; to clone it takes less than to look for a new one. */
        private static final MessageDigest NOTHING = nothing();

        /** Of an answer that is made in the reader's language, and in every coding. */
        static Key ofAnswer(Request request, Version version) {
            return of(request, request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE), "", version);
        }

        /** Of an answer to a query, which has no language but its data's, and one coding. */
        static Key ofQuery(Request request, Version version) {
            return of(request, "", coding(request.getHeaders()), version);
        }

        private static Key of(Request request, String acceptLanguage, String coding, Version version) {
            MessageDigest digest = sha256();
            Stream.of(
                            request.getHeaders().get(HttpHeader.HOST),
                            request.getHttpURI().getPath(),
                            request.getHttpURI().getQuery(),
                            request.getHeaders().get(HttpHeader.ACCEPT),
                            acceptLanguage,
                            coding,
                            version.value())
                    .forEach(part -> {
                        digest.update(Objects.requireNonNullElse(part, "").getBytes(StandardCharsets.UTF_8));
                        // No header or address has this in it.
                        digest.update((byte) 0);
                    });
            LongBuffer parts = ByteBuffer.wrap(digest.digest()).asLongBuffer();
            return new Key(parts.get(), parts.get(), parts.get(), parts.get());
        }

        private static MessageDigest sha256() {
            try {
                return (MessageDigest) NOTHING.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
            }
        }

        private static MessageDigest nothing() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    private static final String GZIP = "gzip";
    private static final int MOST_HEADERS = 1000;
    private static final Pattern NO_GZIP = Pattern.compile(".*gzip\\s*;\\s*q=0(\\.0*)?\\s*(,.*)?");

    private final GraphStore store;
    private final QueryPool pool;
    private final Cache<Key, Ready> kept;
    private final Doorkeeper doorkeeper = new Doorkeeper();
    /** Few answers have headers that no other has. */
    private final LoadingCache<Map<String, String>, List<HttpField>> headers = Caffeine.newBuilder()
            .maximumSize(MOST_HEADERS)
            .executor(Runnable::run)
            .build(Ready::encoded);

    Answers(GraphStore store, QueryPool pool, long bytes) {
        this.store = store;
        this.pool = pool;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Ready ready) -> ready.weight())
                .executor(Runnable::run)
                .build();
    }

    /** Sends the answer of an operation, made now or before. */
    void send(Context ctx, Operation operation) throws Exception {
        Key key = Key.ofAnswer(request(ctx), store.version());
        Ready ready = kept.getIfPresent(key);
        if (ready == null) {
            ready = ready(pool.run(ctx, () -> operation.answer(ctx)));
            kept.put(key, ready);
        }
        send(ctx, ready);
    }

    /** The reply to a request whose answer is kept, its headers put to those of the response; empty where it is not. */
    Optional<Reply> kept(Request request, HttpFields.Mutable headers) {
        boolean asks = Routes.SPARQL.equals(request.getHttpURI().getPath())
                && request.getHttpURI().getQuery() != null;
        Version version = store.version();
        return Optional.ofNullable(
                        kept.getIfPresent(asks ? Key.ofQuery(request, version) : Key.ofAnswer(request, version)))
                .map(ready -> Reply.of(ready, request.getHeaders(), headers));
    }

    /** Sends the answer of a query that follows from a state of the store, and keeps it if it was asked before. */
    void sendMade(Context ctx, String contentType, byte[] body, Version state) throws IOException {
        Map<String, String> headers = Map.of("Content-Type", contentType, "Vary", Outlet.VARY);
        Answer answer = coding(request(ctx).getHeaders()).equals(GZIP)
                ? Answer.of(200, headers, body, tag(body, state))
                : Answer.uncompressed(200, headers, body, tag(body, state));
        Ready ready = ready(answer);
        Key key = Key.ofQuery(request(ctx), state);
        if (doorkeeper.knows(key.first())) {
            kept.put(key, ready);
        }
        send(ctx, ready);
    }

    private static ServletContextRequest request(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req());
    }

    private Ready ready(Answer answer) {
        return new Ready(answer, headers.get(answer.headers()));
    }

    private static String coding(HttpFields asked) {
        return acceptsGzip(asked.get(HttpHeader.ACCEPT_ENCODING)) ? GZIP : "identity";
    }

    /** Sends the answer to a request with a body, which is made anew each time. */
    void sendNew(Context ctx, BodyOperation operation) throws Exception {
        // Read before a place is taken: a body may take as long as its sender likes.
        String body = Form.utf8(ctx.bodyAsBytes());
        Answer answer = pool.run(ctx, () -> operation.answer(ctx, body));
        HttpServletResponse response = ctx.res();
        answer.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(answer.status());
        response.setContentLength(answer.body().array().length);
        response.getOutputStream().write(answer.body().array());
    }

    /** A tag for an answer of the present version. */
    String tag(byte[] body) {
        return tag(body, store.version());
    }

    private static String tag(byte[] body, Version version) {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        return version + "-" + HexFormat.of().toHexDigits((int) checksum.getValue()) + Integer.toHexString(body.length);
    }

    /** Writes to Jetty itself, whose headers need no encoding then and whose buffers are passed by. */
    private static void send(Context ctx, Ready ready) throws IOException {
        ServletContextRequest request = request(ctx);
        HttpServletResponse response = ctx.res();
        // Javalin has given it one, but a redirect has nothing to be of a type.
        response.setContentType(null);
        Reply reply = Reply.of(
                ready, request.getHeaders(), request.getServletContextResponse().getHeaders());
        response.setStatus(reply.status());
        if (!ctx.method().equals(HandlerType.HEAD)) {
            ((HttpOutput) response.getOutputStream()).sendContent(reply.body());
        }
    }

    static boolean acceptsGzip(String header) {
        return header != null
                && header.contains("gzip")
                && !(header.contains("q=0") && NO_GZIP.matcher(header).matches());
    }
}
