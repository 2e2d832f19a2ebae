package stemma.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Knows what was asked before, in a bit each: what is asked only once is not worth keeping (B. M. Maggs and R. K. Sitaraman,
 * "Algorithmic Nuggets in Content Delivery"). It forgets all now and then, and takes one question in eight at most
 * for another; both only cost an answer that is made again, or kept in vain.
 */
final class Doorkeeper {
    private static final int WORDS = 1 << 16;
    private static final int MOST = WORDS * Long.SIZE / 8;

    private final AtomicLongArray bits = new AtomicLongArray(WORDS);
    private final AtomicInteger asked = new AtomicInteger();

    /**
     * Whether something was asked before; from now on, it was.
     *
     * @param hash of what is asked, all bits as good as chance
     */
    boolean knows(long hash) {
        long bit = 1L << hash;
        int word = (int) (hash >>> (Long.SIZE - Integer.numberOfTrailingZeros(WORDS)));
        boolean known = (bits.getAndAccumulate(word, bit, (before, more) -> before | more) & bit) != 0;
        if (!known && asked.incrementAndGet() > MOST) {
            forget();
        }
        return known;
    }

    private void forget() {
        asked.set(0);
        for (int word = 0; word < WORDS; word++) {
            bits.set(word, 0);
        }
    }
}
