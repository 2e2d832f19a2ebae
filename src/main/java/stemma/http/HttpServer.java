package stemma.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import stemma.glossary.Glossary;
import stemma.glossary.Reconciler;
import stemma.query.QueryRunner;
import stemma.sparql.Sparql;
import stemma.store.GraphStore;

/** The server: the only room that knows HTTP. Each request that something is done for has a thread until its end. */
public final class HttpServer implements AutoCloseable {
    private static final int WORTH_COMPRESSING = 512;
    private static final int HEADERS_OF_ANSWERS = 8;
    private static final long STACK_BYTES = 256L << 20;
    private static final int LEAST_THREADS = 8;
    /** For accepting, selecting, and threads in reserve. */
    private static final int THREADS_BESIDE = 16;

    private static final Duration IDLE_THREAD = Duration.ofSeconds(10);

    /**
     * What the server is told.
     *
     * @param host the address to listen on
     * @param port the port; 0 picks a free one
     * @param web the folder of the page
     * @param slots how many queries run at once
     * @param cacheBytes room for answers that are kept
     * @param largestRequest the most bytes of a body that are read from those who may write
     * @param longestQuery the most bytes of a query's text, and of a body while nobody may write
     * @param limits what clients may take of it
     * @param token who sends it may write; empty when nobody may
     */
    public record Options(
            String host,
            int port,
            Path web,
            int slots,
            long cacheBytes,
            long largestRequest,
            long longestQuery,
            ClientLimits limits,
            Optional<String> token) {

        /** The most bytes of a body that are read. */
        long largestBody() {
            return token.isPresent() ? Math.max(largestRequest, longestQuery) : longestQuery;
        }
    }

    /** A glossary and its questions. */
    public record GlossaryRoom(QueryRunner runner, Glossary glossary) {}

    private final Javalin javalin;
    private final List<Runnable> ends;
    private final String host;

    private HttpServer(Javalin javalin, List<Runnable> ends, String host) {
        this.javalin = javalin;
        this.ends = ends;
        this.host = host;
    }

