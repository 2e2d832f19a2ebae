package stemma.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks one address for one path over and over, or for many, on some kept-alive connections, each on a thread of its own. It does as little
 * as a client can, so that what is measured is the server.
 */
final class HttpLoad {
    /** The rate of asking as soon as there is an answer. */
    static final double AS_ANSWERED = Double.POSITIVE_INFINITY;

    private final URI address;
    private final int connections;

    HttpLoad(String address, int connections) {
        this.address = URI.create(address);
        this.connections = connections;
    }

    /**
     * What was measured.
     *
     * @param rate answers a second
     * @param middle the median of the time that an answer took, in microseconds
     * @param slowest the 99th percentile of it, in microseconds
     */
    record Result(double rate, double middle, double slowest) {}

    /** Asks for a time; a header is one with its value, as in {@code Accept-Encoding: gzip}. */
    Result run(String path, Duration time, String... headers) throws Exception {
        return run(List.of(request(path, headers)), time);
    }

    /** Asks for a time: each connection takes the requests in turn, from places far from each other, over and over. */
    Result run(List<byte[]> requests, Duration time) throws Exception {
        return run(requests, time, AS_ANSWERED);
    }

    /**
     * Asks for a time, at a rate that does not depend on the answers. A request that must wait for the one before it has waited
     * since it was due.
     *
     * @param rate requests a second at most, on all connections together
     */
    Result run(List<byte[]> requests, Duration time, double rate) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        double interval = 1e9 * connections / rate;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<long[]>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int first = requests.size() / connections * i;
                double begin = start + interval * i / connections;
                clients.add(() -> ask(requests, first, begin, interval, end));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> client : threads.invokeAll(clients)) {
                times.add(client.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Result(all.length / seconds, all[all.length / 2] / 1e3, all[(int) (all.length * 0.99)] / 1e3);
        }
    }

    /** The time that each of some requests takes, one after the other on one connection, in microseconds. */
    double[] times(List<byte[]> requests) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            AnswerReader in = new AnswerReader(socket.getInputStream());
            double[] times = new double[requests.size()];
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                socket.getOutputStream().write(requests.get(i));
                in.skip();
                times[i] = (System.nanoTime() - start) / 1e3;
            }
            return times;
        }
    }

    byte[] request(String path, String... headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n"
                        + String.join(
                                "",
                                Arrays.stream(headers)
                                        .map(header -> header + "\r\n")
                                        .toList()) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private long[] ask(List<byte[]> requests, int first, double begin, double interval, long end) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            AnswerReader in = new AnswerReader(socket.getInputStream());
            long[] times = new long[1 << 12];
            int answers = 0;
            for (long now = System.nanoTime(); now < end; answers++) {
                long due = interval > 0 ? (long) (begin + interval * answers) : now;
                for (; now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                }
                out.write(requests.get((first + answers) % requests.size()));
                in.skip();
                long then = System.nanoTime();
                if (answers == times.length) {
                    times = Arrays.copyOf(times, 2 * answers);
                }
                times[answers] = then - due;
                now = then;
            }
            return Arrays.copyOf(times, answers);
        }
    }
}
