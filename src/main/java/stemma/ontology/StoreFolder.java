package stemma.ontology;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.store.GraphStore;
import stemma.store.StoreInUseException;
import stemma.store.Tdb2Store;

/**
 * The folder that caches an ontology as a store. Each build stands in a folder named by the ontology's digest, and the
 * file {@code current} names the one that serves:
 *
 * <pre>
 * store/current            71c0…          the digest of the build that serves
 * store/71c0…/             tdb2/ commits  a build
 * store/build.lock                        held while a build is made
 * store/plain/        tdb2/ commits       a dataset that no ontology builds
 * store/plain.before/ tdb2/ commits       the same before a load, while what was loaded takes its place
 * </pre>
 *
 * A build is made under another name and takes its place by renaming, so that an interrupted one is never opened.
 *
 * @param path the folder; made when it does not exist
 */
public record StoreFolder(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);
    private static final String PLAIN = "plain";
    private static final String BEFORE = "plain.before";
    private static final long COMMITS_OF_A_BUILD = 1;

    /**
     * An open store.
     *
     * @param store the store; the caller closes it
     * @param build the folder that it stands in
     * @param faults why the newest state of the ontology is <em>not</em> what the store holds; empty when it is
     */
    public record Opened(GraphStore store, Path build, List<Fault> faults) {}

    /**
     * Opens the build of the ontology's present state, making it first where there is none.
     *
     * @throws InvalidOntologyException when the ontology is refused and there is no older build that could serve instead
     * @throws stemma.store.StoreInUseException when another process serves from it
     */
    public Opened open(OntologyFolder ontology, Progress progress) throws IOException, InvalidOntologyException {
        Files.createDirectories(path);
        String digest = ontology.digest();
        try (FileChannel channel =
                FileChannel.open(path.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Released with the channel; another process that wants the same build waits for it here.
            channel.lock();
            Optional<String> current = current();
            if (current.filter(digest::equals).isEmpty()) {
                try {
                    build(ontology, digest, progress);
                } catch (InvalidOntologyException e) {
                    if (current.isEmpty()) {
                        throw e;
                    }
                    return opened(current.get(), e.faults());
                }
            }
            return opened(digest, List.of());
        }
    }

    /**
     * Opens the dataset that no ontology builds, empty at first.
     *
     * @throws stemma.store.StoreInUseException when another process serves from it
     */
    public GraphStore openPlain() throws IOException {
        return Tdb2Store.open(Files.createDirectories(plain()), PLAIN);
    }

    /**
     * Adds files to the dataset that no ontology builds: all of them, or nothing. What is loaded is a copy, which then takes
     * the dataset's place.
     *
     * @param progress hears of bytes
     * @throws FaultyFileException when a file cannot be read as RDF
     * @throws stemma.store.StoreInUseException when a process serves from the dataset
     */
    public void load(RdfFiles files, Progress progress) throws IOException, FaultyFileException {
        Files.createDirectories(path);
        try (FileChannel channel =
                FileChannel.open(path.resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            Path plain = plain();
            requireUnused(plain);
            Path scratch = path.resolve("loading");
            delete(scratch);
            try {
                copy(plain, scratch);
                Tdb2Store.<Exception>load(scratch, PLAIN, sink -> files.send(sink, progress));
                requireUnused(plain);
                take(scratch, plain);
            } catch (IOException | FaultyFileException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("A load throws nothing else", e);
            } finally {
                delete(scratch);
            }
        }
    }

    /** The folder of the dataset that no ontology builds, after a load that was cut off in its last step, too. */
    private Path plain() throws IOException {
        Path plain = path.resolve(PLAIN);
        Path before = path.resolve(BEFORE);
        if (Files.exists(before)) {
            if (Files.exists(plain)) {
                delete(before);
            } else {
                Files.move(before, plain, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return plain;
    }

    private void take(Path scratch, Path plain) throws IOException {
        Path before = path.resolve(BEFORE);
        if (Files.exists(plain)) {
            Files.move(plain, before, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(scratch, plain, StandardCopyOption.ATOMIC_MOVE);
        delete(before);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            Files.createDirectories(to);
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!file.endsWith("tdb.lock")) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private Optional<String> current() throws IOException {
        Path pointer = path.resolve("current");
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        String digest = Files.readString(pointer).strip();
        return Files.isDirectory(path.resolve(digest)) ? Optional.of(digest) : Optional.empty();
    }

    private Opened opened(String digest, List<Fault> faults) throws IOException {
        Path build = path.resolve(digest);
        return new Opened(Tdb2Store.open(build, digest), build, faults);
    }

    private void build(OntologyFolder ontology, String digest, Progress progress)
            throws IOException, InvalidOntologyException {
        Path scratch = path.resolve("building");
        delete(scratch);
        try {
            try (Tdb2Store store = Tdb2Store.open(scratch, digest)) {
                new Loader(ontology, progress).load(store);
            }
            requireUnused(path.resolve(digest));
            delete(path.resolve(digest));
            Files.move(scratch, path.resolve(digest), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(scratch);
        }
        Path pointer = Files.writeString(path.resolve("current.new"), digest);
        Files.move(pointer, path.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        deleteOthers(digest);
    }

    /** Removes builds of older states, except one that is still served from, and one that was written to. */
    private void deleteOthers(String digest) throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.filter(Files::isDirectory).toList()) {
                String name = child.getFileName().toString();
                if (!name.equals(digest)
                        && !name.equals(PLAIN)
                        && !name.equals(BEFORE)
                        && Tdb2Store.ownerOf(child).isEmpty()) {
                    if (Tdb2Store.commits(child) > COMMITS_OF_A_BUILD) {
                        LOG.warn("The store before was written to; that state is kept in {}", child);
                    } else {
                        delete(child);
                    }
                }
            }
        }
    }

    /** Another process may still serve from the very build that is wanted again. */
    private static void requireUnused(Path build) throws IOException {
        OptionalLong owner = Tdb2Store.ownerOf(build);
        if (owner.isPresent()) {
            throw new StoreInUseException(build, owner.getAsLong());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
