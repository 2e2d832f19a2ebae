package stemma.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The bytes of a hostile request as a file tells them, after lines {@code # name: value}: {@code expect} has the statuses that
 * are right, those of answers to one request after the other with spaces between them, or {@code closed}; {@code then: hang up}
 * ends the sending side. Lines end in CR LF; {@code \xFF} is a byte, {@code {length}} the length of what comes after the first
 * empty line, {@code [[gzip of 9]]} so many spaces, compressed, and {@code [[9 times: text]]} as in a {@link HostileCase}.
 */
record RawRequest(String name, List<String> expected, boolean hangsUp, String content) {
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");
    private static final Pattern BOMB = Pattern.compile("\\[\\[gzip of (\\d+)]]");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final String HEAD_END = "\r\n\r\n";
    private static final int TIMEOUT_MILLIS = 30_000;

    /** The requests of a folder, by their names. */
    static List<RawRequest> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(RawRequest::read).toList();
        }
    }

    private static RawRequest read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> told =
                    lines.stream().takeWhile(line -> line.startsWith("#")).toList();
            String request = lines.stream().skip(told.size()).collect(Collectors.joining("\r\n"));
            return new RawRequest(
                    file.getFileName().toString(),
                    Arrays.asList(told.getFirst().replaceFirst("# expect: ", "").split("\\|", -1)),
                    told.contains("# then: hang up"),
                    content(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A character a byte. */
    private static String content(String request) {
        String bombed = BOMB.matcher(request)
                .replaceAll(bomb -> Matcher.quoteReplacement(compressed(Integer.parseInt(bomb.group(1)))));
        String spelledOut = BYTE.matcher(HostileCase.expanded(bombed))
                .replaceAll(
                        one -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(one.group(1), 16))));
        int body = spelledOut.indexOf(HEAD_END) + HEAD_END.length();
        return spelledOut.replace("{length}", Integer.toString(spelledOut.length() - body));
    }

    /** Spaces, compressed, a character a byte. */
    private static String compressed(int spaces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(" ".repeat(spaces).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** What came back until the server closed the connection, a character a byte. */
    String answerOf(String server) throws IOException {
        try (Socket socket = connected(server, "127.0.0.1")) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                OutputStream out = socket.getOutputStream();
                out.write(content.getBytes(StandardCharsets.ISO_8859_1));
                if (hangsUp) {
                    socket.shutdownOutput();
                }
            } catch (SocketException e) {
                // It has heard enough.
            }
            try {
                byte[] part = new byte[8192];
                for (int n = socket.getInputStream().read(part);
                        n >= 0;
                        n = socket.getInputStream().read(part)) {
                    answer.write(part, 0, n);
                }
            } catch (SocketException e) {
                // Reset: what came before counts.
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** A connection to a server, from one of the addresses of this machine. */
    static Socket connected(String server, String from) throws IOException {
        URI address = URI.create(server);
        Socket socket = new Socket();
        // Small, so that a reader who stalls is felt.
        socket.setReceiveBufferSize(8192);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), TIMEOUT_MILLIS);
        return socket;
    }

    /** The statuses of answers, in the form in which they are expected. */
    static String statuses(String answer) {
        String statuses =
                STATUS.matcher(answer).results().map(status -> status.group(1)).collect(Collectors.joining(" "));
        return statuses.isEmpty() ? "closed" : statuses;
    }
}
