package stemma.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.query.TxnType;
import org.apache.jena.query.text.TextDatasetFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import stemma.problem.Problem;

/**
 * A TDB2 database in a folder: {@code tdb2/} holds the database, {@code texts/} the {@link TextIndex}, {@code commits} the
 * number of the last commit.
 *
 * <p>The number is written before its commit, so a crash in between skips a version but never names two states alike.
 */
public final class Tdb2Store implements GraphStore {
    private static final int RETRY_AFTER_SECONDS = 2;

    private final DatasetGraph dataset;
    private final TextIndex texts;
    /** The dataset with its texts: what is changed here is changed there. */
    private final DatasetGraph written;

    private final Optional<Path> commitsFile;
    private final String origin;
    private final ReadWriteLock turn = new ReentrantReadWriteLock();
    private final ReentrantLock writer = new ReentrantLock(true);
    private final Deadlines deadlines = new Deadlines();
    private long commits;
    private volatile Version version;

    private Tdb2Store(DatasetGraph dataset, TextIndex texts, Optional<Path> commitsFile, String origin, long commits) {
        this.dataset = dataset;
        this.texts = texts;
        this.written = TextDatasetFactory.create(dataset, texts);
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        QC.setFactory(dataset.getContext(), GuardedExecutor::new);
        PropertyFunctionRegistry.set(dataset.getContext(), new PropertyFunctions());
        this.commitsFile = commitsFile;
        this.origin = origin;
        this.commits = commits;
        this.version = version(commits);
    }

    /**
     * Opens the store in a folder, or makes an empty one.
     *
     * @param folder made when it does not exist
     * @param origin the digest of what the store is built from; the first part of every version
     * @throws StoreInUseException when a process has it open, this one or another
     */
    public static Tdb2Store open(Path folder, String origin) throws IOException {
        Path database = Files.createDirectories(folder.resolve("tdb2"));
        Path commitsFile = folder.resolve("commits");
        long commits = commits(folder);
        OptionalLong owner = ownerOf(folder);
        if (owner.isPresent()) {
            throw new StoreInUseException(folder, owner.getAsLong());
        }
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(database.toString());
        TextIndex texts = TextIndex.open(Files.createDirectories(folder.resolve("texts")));
        Tdb2Store store = new Tdb2Store(dataset, texts, Optional.of(commitsFile), origin, commits);
        store.requireTexts();
        return store;
    }

    /** Sends statements, for a load. @param <E> what it may throw */
    @FunctionalInterface
    public interface Source<E extends Exception> {
        void sendTo(StreamRDF sink) throws E;
    }

    /**
     * Adds to the store in a folder what a source sends, much faster than changes do, as one commit. Where this throws, the
     * folder is spoilt; so it is a copy's.
     *
     * @throws StoreInUseException when a process has it open
     */
    public static <E extends Exception> void load(Path folder, String origin, Source<E> source) throws IOException, E {
        try (Tdb2Store store = open(folder, origin)) {
            long before = store.countTexts();
            DataLoader loader = LoaderFactory.parallelLoader(store.dataset, (format, values) -> {});
            loader.startBulk();
            try (TextLoad sink = new TextLoad(loader.streamRDF(), store.texts::add)) {
                source.sendTo(sink);
                loader.finishBulk();
                store.keepLoaded(before + sink.await());
            }
        }
    }

    private long countTexts() {
        return Txn.calculateRead(dataset, () -> TextIndex.count(dataset));
    }

    /** Ends a load. Texts that came twice, or were there already, are written twice by now. */
    private void keepLoaded(long writtenTexts) throws IOException {
        commits++;
        Files.writeString(commitsFile.orElseThrow(), Long.toString(commits));
        version = version(commits);
        if (countTexts() == writtenTexts) {
            texts.keep(version);
        } else {
            Txn.executeRead(dataset, () -> texts.rebuild(dataset, version));
        }
    }

    /** How many changes were committed to the store in a folder; 0 where there is none. */
    public static long commits(Path folder) throws IOException {
        Path file = folder.resolve("commits");
        return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
    }

    /** An empty store in memory, gone when it is closed. */
    public static Tdb2Store inMemory(String origin) {
        return new Tdb2Store(DatabaseMgr.createDatasetGraph(), TextIndex.inMemory(), Optional.empty(), origin, 0);
    }

    /** A crash, or somebody's hand, may have left the texts behind: they can always be read anew. */
    private void requireTexts() {
        if (!texts.version().equals(Optional.of(version.value()))) {
            Txn.executeRead(dataset, () -> texts.rebuild(dataset, version));
        }
    }

    /**
     * The number of the process that has the store in a folder open; it may be this one. TDB2's lock is what tells: the
     * number that it leaves in the file after a crash may be an unrelated process's by now.
     */
    public static OptionalLong ownerOf(Path folder) throws IOException {
        Path file = folder.resolve("tdb2").resolve("tdb.lock");
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        ProcessFileLock lock = ProcessFileLock.create(file.toString());
        if (lock.isLockedHere()) {
            return OptionalLong.of(ProcessHandle.current().pid());
        }
        try {
            if (lock.tryLock()) {
                lock.unlock();
                return OptionalLong.empty();
            }
        } finally {
            ProcessFileLock.release(lock);
        }
        String owner = Files.readString(file).strip();
        return OptionalLong.of(owner.matches("\\d{1,18}") ? Long.parseLong(owner) : 0);
    }

    @Override
    public <T, E extends Exception> T read(Work<T, E> work) throws E {
        Version seen;
        turn.readLock().lock();
        try {
            dataset.begin(TxnType.READ);
            texts.begin();
            seen = version;
        } finally {
            turn.readLock().unlock();
        }
        try {
            return work.with(new Snapshot(dataset, seen, deadlines));
        } finally {
            texts.end();
            dataset.end();
        }
    }

    @Override
    public <T, E extends Exception> Written<T> write(Duration patience, Work<T, E> work) throws E {
        awaitTurn(patience);
        try {
            written.begin(TxnType.WRITE);
            try {
                T result = work.with(new Snapshot(written, version, deadlines));
                return new Written<>(result, commit());
            } finally {
                // Still inside means that there was no commit.
                if (written.isInTransaction()) {
                    written.abort();
                }
                written.end();
            }
        } finally {
            writer.unlock();
        }
    }

    /** TDB2 has one writer at a time as well, but lets the others wait without end. */
    private void awaitTurn(Duration patience) {
        try {
            if (writer.tryLock(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem.Busy("Another change is being written.", RETRY_AFTER_SECONDS).exception();
    }

    /** Commit and new version are one step to readers, who begin under the other side of the lock. */
    private Version commit() {
        turn.writeLock().lock();
        try {
            commits++;
            if (commitsFile.isPresent()) {
                // Whole or not at all: the new file takes the old one's place.
                Path written =
                        Files.writeString(commitsFile.get().resolveSibling("commits.new"), Long.toString(commits));
                Files.move(written, commitsFile.get(), StandardCopyOption.ATOMIC_MOVE);
            }
            Version next = version(commits);
            texts.next(next);
            written.commit();
            texts.committed();
            version = next;
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.writeLock().unlock();
        }
    }

    private Version version(long commits) {
        return new Version(origin + "." + commits);
    }

    @Override
    public Version version() {
        return version;
    }

    @Override
    public void close() {
        deadlines.close();
        texts.close();
        TDBInternal.expel(dataset);
    }
}
