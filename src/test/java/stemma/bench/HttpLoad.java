package stemma.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks one address for one path over and over, on some kept-alive connections, each on a thread of its own. It does as little
 * as a client can, so that what is measured is the server.
 */
final class HttpLoad {
    private final URI address;
    private final int connections;

    HttpLoad(String address, int connections) {
        this.address = URI.create(address);
        this.connections = connections;
    }

    /** Answers a second. */
    double run(String path, Duration time) throws Exception {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Callable<Long>> clients = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                clients.add(() -> ask(request, end));
            }
            long answers = 0;
            for (Future<Long> count : threads.invokeAll(clients)) {
                answers += count.get();
            }
            return answers * 1e9 / (System.nanoTime() - start);
        }
    }

    private long ask(byte[] request, long end) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            long answers = 0;
            while (System.nanoTime() < end) {
                out.write(request);
                in.skipNBytes(contentLength(in));
                answers++;
            }
            return answers;
        }
    }

    /** Reads the head of an answer. */
    private static long contentLength(InputStream in) throws IOException {
        long length = -1;
        String status = line(in);
        if (!status.contains(" 200 ")) {
            throw new IOException("Not a good answer: " + status);
        }
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) {
            if (letter < 0) {
                throw new IOException("The answer ends early");
            }
            if (letter != '\r') {
                line.append((char) letter);
            }
        }
        return line.toString();
    }
}
