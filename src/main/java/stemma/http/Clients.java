package stemma.http;

import io.javalin.http.Context;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Tells clients apart, so that none takes what others need: by address, in IPv6 by its first 64 bits, as one client may have
 * all that begin so.
 *
 * @param proxies how many proxies of the keeper's own stand before the server; each adds an address to X-Forwarded-For
 */
record Clients(int proxies) {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final int NETWORK_BYTES = 8;

    /** The client of a request. What a client may write into X-Forwarded-For itself does not count. */
    String of(Context ctx) {
        String forwarded = proxies == 0 ? null : ctx.header(FORWARDED);
        if (forwarded != null) {
            List<String> addresses = Arrays.asList(forwarded.split(",", -1));
            return addresses.get(Math.max(0, addresses.size() - proxies)).strip();
        }
        return of(ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getRemoteSocketAddress());
    }

    static String of(SocketAddress address) {
        if (address instanceof InetSocketAddress internet && internet.getAddress() instanceof Inet6Address wide) {
            return HexFormat.of().formatHex(wide.getAddress(), 0, NETWORK_BYTES);
        }
        return address instanceof InetSocketAddress internet
                ? internet.getAddress().getHostAddress()
                : "";
    }
}
