package stemma.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/**
 * Passes statements on and has their texts written meanwhile, by a thread of its own; by the one that sends, too, where that
 * thread cannot keep up. A text that comes twice is written twice.
 */
final class TextLoad extends StreamRDFWrapper implements AutoCloseable {
    private static final int AT_ONCE = 1000;
    private static final int AHEAD = 16;

    private final Consumer<Quad> texts;
    private final ExecutorService thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(AHEAD),
            Thread.ofPlatform().daemon().name("texts").factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();
    private volatile boolean givenUp;
    private List<Quad> batch = new ArrayList<>(AT_ONCE);
    private long count;

    TextLoad(StreamRDF to, Consumer<Quad> texts) {
        super(to);
        this.texts = texts;
    }

    @Override
    public void triple(Triple triple) {
        super.triple(triple);
        if (TextIndex.isText(triple.getPredicate())) {
            add(Quad.create(Quad.defaultGraphIRI, triple));
        }
    }

    @Override
    public void quad(Quad quad) {
        super.quad(quad);
        if (TextIndex.isText(quad.getPredicate())) {
            add(quad);
        }
    }

    private void add(Quad quad) {
        count++;
        batch.add(quad);
        if (batch.size() == AT_ONCE) {
            send();
        }
    }

    private void send() {
        List<Quad> full = batch;
        batch = new ArrayList<>(AT_ONCE);
        thread.execute(() -> write(full));
    }

    private void write(List<Quad> quads) {
        if (givenUp) {
            return;
        }
        try {
            quads.forEach(texts);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** Waits until all texts are written. @return how many statements with texts came, repeated ones included */
    long await() {
        send();
        thread.close();
        if (failure.get() != null) {
            throw failure.get();
        }
        return count;
    }

    /** Gives up what is not yet written. The thread is not interrupted, as that would close files under Lucene. */
    @Override
    public void close() {
        givenUp = true;
        thread.close();
    }
}
