package stemma.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A hostile request as its file tells it. The file begins with lines {@code # name: value}; then comes the text, in which
 * {@code [[1000 times: text]]} stands for that many copies of the text, with {@code {i}} for the number of the copy, from 0,
 * and {@code {i+1}} for the next.
 *
 * @param name the file's name
 * @param expected the statuses that are right, or {@code broken} for an answer that began and is cut off
 * @param limit the name of the limit that a problem document must name, if it must name one
 * @param within how long it may take, where that is not the server's time limit and a second
 * @param text the query or update
 */
record HostileCase(String name, List<String> expected, Optional<String> limit, Optional<Duration> within, String text) {
    private static final Pattern HEADER = Pattern.compile("# (expect|limit|within): (.*)");
    private static final Pattern REPEATED = Pattern.compile("\\[\\[(\\d+) times: (.*?)]]", Pattern.DOTALL);

    /** The cases of a folder, by their names. */
    static List<HostileCase> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(HostileCase::read).toList();
        }
    }

    private static HostileCase read(Path file) {
        try {
            String content = Files.readString(file);
            Map<String, String> headers = content.lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(HEADER::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(header -> header.group(1), header -> header.group(2)));
            String text =
                    content.lines().dropWhile(line -> line.startsWith("#")).collect(Collectors.joining("\n"));
            return new HostileCase(
                    file.getFileName().toString(),
                    Arrays.asList(headers.get("expect").split("\\|", -1)),
                    Optional.ofNullable(headers.get("limit")),
                    Optional.ofNullable(headers.get("within")).map(s -> Duration.ofSeconds(Long.parseLong(s))),
                    expanded(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with its repetitions written out. */
    static String expanded(String text) {
        return REPEATED.matcher(text)
                .replaceAll(repeated -> Matcher.quoteReplacement(IntStream.range(0, Integer.parseInt(repeated.group(1)))
                        .mapToObj(i -> repeated.group(2)
                                .replace("{i}", Integer.toString(i))
                                .replace("{i+1}", Integer.toString(i + 1)))
                        .collect(Collectors.joining())));
    }

    boolean isUpdate() {
        return name.endsWith(".ru");
    }
}
