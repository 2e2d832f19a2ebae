package stemma;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of expected lines below {@code src/test/resources}, which people write and review.
 *
 * <p>No test writes it. With {@code -Dstemma.record=true} every test that uses such a file also writes what it saw to
 * {@code target/recorded/}, at the same path, and still fails where the two differ; a person then compares and copies.
 *
 * @param path relative to {@code src/test/resources}
 */
public record ExpectedFile(Path path) {
    /** Where the data of tests stands. */
    public static final Path RESOURCES = Path.of("src", "test", "resources");

    private static final Path RECORDED = Path.of("target", "recorded");

    public static ExpectedFile of(String first, String... more) {
        return new ExpectedFile(Path.of(first, more));
    }

    /** The names, without their ending, of a folder's files that have it; in alphabetical order. */
    public static List<String> namesIn(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    /** Fails unless the file has exactly these lines; says which line is the first that differs. */
    public void hasExactly(List<String> lines) throws IOException {
        if (Boolean.getBoolean("stemma.record")) {
            Path recorded = RECORDED.resolve(path);
            Files.createDirectories(recorded.getParent());
            Files.write(recorded, lines);
        }
        Path file = RESOURCES.resolve(path);
        List<String> expected = Files.exists(file) ? Files.readAllLines(file) : List.of();
        for (int i = 0; i < Math.max(expected.size(), lines.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "(the end)";
            String seen = i < lines.size() ? lines.get(i) : "(the end)";
            if (!wanted.equals(seen)) {
                fail(path + ":" + (i + 1) + " differs\n expected: " + wanted + "\n      was: " + seen
                        + "\n(-Dstemma.record=true writes all that was seen to " + RECORDED.resolve(path) + ")");
            }
        }
    }
}
