package stemma.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** A request whose body is given up when it trickles in, which no limit on silence would notice. */
final class SlowBody extends Request.Wrapper {
    private final ClientLimits limits;
    private final long start = System.nanoTime();
    private long bytes;

    private SlowBody(Request request, ClientLimits limits) {
        super(request);
        this.limits = limits;
    }

    /** Has bodies given up that come slower than the limits allow. */
    static HttpConfiguration.Customizer givenUp(ClientLimits limits) {
        return (Request request, HttpFields.Mutable answer) -> {
            HttpFields headers = request.getHeaders();
            boolean hasBody =
                    headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING);
            return hasBody ? new SlowBody(request, limits) : request;
        };
    }

    @Override
    public Content.Chunk read() {
        Content.Chunk chunk = super.read();
        if (chunk == null || chunk.isLast()) {
            return chunk;
        }
        bytes += chunk.remaining();
        long nanos = System.nanoTime() - start - limits.stall().toNanos();
        if (nanos > 0 && bytes < limits.leastRate() * (double) nanos / TimeUnit.SECONDS.toNanos(1)) {
            chunk.release();
            return Content.Chunk.from(new HttpException.RuntimeException(HttpStatus.REQUEST_TIMEOUT_408), true);
        }
        return chunk;
    }
}
