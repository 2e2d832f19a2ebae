package stemma.store;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * A Lucene directory in which a thread sees the commit that was the newest when its transaction began, whatever was committed
 * since. Files that the newest commit does not need stay as long as somebody reads an older one.
 */
final class SnapshotDirectory extends FilterDirectory {
    private final ThreadLocal<Long> pinned = new ThreadLocal<>();
    private final NavigableMap<Long, Integer> readers = new TreeMap<>();
    private final Map<String, Long> lastNeeded = new HashMap<>();
    private long newest;

    SnapshotDirectory(Directory directory) {
        super(directory);
    }

    /** From here on the calling thread sees the present commit; {@link #unpin()} has to follow. */
    synchronized void pin() {
        pinned.set(newest);
        readers.merge(newest, 1, Integer::sum);
    }

    /** The calling thread's transaction has ended. */
    synchronized void unpin() throws IOException {
        readers.computeIfPresent(pinned.get(), (commit, count) -> count == 1 ? null : count - 1);
        pinned.remove();
        deleteUnneeded();
    }

    /** What was committed last is what transactions see that begin from here on. */
    synchronized void advance() throws IOException {
        newest = SegmentInfos.getLastCommitGeneration(super.listAll());
        deleteUnneeded();
    }

    @Override
    public synchronized String[] listAll() throws IOException {
        Long commit = pinned.get();
        return Arrays.stream(super.listAll())
                .filter(file -> commit == null ? !lastNeeded.containsKey(file) : !isLaterCommit(file, commit))
                .toArray(String[]::new);
    }

    private static boolean isLaterCommit(String file, long commit) {
        return file.startsWith(IndexFileNames.SEGMENTS + "_")
                && SegmentInfos.generationFromSegmentsFileName(file) > commit;
    }

    @Override
    public synchronized void deleteFile(String name) throws IOException {
        lastNeeded.put(name, newest);
        deleteUnneeded();
    }

    private void deleteUnneeded() throws IOException {
        if (lastNeeded.isEmpty()) {
            return;
        }
        long oldest = readers.isEmpty() ? Long.MAX_VALUE : readers.firstKey();
        for (String file : List.copyOf(lastNeeded.keySet())) {
            if (lastNeeded.get(file) < oldest) {
                lastNeeded.remove(file);
                super.deleteFile(file);
            }
        }
    }

    /** Names that are not given to new files. */
    @Override
    public synchronized Set<String> getPendingDeletions() throws IOException {
        Set<String> pending = new HashSet<>(super.getPendingDeletions());
        pending.addAll(lastNeeded.keySet());
        return pending;
    }

    @Override
    public synchronized IndexOutput createOutput(String name, IOContext context) throws IOException {
        if (lastNeeded.remove(name) != null) {
            super.deleteFile(name);
        }
        return super.createOutput(name, context);
    }
}
