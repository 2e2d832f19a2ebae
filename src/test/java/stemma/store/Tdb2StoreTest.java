package stemma.store;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class Tdb2StoreTest {
    private static final Node GRAPH = NodeFactory.createURI("https://example.org/graph");
    private static final Node COUNTER = NodeFactory.createURI("https://example.org/counter");
    private static final Node VALUE = NodeFactory.createURI("https://example.org/value");

    @TempDir
    private Path folder;

    private Tdb2Store store;

    @BeforeEach
    void open() throws IOException {
        store = Tdb2Store.open(folder, "origin");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_reader_keeps_its_snapshot_while_a_writer_commits() throws Exception {
        write("before");
        Version before = store.version();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<List<String>> reader = threads.submit(() -> store.<List<String>, Exception>read(snapshot -> {
                List<String> seen = new ArrayList<>(List.of(value(snapshot)));
                reading.countDown();
                committed.await();
                seen.add(value(snapshot));
                seen.add(snapshot.version().value());
                return seen;
            }));
            reading.await();
            write("after");
            committed.countDown();
            assertEquals(List.of("before", "before", before.value()), reader.get());
        }
        assertEquals("after", store.<String, RuntimeException>read(Tdb2StoreTest::value));
    }

    @Test
    void readers_are_not_blocked_by_an_open_write_and_do_not_see_it() throws Exception {
        write("committed");
        Version committed = store.version();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<String> writer = threads.submit(() -> store.<String, Exception>write(snapshot -> {
                set(snapshot, "open");
                written.countDown();
                read.await();
                return value(snapshot);
            }));
            written.await();
            store.<Void, RuntimeException>read(snapshot -> {
                assertEquals("committed", value(snapshot));
                assertEquals(committed, snapshot.version());
                return null;
            });
            assertEquals(committed, store.version());
            read.countDown();
            assertEquals("open", writer.get(), "a writer sees what it writes");
        }
        assertEquals("open", store.<String, RuntimeException>read(Tdb2StoreTest::value));
    }

    @Test
    void a_writer_waits_for_the_one_before_it_and_no_longer_than_its_patience() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> first = threads.submit(() -> store.<Void, Exception>write(snapshot -> {
                set(snapshot, "first");
                inside.countDown();
                refused.await();
                return null;
            }));
            inside.await();
            Future<String> second = threads.submit(() -> store.<String, Exception>write(Tdb2StoreTest::value));
            ProblemException busy = assertThrows(
                    ProblemException.class, () -> store.<Void, Exception>write(Duration.ofMillis(1), snapshot -> null));
            assertInstanceOf(Problem.Busy.class, busy.problem());
            refused.countDown();
            first.get();
            assertEquals("first", second.get());
        }
    }

    @Test
    void many_readers_are_inside_at_once() throws Exception {
        int readers = 8;
        CyclicBarrier allInside = new CyclicBarrier(readers);
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            List<Future<Integer>> inside = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                inside.add(threads.submit(() -> store.<Integer, Exception>read(snapshot -> allInside.await())));
            }
            Set<Integer> arrivals = new HashSet<>();
            for (Future<Integer> reader : inside) {
                arrivals.add(reader.get());
            }
            assertEquals(readers, arrivals.size());
        }
    }

    @Test
    void a_failed_write_changes_nothing_and_keeps_the_version() throws IOException {
        write("good");
        Version version = store.version();
        IOException failure = new IOException("on purpose");

        IOException thrown = assertThrows(
                IOException.class,
                () -> store.write(snapshot -> {
                    set(snapshot, "bad");
                    throw failure;
                }));

        assertSame(failure, thrown);
        assertEquals(version, store.version());
        store.<Void, RuntimeException>read(snapshot -> {
            assertEquals("good", value(snapshot));
            assertEquals(version, snapshot.version());
            return null;
        });
        write("better");
        assertNotEquals(version, store.version());
        assertEquals("better", store.<String, RuntimeException>read(Tdb2StoreTest::value));
    }

    @Test
    void a_write_whose_number_cannot_be_kept_is_none() throws IOException {
        write("good");
        Version version = store.version();
        Path commits = folder.resolve("commits");
        Files.delete(commits);
        Files.createDirectory(commits);

        assertThrows(UncheckedIOException.class, () -> write("bad"));

        assertEquals(version, store.version());
        assertEquals("good", store.<String, RuntimeException>read(Tdb2StoreTest::value));
        Files.delete(commits);
        write("better");
        assertNotEquals(version, store.version());
        assertEquals("better", store.<String, RuntimeException>read(Tdb2StoreTest::value));
    }

    @Test
    void a_reader_that_fails_leaves_its_transaction() {
        assertThrows(
                IllegalStateException.class,
                () -> store.read(snapshot -> {
                    throw new IllegalStateException("on purpose");
                }));
        assertTrue(store.<Boolean, RuntimeException>read(
                snapshot -> snapshot.dataset().isInTransaction()));
    }

    @Test
    void the_version_rises_with_each_commit_and_names_the_origin() {
        List<String> versions = new ArrayList<>(List.of(store.version().value()));
        for (String value : List.of("one", "two", "three")) {
            write(value);
            versions.add(store.version().toString());
        }
        assertEquals(List.of("origin.0", "origin.1", "origin.2", "origin.3"), versions);
    }

    @Test
    void version_and_data_survive_reopening() throws IOException {
        write("one");
        write("two");
        Version version = store.version();
        store.close();
        store = Tdb2Store.open(folder, "origin");

        assertEquals(version, store.version());
        assertEquals("two", store.<String, RuntimeException>read(Tdb2StoreTest::value));
        write("three");
        assertEquals("origin.3", store.version().value());
    }

    @Test
    void queries_see_all_graphs_as_one() {
        write("somewhere");
        assertTrue(store.<Boolean, RuntimeException>read(snapshot -> {
            try (QueryExec ask = QueryExec.dataset(snapshot.dataset())
                    .query("ASK { <https://example.org/counter> <https://example.org/value> 'somewhere' }")
                    .build()) {
                return ask.ask();
            }
        }));
    }

    /** Readers note which value they see under which version, while commits, failures and reopenings alternate. */
    @Test
    void two_states_never_share_a_version() throws Exception {
        write("start");
        Map<String, Set<String>> valuesByVersion = new ConcurrentHashMap<>();
        for (int round = 0; round < 3; round++) {
            writeWhileOthersNote(round, valuesByVersion);
            store.close();
            store = Tdb2Store.open(folder, "origin");
            note(valuesByVersion);
        }
        assertAll(valuesByVersion.entrySet().stream()
                .map(entry -> () -> assertEquals(1, entry.getValue().size(), entry::toString)));
        assertTrue(valuesByVersion.size() > 3, valuesByVersion::toString);
    }

    private void writeWhileOthersNote(int round, Map<String, Set<String>> valuesByVersion) throws Exception {
        int readers = 3;
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(readers);
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            List<Future<?>> notes = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                notes.add(threads.submit(() -> {
                    started.countDown();
                    do {
                        note(valuesByVersion);
                    } while (!done.get());
                }));
            }
            started.await();
            for (int i = 0; i < 40; i++) {
                String value = round + "." + i;
                write(value);
                assertThrows(
                        IllegalStateException.class,
                        () -> store.write(snapshot -> {
                            set(snapshot, "never " + value);
                            throw new IllegalStateException("on purpose");
                        }));
            }
            done.set(true);
            for (Future<?> reader : notes) {
                reader.get();
            }
        }
    }

    private void note(Map<String, Set<String>> valuesByVersion) {
        store.<Boolean, RuntimeException>read(snapshot -> valuesByVersion
                .computeIfAbsent(snapshot.version().value(), key -> ConcurrentHashMap.newKeySet())
                .add(value(snapshot)));
    }

    @Test
    void stores_of_different_origins_never_share_a_version(@TempDir Path other) throws IOException {
        try (Tdb2Store twin = Tdb2Store.open(other, "elsewhere")) {
            assertNotEquals(twin.version(), store.version());
        }
    }

    @Test
    void an_empty_store_is_made_where_there_is_none(@TempDir Path parent) throws IOException {
        Path missing = parent.resolve("a").resolve("b");
        try (Tdb2Store made = Tdb2Store.open(missing, "origin")) {
            assertFalse(made.<Boolean, RuntimeException>read(
                    snapshot -> snapshot.dataset().find().hasNext()));
        }
        assertTrue(Files.isDirectory(missing));
    }

    private void write(String value) {
        store.<Void, RuntimeException>write(snapshot -> {
            set(snapshot, value);
            return null;
        });
    }

    private static void set(Snapshot snapshot, String value) {
        snapshot.dataset().deleteAny(GRAPH, COUNTER, VALUE, Node.ANY);
        snapshot.dataset().add(GRAPH, COUNTER, VALUE, NodeFactory.createLiteralString(value));
    }

    /** The one value that there is; two would mean that a reader sees half a write. */
    private static String value(Snapshot snapshot) {
        List<String> values = new ArrayList<>();
        snapshot.dataset()
                .find(GRAPH, COUNTER, VALUE, Node.ANY)
                .forEachRemaining(quad -> values.add(quad.getObject().getLiteralLexicalForm()));
        assertEquals(1, values.size(), values::toString);
        return values.getFirst();
    }
}
