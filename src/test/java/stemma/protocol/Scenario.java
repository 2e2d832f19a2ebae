package stemma.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests and what answers them, as a file has it:
 *
 * <pre>
 * # What the case is about. Everything up to the next such line is one case.
 * &gt; GET /data?default                a request; "!" in place of "&gt;" sends the token with it
 * &gt; Accept: text/turtle              its headers
 * …                                  its body
 * &lt; 200                              the status
 * &lt; Content-Type: text/turtle…       a header; a "…" at the end stands for anything
 * &lt; -Location                        a header that must not be there
 * = text                             a line that the body contains, without regard to the space around it
 * - text                             a text that it does not contain
 * @ name = Location                  keeps a header of the answer, for {name} in what follows
 * </pre>
 *
 * @param title what it is about
 * @param exchanges the requests with their answers, in order
 */
record Scenario(String title, List<Exchange> exchanges) {

    /** A request with what is expected of its answer. */
    static final class Exchange {
        final String method;
        final String path;
        final boolean authorized;
        final Map<String, String> headers = new LinkedHashMap<>();
        final StringBuilder body = new StringBuilder();
        int status;
        final Map<String, String> expectedHeaders = new LinkedHashMap<>();
        final List<String> present = new ArrayList<>();
        final List<String> absent = new ArrayList<>();
        final Map<String, String> kept = new LinkedHashMap<>();

        Exchange(String line, boolean authorized) {
            String[] words = line.split(" ", 2);
            this.method = words[0];
            this.path = words[1];
            this.authorized = authorized;
        }
    }

    /** The cases of a file. */
    static List<Scenario> of(Path file) throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        Exchange current = null;
        boolean answer = false;
        for (String line : Files.readAllLines(file)) {
            char mark = line.isEmpty() ? ' ' : line.charAt(0);
            String rest = line.length() > 2 ? line.substring(2) : "";
            boolean startsRequest = (mark == '>' || mark == '!') && (answer || current == null);
            if (mark == '#' && line.startsWith("# ")) {
                scenarios.add(new Scenario(rest, new ArrayList<>()));
                current = null;
                answer = false;
            } else if (startsRequest) {
                current = new Exchange(rest, mark == '!');
                scenarios.getLast().exchanges().add(current);
                answer = false;
            } else if (mark == '>' && !answer) {
                String[] header = rest.split(": ", 2);
                current.headers.put(header[0], header[1]);
            } else if (mark == '<' && line.startsWith("< ")) {
                if (!answer) {
                    current.status = Integer.parseInt(rest);
                    answer = true;
                } else {
                    String[] header = rest.split(": ", 2);
                    current.expectedHeaders.put(header[0], header.length > 1 ? header[1] : "");
                }
            } else if (answer && mark == '=') {
                current.present.add(rest);
            } else if (answer && mark == '-') {
                current.absent.add(rest);
            } else if (answer && mark == '@') {
                String[] kept = rest.split(" = ", 2);
                current.kept.put(kept[0], kept[1]);
            } else if (!answer && current != null && !(line.isEmpty() && current.body.isEmpty())) {
                current.body.append(line).append('\n');
            }
        }
        return scenarios;
    }
}
