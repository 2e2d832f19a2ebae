package stemma.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * Whoever waits for the answer to a request, as far as can be seen whether they still do. Jetty does not look at a
 * connection while its request is at work. Used by the thread of the request, when all of the request was read.
 */
final class Client {
    /** A client who is taken to wait. */
    static final Client PATIENT = new Client((EndPoint) null);

    private final EndPoint connection;
    private boolean isTalking;

    Client(Context ctx) {
        this(ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint());
    }

    private Client(EndPoint connection) {
        this.connection = connection;
    }

    /** Whether the connection was closed from the other side. */
    boolean hasLeft() {
        if (isTalking || connection == null) {
            return false;
        }
        if (!connection.isOpen()) {
            return true;
        }
        return connection.getTransport() instanceof SocketChannel channel
                && connection.getConnection() instanceof Connection.UpgradeTo next
                && isAtEnd(channel, next);
    }

    /** Only a read tells. A byte that comes instead belongs to the client's next request, and is put there. */
    private boolean isAtEnd(SocketChannel channel, Connection.UpgradeTo next) {
        ByteBuffer one = ByteBuffer.allocate(1);
        try {
            int read = channel.read(one);
            if (read > 0) {
                isTalking = true;
                next.onUpgradeTo(one.flip());
            }
            return read < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
