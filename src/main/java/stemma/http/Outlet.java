package stemma.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.sparql.BrokenAnswerException;

/** Where the bytes of a long answer go as they come: compressed for those who take it so, and never as a part that looks whole. */
final class Outlet {
    /** What an answer to a query depends on beside its address. */
    static final String VARY = "Accept, Accept-Encoding";

    private static final String HTTP_1_1 = "HTTP/1.1";
    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private final Context ctx;
    private final Readers readers;
    private GZIPOutputStream compressed;

    private Outlet(Context ctx, Readers readers) {
        this.ctx = ctx;
        this.readers = readers;
    }

    /** Writes an answer. */
    @FunctionalInterface
    interface Writing {
        void to(Outlet outlet) throws Exception;
    }

    /**
     * Sends an answer as it is made. What fails before the first byte is a problem; what fails later breaks the connection.
     *
     * @throws Exception what the writing throws, unless the answer was begun
     */
    static void stream(Context ctx, Readers readers, Writing writing) throws Exception {
        try {
            writing.to(new Outlet(ctx, readers));
        } catch (BrokenAnswerException e) {
            if (!ctx.res().isCommitted()) {
                throw e.problem().exception();
            }
            LOG.info("{} broken off: {}", Guards.requestId(ctx), e.getMessage());
            breakOff(ctx);
        } catch (IOException e) {
            LOG.info("{} the client left", Guards.requestId(ctx));
            breakOff(ctx);
        } catch (RuntimeException e) {
            if (!ctx.res().isCommitted()) {
                throw e;
            }
            if (e.getCause() instanceof IOException) {
                LOG.info("{} the client left", Guards.requestId(ctx));
            } else {
                LOG.error("{} broken off", Guards.requestId(ctx), e);
            }
            breakOff(ctx);
        }
    }

    OutputStream open(String contentType) throws IOException {
        HttpServletResponse response = ctx.res();
        response.setContentType(contentType);
        response.setHeader("Vary", VARY);
        response.setHeader("Cache-Control", "no-cache");
        if (ctx.protocol().equals(HTTP_1_1)) {
            // Also where the connection ends with the answer: its end must be told from a cut.
            response.setHeader("Transfer-Encoding", "chunked");
        }
        OutputStream out = readers.watched(response.getOutputStream(), connection(ctx));
        if (!Answers.acceptsGzip(ctx.header("Accept-Encoding"))) {
            return out;
        }
        response.setHeader("Content-Encoding", "gzip");
        compressed = new GZIPOutputStream(out, 8192);
        return compressed;
    }

    void end() throws IOException {
        if (compressed != null) {
            compressed.finish();
        }
    }

    /** Ends the connection without the end of the answer, so that no client takes a part for the whole. */
    private static void breakOff(Context ctx) {
        breakOff(connection(ctx));
    }

    /** Resets a connection, as a client of HTTP/1.0 takes its end for that of the answer. */
    static void breakOff(EndPoint connection) {
        if (connection.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                LOG.debug("closed already", e);
            }
        }
        connection.close();
    }

    private static EndPoint connection(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }
}
