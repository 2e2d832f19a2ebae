package stemma.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of {@code .ttl} files with the entries, their schema and {@code shapes.ttl}, and of rules in
 * {@code rules/*.rq}.
 *
 * @param path the folder
 * @param base the IRI that the names of its graphs begin with
 */
public record OntologyFolder(Path path, String base) {
    /** Raised when the way of building a store changes, so that old stores are rebuilt. */
    private static final String BUILD = "stemma-build-2";

    private static final String SHAPES = "shapes.ttl";

    /** The files of triples, in the order of their names, without the shapes. */
    public List<Path> data() throws IOException {
        return files(".ttl").filter(file -> !file.equals(path.resolve(SHAPES))).toList();
    }

    /** The rules, in the order in which they run. */
    public List<Path> rules() throws IOException {
        return files(".rq").toList();
    }

    /** The file of shapes; it need not exist. */
    public Path shapes() {
        return path.resolve(SHAPES);
    }

    /** Whether there is a file of shapes. */
    boolean hasShapes() {
        return Files.exists(shapes());
    }

    /** The named graph that a file becomes: {@code llm/recurrent.ttl} → {@code …/graph/llm/recurrent}. */
    public String graph(Path file) {
        return base + "graph/" + name(file).replaceFirst("\\.[a-z]+$", "");
    }

    /** The named graph of what the rules derive. */
    public String derivedGraph() {
        return base + "graph/derived";
    }

    /** The file's name as people see it: relative to the folder, with slashes. */
    public String name(Path file) {
        return path.relativize(file).toString().replace('\\', '/');
    }

    /** Changes whenever a store built from the folder would differ: 16 hexadecimal digits of SHA-256. */
    public String digest() throws IOException {
        MessageDigest digest = sha256();
        digest.update((BUILD + "\n" + base + "\n").getBytes(StandardCharsets.UTF_8));
        for (Path file : Stream.concat(files(".ttl"), files(".rq")).toList()) {
            byte[] content = Files.readAllBytes(file);
            digest.update((name(file) + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }

    private Stream<Path> files(String suffix) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new NoSuchFileException(path.toString(), null, "no such folder");
        }
        try (Stream<Path> walk = Files.walk(path)) {
            return walk
                    .filter(file -> file.toString().endsWith(suffix) && Files.isRegularFile(file))
                    .sorted()
                    .toList()
                    .stream();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
