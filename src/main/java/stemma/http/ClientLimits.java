package stemma.http;

import java.time.Duration;

/**
 * What clients may take of the server.
 *
 * @param connections how many connections are open at once
 * @param clientConnections how many of them one client may have
 * @param clientSlots how many queries of one client run at once
 * @param proxies how many proxies of the keeper's own stand before the server, and tell whom they ask for
 * @param silence how long nothing may happen on a connection
 * @param stall how long a part of an answer may wait for its reader, or the head of a request for its end
 * @param leastRate how fast the body of a request must come at least, in bytes a second
 * @param largestHeaders how large the head of a request may be, in bytes
 */
public record ClientLimits(
        int connections,
        int clientConnections,
        int clientSlots,
        int proxies,
        Duration silence,
        Duration stall,
        int leastRate,
        int largestHeaders) {}