    /**
     * Builds and starts the server; when this returns, it answers.
     *
     * @param glossary what the store holds beside plain data; empty for a plain SPARQL server
     * @throws IOException when the page's folder is missing or the port is taken
     */
    public static HttpServer start(Options options, GraphStore store, Sparql sparql, Optional<GlossaryRoom> glossary)
            throws IOException {
        if (!Files.isDirectory(options.web())) {
            throw new NoSuchFileException(options.web().toString(), null, "no such folder");
        }
        // Two pools: readers of long answers shall not keep cards waiting.
        ClientLimits limits = options.limits();
        Clients clients = new Clients(limits.proxies());
        Watch watch = new Watch();
        QueryPool queries = new QueryPool(options.slots(), limits.clientSlots(), clients, watch);
        QueryPool cards = new QueryPool(options.slots(), limits.clientSlots(), clients, watch);
        Readers readers = new Readers(limits.stall());
        Json json = new Json();
        Answers answers = new Answers(store, cards, options.cacheBytes());
        JsonAnswers jsonAnswers = new JsonAnswers(json, answers::tag);
        OpenApi openApi = new OpenApi();
        WriteToken token = new WriteToken(options.token());
        Routes routes = new Routes(
                store,
                glossary.map(room -> endpoints(room, store, queries, readers, openApi, options, jsonAnswers)),
                new ServiceEndpoint(store, sparql.options(), options, jsonAnswers),
                new SparqlEndpoint(sparql, queries, answers, readers, token),
                new GraphStoreEndpoint(sparql.graphs(), queries, token, jsonAnswers),
                answers,
                jsonAnswers);
        Problems problems = new Problems(json, options.largestBody());
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.jetty.threadPool = threads(limits);
            config.jetty.addConnector((server, http) -> connector(server, http, options));
            config.jetty.modifyServer(server -> {
                server.setErrorHandler(new JettyProblems(problems));
                server.setHandler(new KeptHandler(answers));
            });
            config.jetty.modifyServletContextHandler(context -> {
                context.setErrorHandler(new JettyProblems(problems));
                context.setSessionHandler(new NoSessions());
            });
            config.router.ignoreTrailingSlashes = false;
            config.http.compressionStrategy = compression();
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = options.largestBody();
            config.staticFiles.add(files -> {
                files.hostedPath = "/";
                files.directory = options.web().toAbsolutePath().toString();
                files.location = Location.EXTERNAL;
                files.headers =
                        Map.of("Cache-Control", "public, max-age=0, must-revalidate", "Vary", "Accept-Encoding");
            });
            config.staticFiles.enableWebjars();
            Guards.register(config.routes, options.largestBody());
            routes.register(config.routes);
            problems.register(config.routes);
        });
        List<Runnable> ends = List.of(queries::close, cards::close, watch::close, readers::close);
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            ends.forEach(Runnable::run);
            BindException taken = new BindException("Port " + options.port() + " is in use; give another with --port.");
            taken.initCause(e);
            throw taken;
        }
        return new HttpServer(javalin, ends, options.host());
    }

    /**
     * Threads for as many requests as there may be connections, so that slow clients keep nobody waiting but themselves. Their
     * stacks are large, as ARQ goes into what is nested by calls; only what is used of a stack takes memory.
     */
    private static QueuedThreadPool threads(ClientLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(
                limits.connections() + THREADS_BESIDE,
                LEAST_THREADS,
                (int) IDLE_THREAD.toMillis(),
                -1,
                null,
                null,
                work -> new Thread(null, work, "request", STACK_BYTES));
        threads.setName("request");
        // All that are idle end, not one at a time.
        threads.setMaxEvictCount(threads.getMaxThreads());
        threads.setDaemon(true);
        return threads;
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, Options options) {
        ClientLimits limits = options.limits();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(limits.largestHeaders());
        // An answer may name the address of its request more than once.
        http.setMaxResponseHeaderSize(HEADERS_OF_ANSWERS * limits.largestHeaders());
        http.addCustomizer(Guards::plain);
        http.addCustomizer(SlowBody.givenUp(limits));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(limits.silence().toMillis());
        Connections.watch(connector, limits);
        return connector;
    }

    /** Of files; answers are compressed where they are made. */
    private static CompressionStrategy compression() {
        CompressionStrategy compression = new CompressionStrategy(null, new Gzip(Deflater.BEST_COMPRESSION));
        compression.setDefaultMinSizeForCompression(WORTH_COMPRESSING);
        return compression;
    }

    private static Routes.GlossaryEndpoints endpoints(
            GlossaryRoom room,
            GraphStore store,
            QueryPool pool,
            Readers readers,
            OpenApi openApi,
            Options options,
            JsonAnswers answers) {
        QueryEndpoint queries = new QueryEndpoint(store, room.runner(), answers);
        List<Operation> operations = new ArrayList<>(new ConceptEndpoint(room.glossary(), answers).operations());
        operations.addAll(new LineageEndpoint(room.glossary(), answers).operations());
        operations.addAll(new StudyEndpoint(room.glossary(), answers).operations());
        operations.addAll(byIri(operations));
        ReconcileEndpoint reconciliation =
                new ReconcileEndpoint(new Reconciler(store, room.runner(), room.glossary()), room.glossary(), answers);
        operations.addAll(reconciliation.operations());
        AnnotateEndpoint annotation = new AnnotateEndpoint(room.glossary(), answers);
        operations.add(annotation.operation());
        operations.add(new TermsEndpoint(room.glossary(), answers).operation());
        operations.add(new EmbeddedCardEndpoint(room.glossary(), answers).operation());
        operations.add(queries.listing());
        operations.add(new IdEndpoint(store, room.runner(), room.glossary(), answers).operation());
        operations.add(new QualityEndpoint(store, room.runner(), answers).operation());
        List<Operation> inParts = operations.stream().map(openApi::inParts).toList();
        List<Operation> all =
                Stream.concat(inParts.stream(), queries.questions().stream()).toList();
        return new Routes.GlossaryEndpoints(
                inParts,
                queries,
                reconciliation,
                annotation,
                new PageEndpoint(room.glossary(), options.web(), answers),
                new DumpEndpoint(store, room.runner(), pool, readers),
                new OpenApiEndpoint(openApi, all, options.web(), answers));
    }

    /** Those that can be had for an IRI too, where their path is free. */
    private static List<Operation> byIri(List<Operation> operations) {
        Set<String> taken = operations.stream().map(Operation::path).collect(Collectors.toSet());
        return operations.stream()
                .flatMap(operation -> operation.byIri().stream())
                .filter(operation -> !taken.contains(operation.path()))
                .toList();
    }

    /** Where the server answers, such as {@code http://127.0.0.1:8080/}. */
    public String address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return "http://" + name + ":" + javalin.port() + "/";
    }

    /** Lets running answers end, then stops. Jetty interrupts what it finds at work, which would close files under it. */
    @Override
    public void close() {
        ends.forEach(Runnable::run);
        javalin.stop();
    }
}
