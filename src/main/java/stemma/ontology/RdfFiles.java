package stemma.ontology;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * Files of RDF of any kind, which their names tell ({@code .nt}, {@code .ttl}, {@code .trig}, {@code .nq}, {@code .rdf},
 * {@code .jsonld}), each maybe compressed ({@code .gz}).
 *
 * @param files the files
 * @param graph the graph of what names none; empty for the default graph
 */
public record RdfFiles(List<Path> files, Optional<String> graph) {
    private static final String COMPRESSED = ".gz";
    private static final int BUFFER = 1 << 18;
    /** XML says itself which characters its bytes are. */
    private static final Set<Lang> IN_UTF8 = Set.of(Lang.NTRIPLES, Lang.NQUADS, Lang.TURTLE, Lang.TRIG, Lang.JSONLD);

    /** The first file whose name tells no format; empty when there is none. */
    public Optional<Path> unknown() {
        return files.stream().filter(file -> lang(file) == null).findFirst();
    }

    private static Lang lang(Path file) {
        return RDFLanguages.filenameToLang(file.getFileName().toString());
    }

    /**
     * Sends all statements.
     *
     * @param progress hears of bytes
     * @throws FaultyFileException at the first error
     */
    void send(StreamRDF to, Progress progress) throws IOException, FaultyFileException {
        long total = 0;
        for (Path file : files) {
            total += Files.size(file);
        }
        StreamRDF sink = graph.<StreamRDF>map(name -> new IntoGraph(to, NodeFactory.createURI(name)))
                .orElse(to);
        Read read = new Read(total, progress);
        for (Path file : files) {
            read.step = file.getFileName().toString();
            try (InputStream bytes = new Counted(Files.newInputStream(file), read)) {
                parse(file, bytes, sink);
            }
        }
        progress.at("indexes and texts", total, total);
    }

    private static void parse(Path file, InputStream bytes, StreamRDF sink) throws FaultyFileException {
        Faults faults = new Faults(file);
        try (Remembered plain = new Remembered(
                text(file, file.toString().endsWith(COMPRESSED) ? new GZIPInputStream(bytes, BUFFER) : bytes))) {
            read(plain, file, faults, sink);
        } catch (IOException e) {
            throw new FaultyFileException(unreadable(file, e));
        } catch (RiotException e) {
            throw new FaultyFileException(faults.first.orElse(unreadable(file, e)));
        }
    }

    private static Fault unreadable(Path file, Exception reason) {
        return new Fault(file.toString(), 0, "", "cannot be read: " + reason.getMessage());
    }

    private static InputStream text(Path file, InputStream bytes) {
        return IN_UTF8.contains(lang(file)) ? new StrictUtf8(bytes) : bytes;
    }

    /** A failure of the bytes comes before what the parser makes of their sudden end. */
    private static void read(Remembered bytes, Path file, Faults faults, StreamRDF sink) throws IOException {
        try {
            RDFParser.source(bytes)
                    .lang(lang(file))
                    .base(file.toUri().toString())
                    .errorHandler(faults)
                    .parse(sink);
        } finally {
            bytes.requireWhole();
        }
    }

    /** Bytes whose failure is not forgotten: to Jena's parsers, a stream that fails has come to its end. */
    private static final class Remembered extends FilterInputStream {
        private Optional<IOException> failure = Optional.empty();

        Remembered(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                failure = Optional.of(e);
                throw e;
            }
        }

        void requireWhole() throws IOException {
            if (failure.isPresent()) {
                throw failure.get();
            }
        }
    }

    private static final class IntoGraph extends StreamRDFWrapper {
        private final Node graph;

        IntoGraph(StreamRDF to, Node graph) {
            super(to);
            this.graph = graph;
        }

        @Override
        public void triple(Triple triple) {
            super.quad(Quad.create(graph, triple));
        }

        @Override
        public void quad(Quad quad) {
            super.quad(quad.isDefaultGraph() ? Quad.create(graph, quad.asTriple()) : quad);
        }
    }

    /** What is odd but can be read is read: the files are others'. */
    private static final class Faults implements ErrorHandler {
        private final Path file;
        private Optional<Fault> first = Optional.empty();

        Faults(Path file) {
            this.file = file;
        }

        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {
            first = Optional.of(new Fault(file.toString(), (int) line, "", message + " (column " + column + ")"));
            throw new RiotException(message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }

    /** How far reading has come. */
    private static final class Read {
        private static final long TELL_EVERY = 1 << 20;

        private final long total;
        private final Progress progress;
        private String step = "";
        private long bytes;
        private long told;

        Read(long total, Progress progress) {
            this.total = total;
            this.progress = progress;
        }

        void add(long more) {
            bytes += more;
            if (bytes - told >= TELL_EVERY || bytes == total) {
                told = bytes;
                progress.at(step, bytes, total);
            }
        }
    }

    private static final class Counted extends FilterInputStream {
        private final Read read;

        Counted(InputStream in, Read read) {
            super(in);
            this.read = read;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            read.add(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            read.add(Math.max(0, count));
            return count;
        }
    }
}
