package stemma.sparql;

import stemma.store.GraphStore;
import stemma.store.GraphStore.Written;
import stemma.store.InvalidChangeException;
import stemma.store.Upkeep;

/** The one way in which the dataset is changed from outside: condition, change, what follows from it, commit. */
final class Writer {
    private final GraphStore store;
    private final Upkeep upkeep;
    private final SparqlOptions options;

    /** A change of the dataset. */
    @FunctionalInterface
    interface Work<T> {
        T on(ChangedDataset dataset);
    }

    Writer(GraphStore store, Upkeep upkeep, SparqlOptions options) {
        this.store = store;
        this.upkeep = upkeep;
        this.options = options;
    }

    /**
     * Makes a change, or none.
     *
     * @throws InvalidChangeException when it breaks what must hold
     * @throws stemma.problem.ProblemException when the precondition fails, or others write for too long, or the work throws
     */
    <T> Written<T> write(Precondition precondition, Work<T> work) throws InvalidChangeException {
        return store.write(options.patience(), snapshot -> {
            precondition.check(snapshot.version());
            ChangedDataset dataset = new ChangedDataset(snapshot.dataset(), options);
            T result = work.on(dataset);
            upkeep.after(dataset.change(), snapshot.dataset());
            return result;
        });
    }
}
