package stemma;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import stemma.http.ClientLimits;

/** The settings of what clients may take of the server; a part of {@link Settings}. */
final class ClientSettings {
    @Option(
            scope = ScopeType.INHERIT,
            names = "--connections",
            converter = WholeNumber.Positive.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_CONNECTIONS:-2000}",
            description = "How many connections are open at once; more wait until one ends (default: 2000).")
    private int connections;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--client-connections",
            converter = WholeNumber.Positive.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_CLIENT_CONNECTIONS:-500}",
            description = "How many connections one client may have; more are closed (default: 500).")
    private int clientConnections;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--client-slots",
            converter = WholeNumber.Positive.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_CLIENT_SLOTS:-3}",
            description = "How many queries of one client run at once, while others may take the rest (default: 3).")
    private int clientSlots;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--proxies",
            converter = Few.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_PROXIES:-0}",
            description = "How many proxies of your own stand before the server and add to X-Forwarded-For, by which"
                    + " clients are told apart then (default: 0).")
    private int proxies;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--silence",
            converter = WholeNumber.Positive.class,
            paramLabel = "SECONDS",
            defaultValue = "${env:STEMMA_SILENCE:-30}",
            description = "How long nothing may happen on a connection, in seconds (default: 30).")
    private int silence;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--stall",
            converter = WholeNumber.Positive.class,
            paramLabel = "SECONDS",
            defaultValue = "${env:STEMMA_STALL:-5}",
            description =
                    "How long 32 KiB of an answer may wait for their reader, or the head of a request for its end, in"
                            + " seconds (default: 5).")
    private int stall;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--least-rate",
            converter = WholeNumber.Positive.class,
            paramLabel = "BYTES",
            defaultValue = "${env:STEMMA_LEAST_RATE:-1000}",
            description = "How fast the body of a request must come at least, in bytes a second (default: 1000).")
    private int leastRate;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--largest-headers",
            converter = WholeNumber.Positive.class,
            paramLabel = "KIB",
            defaultValue = "${env:STEMMA_LARGEST_HEADERS:-16}",
            description = "How large the head of a request may be, address and headers, in KiB (default: 16).")
    private int largestHeaders;

    ClientLimits limits() {
        return new ClientLimits(
                connections,
                clientConnections,
                clientSlots,
                proxies,
                Duration.ofSeconds(silence),
                Duration.ofSeconds(stall),
                leastRate,
                largestHeaders * 1024);
    }

    private static final class Few implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return WholeNumber.within(value, 0, 10);
        }
    }
}
