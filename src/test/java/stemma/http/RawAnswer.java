package stemma.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer to bytes that no proper client would send.
 *
 * @param status the status
 * @param headers values by names in lower case
 * @param body the body, as UTF-8
 */
record RawAnswer(int status, Map<String, String> headers, String body) {
    private static final Logger LOG = LoggerFactory.getLogger(RawAnswer.class);
    private static final int TIMEOUT_MILLIS = 60_000;

    /** Sends bytes over a connection of their own, one a character, and reads until the server closes it. */
    static RawAnswer to(String address, String request) throws IOException {
        URI server = URI.create(address);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            send(socket.getOutputStream(), request.getBytes(StandardCharsets.ISO_8859_1));
            return of(received(socket.getInputStream()));
        }
    }

    /** A server may answer, and close, before it has read all. */
    private static void send(OutputStream out, byte[] request) {
        try {
            out.write(request);
            out.flush();
        } catch (IOException e) {
            LOG.debug("The server did not read all.", e);
        }
    }

    private static byte[] received(InputStream in) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (IOException e) {
            LOG.debug("The server broke off.", e);
        }
        return bytes.toByteArray();
    }

    private static RawAnswer of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("No HTTP answer: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(":\\s*", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        return new RawAnswer(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, text.substring(end + 4));
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
}
