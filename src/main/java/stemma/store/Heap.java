package stemma.store;

/** The heap of this process, as far as a query is concerned that is about to take more of it. */
final class Heap {
    private static final double WORTH_COLLECTING = 0.85;
    private static final double FULL = 0.75;

    /** Whether so little is left that others would feel it. Looks twice, with a collection in between. */
    boolean isFull() {
        if (used() < WORTH_COLLECTING) {
            return false;
        }
        System.gc();
        return used() > FULL;
    }

    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }
}
