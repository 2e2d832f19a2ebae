package stemma;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * Every setting, with its default, the name of its environment variable and its help. A flag comes before the
 * environment, the environment before the default. Immutable once parsed.
 */
public final class Settings {
    /** The system property by which the launcher tells where the program and what it ships are installed. */
    private static final String HOME = "stemma.home";

    @Option(
            scope = ScopeType.INHERIT,
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:STEMMA_HOST:-127.0.0.1}",
            description = "Address to listen on; 0.0.0.0 for all (default: 127.0.0.1).")
    private String host;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--port",
            converter = Port.class,
            paramLabel = "PORT",
            defaultValue = "${env:STEMMA_PORT:-8080}",
            description = "Port to listen on; 0 picks a free one (default: 8080).")
    private int port;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--ontology",
            paramLabel = "FOLDER",
            defaultValue = "${env:STEMMA_ONTOLOGY:-}",
            description = "Folder of the entries, their schema, shapes and rules (default: the one that is shipped).")
    private String ontology;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--queries",
            paramLabel = "FOLDER",
            defaultValue = "${env:STEMMA_QUERIES:-}",
            description = "Folder of the query files (default: the one that is shipped).")
    private String queries;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--web",
            paramLabel = "FOLDER",
            defaultValue = "${env:STEMMA_WEB:-}",
            description = "Folder of the page (default: the one that is shipped).")
    private String web;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--store",
            paramLabel = "FOLDER",
            defaultValue = "${env:STEMMA_STORE:-}",
            description = "Folder of the store, which is rebuilt from the ontology when that changes"
                    + " (default: .stemma/store in the current folder).")
    private String store;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--base",
            paramLabel = "IRI",
            defaultValue = "${env:STEMMA_BASE:-https://w3id.org/stemma/}",
            description = "What the IRIs of the store's graphs begin with (default: https://w3id.org/stemma/).")
    private String base;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--timeout",
            converter = Positive.class,
            paramLabel = "SECONDS",
            defaultValue = "${env:STEMMA_TIMEOUT:-10}",
            description = "How long a SPARQL query may take, in seconds (default: 10).")
    private int timeout;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--slots",
            converter = Positive.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_SLOTS:-4}",
            description =
                    "How many queries run at once; more wait for a moment, then are told to come back (default: 4).")
    private int slots;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--cache",
            converter = Positive.class,
            paramLabel = "MIB",
            defaultValue = "${env:STEMMA_CACHE:-64}",
            description = "Room for answers that are kept, in MiB (default: 64).")
    private int cache;

    /** Settings from flags, the environment and defaults. @throws CommandLine.ParameterException for a bad flag or value */
    public static Settings parse(String... flags) {
        return CommandLine.populateCommand(new Settings(), flags);
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public Path ontology() {
        return shipped(ontology, "ontology");
    }

    public Path queries() {
        return shipped(queries, "queries");
    }

    public Path web() {
        return shipped(web, "web");
    }

    public Path store() {
        return store.isEmpty() ? Path.of(".stemma", "store") : Path.of(store);
    }

    public String base() {
        return base;
    }

    public Duration timeout() {
        return Duration.ofSeconds(timeout);
    }

    public int slots() {
        return slots;
    }

    /** Room for answers that are kept, in bytes. */
    public long cacheBytes() {
        return cache * 1024L * 1024;
    }

    private static Path shipped(String setting, String name) {
        return setting.isEmpty()
                ? Path.of(Optional.ofNullable(System.getProperty(HOME)).orElse(""))
                        .resolve(name)
                : Path.of(setting);
    }

    private static int within(String value, int min, int max) {
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw new TypeConversionException(
                "a whole number from " + min + " to " + max + " is expected, not '" + value + "'");
    }

    private static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(value, 0, 65_535);
        }
    }

    private static final class Positive implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(value, 1, 100_000);
        }
    }
}
