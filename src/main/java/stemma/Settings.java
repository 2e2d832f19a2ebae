package stemma;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import stemma.http.ClientLimits;
import stemma.sparql.DefaultGraph;
import stemma.sparql.SparqlOptions;
import stemma.store.Limits;

/**
 * Every setting, with its default, the name of its environment variable and its help. A flag comes before the
 * environment, the environment before the default. Immutable once parsed.
 */
public final class Settings {
    /** The system property by which the launcher tells where the program and what it ships are installed. */
    private static final String HOME = "stemma.home";

    private static final int KIB = 1024;
    private static final long MIB = 1024L * 1024;
    /** So many queries could hold all that they may at once, and leave half of the heap to others. */
    private static final int HEAP_PARTS = 8;

    private static final int CACHE_PARTS = 16;

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
            converter = WholeNumber.Port.class,
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
            converter = WholeNumber.Positive.class,
            paramLabel = "SECONDS",
            defaultValue = "${env:STEMMA_TIMEOUT:-10}",
            description = "How long a SPARQL query may take, in seconds (default: 10).")
    private int timeout;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--rows",
            converter = WholeNumber.Count.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_ROWS:-1000000}",
            description =
                    "How many rows a query may hold at once: sorted, grouped, distinct, joined, on a path (default: 1000000).")
    private int rows;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--memory",
            converter = WholeNumber.OptionalCount.class,
            paramLabel = "MIB",
            defaultValue = "${env:STEMMA_MEMORY:-}",
            description = "How much the rows that a query holds may take, in MiB (default: an eighth of the heap).")
    private Integer memory;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--longest-value",
            converter = WholeNumber.Positive.class,
            paramLabel = "KIB",
            defaultValue = "${env:STEMMA_LONGEST_VALUE:-256}",
            description =
                    "The longest value that a query may compute, in thousands of characters (1024) (default: 256).")
    private int longestValue;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--largest-answer",
            converter = WholeNumber.Positive.class,
            paramLabel = "MIB",
            defaultValue = "${env:STEMMA_LARGEST_ANSWER:-1024}",
            description = "The largest answer to a query, in MiB (default: 1024).")
    private int largestAnswer;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--longest-query",
            converter = WholeNumber.Positive.class,
            paramLabel = "KIB",
            defaultValue = "${env:STEMMA_LONGEST_QUERY:-1024}",
            description = "The longest query that is read, in KiB (default: 1024).")
    private int longestQuery;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--nesting",
            converter = WholeNumber.Positive.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_NESTING:-100}",
            description = "How deep brackets may stand in each other in a query or update (default: 100).")
    private int nesting;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--items",
            converter = WholeNumber.Count.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_ITEMS:-50000}",
            description =
                    "How many terms and signs may stand between two brackets of a query, and so in a list (default: 50000).")
    private int items;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--slots",
            converter = WholeNumber.Positive.class,
            paramLabel = "NUMBER",
            defaultValue = "${env:STEMMA_SLOTS:-4}",
            description =
                    "How many queries run at once; more wait for a moment, then are told to come back (default: 4).")
    private int slots;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--cache",
            converter = WholeNumber.OptionalCount.class,
            paramLabel = "MIB",
            defaultValue = "${env:STEMMA_CACHE:-}",
            description = "Room for answers that are kept, in MiB (default: a sixteenth of the heap).")
    private Integer cache;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--token",
            paramLabel = "TEXT",
            defaultValue = "${env:STEMMA_TOKEN:-}",
            description = "Who sends this as a bearer token may write (default: nobody may).")
    private String token;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--writable",
            converter = WritableConverter.class,
            paramLabel = "KIND",
            defaultValue = "${env:STEMMA_WRITABLE:-checked}",
            description = "What is written to: checked, the ontology's store under its rules and shapes; or plain,"
                    + " a dataset of its own without any, empty at first (default: checked).")
    private Writable writable;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--default-graph",
            converter = DefaultGraphConverter.class,
            paramLabel = "KIND",
            defaultValue = "${env:STEMMA_DEFAULT_GRAPH:-}",
            description =
                    "What queries see as the default graph: union, of all named graphs; or own, a graph beside them"
                            + " (default: union, but own when plain).")
    private DefaultGraph defaultGraph;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--dialect",
            converter = DialectConverter.class,
            paramLabel = "NAME",
            defaultValue = "${env:STEMMA_DIALECT:-standard}",
            description = "Which SPARQL is read: standard, or jena with what Jena adds to it (default: standard).")
    private SparqlOptions.Dialect dialect;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--largest-request",
            converter = WholeNumber.Positive.class,
            paramLabel = "MIB",
            defaultValue = "${env:STEMMA_LARGEST_REQUEST:-16}",
            description = "The largest body that is read from those who may write, in MiB (default: 16).")
    private int largestRequest;

    @Option(
            scope = ScopeType.INHERIT,
            names = "--patience",
            converter = WholeNumber.Positive.class,
            paramLabel = "SECONDS",
            defaultValue = "${env:STEMMA_PATIENCE:-20}",
            description = "How long a change waits for the changes before it, in seconds (default: 20).")
    private int patience;

    @Mixin
    private ClientSettings clientSettings;

    /** What is written to. */
    public enum Writable {
        CHECKED,
        PLAIN
    }

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

    /** How much one query may take. */
    public Limits limits() {
        return new Limits(
                Duration.ofSeconds(timeout),
                rows,
                memory == null ? Runtime.getRuntime().maxMemory() / HEAP_PARTS : memory * MIB,
                longestValue * KIB,
                largestAnswer * MIB,
                longestQuery * KIB,
                nesting,
                items);
    }

    public int slots() {
        return slots;
    }

    /** Room for answers that are kept, in bytes. */
    public long cacheBytes() {
        return cache == null ? Runtime.getRuntime().maxMemory() / CACHE_PARTS : cache * MIB;
    }

    /** The token that lets its sender write; empty when nobody may. */
    public Optional<String> token() {
        return Optional.of(token).filter(text -> !text.isEmpty());
    }

    public Writable writable() {
        return writable;
    }

    public DefaultGraph defaultGraph() {
        return Optional.ofNullable(defaultGraph)
                .orElse(writable == Writable.PLAIN ? DefaultGraph.OWN : DefaultGraph.UNION);
    }

    public SparqlOptions.Dialect dialect() {
        return dialect;
    }

    /** The most bytes of a request's body that are read. */
    public long largestRequest() {
        return largestRequest * 1024L * 1024;
    }

    public Duration patience() {
        return Duration.ofSeconds(patience);
    }

    /** What clients may take of the server. */
    public ClientLimits clientLimits() {
        return clientSettings.limits();
    }

    private static Path shipped(String setting, String name) {
        return setting.isEmpty()
                ? Path.of(Optional.ofNullable(System.getProperty(HOME)).orElse(""))
                        .resolve(name)
                : Path.of(setting);
    }

    private static <E extends Enum<E>> E choice(E[] values, String value) {
        return Arrays.stream(values)
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("one of "
                        + Arrays.stream(values)
                                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + " is expected, not '" + value + "'"));
    }

    private static final class WritableConverter implements ITypeConverter<Writable> {
        @Override
        public Writable convert(String value) {
            return choice(Writable.values(), value);
        }
    }

    private static final class DialectConverter implements ITypeConverter<SparqlOptions.Dialect> {
        @Override
        public SparqlOptions.Dialect convert(String value) {
            return choice(SparqlOptions.Dialect.values(), value);
        }
    }

    private static final class DefaultGraphConverter implements ITypeConverter<DefaultGraph> {
        /** Nothing given is nothing said. */
        @Override
        public DefaultGraph convert(String value) {
            return value.isEmpty() ? null : choice(DefaultGraph.values(), value);
        }
    }
}
