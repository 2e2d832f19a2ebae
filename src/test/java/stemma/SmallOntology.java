package stemma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import stemma.ontology.OntologyFolder;

/**
 * Makes ontologies for tests: the shipped schema, shapes and rules with a few entries of the test's own, from folders
 * below {@code src/test/resources/ontology} that are laid over them in turn.
 */
public final class SmallOntology {
    /** A few entries without fault. */
    public static final String GOOD = "good";

    private static final Path SHIPPED = Path.of("ontology");
    private static final Path OVERLAYS = ExpectedFile.RESOURCES.resolve("ontology");

    private SmallOntology() {}

    /** Writes an ontology into a folder. */
    public static OntologyFolder in(Path folder, String... overlays) throws IOException {
        copy(SHIPPED.resolve("stemma.ttl"), folder.resolve("stemma.ttl"));
        copy(SHIPPED.resolve("shapes.ttl"), folder.resolve("shapes.ttl"));
        lay(SHIPPED.resolve("rules"), folder.resolve("rules"));
        for (String overlay : overlays) {
            lay(OVERLAYS.resolve(overlay), folder);
        }
        return new OntologyFolder(folder, "https://w3id.org/stemma/");
    }

    /** A server on such an ontology, with all that it needs in the folder. The caller closes it. */
    public static Stemma serve(Path folder, String... overlays) throws Exception {
        Path ontology = folder.resolve("ontology");
        in(ontology, overlays);
        return Stemma.start(
                Settings.parse(
                        "--port",
                        "0",
                        "--store",
                        folder.resolve("store").toString(),
                        "--ontology",
                        ontology.toString()),
                (step, done, total) -> {});
    }

    /** The names of the cases, each a folder, that stand in a folder of overlays. */
    public static List<String> cases(String group) throws IOException {
        try (Stream<Path> folders = Files.list(OVERLAYS.resolve(group))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void lay(Path source, Path target) throws IOException {
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path file : walk.filter(SmallOntology::isOntology).toList()) {
                copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
    }

    private static boolean isOntology(Path file) {
        return file.toString().endsWith(".ttl") || file.toString().endsWith(".rq");
    }

    private static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
