package stemma.store;

import org.apache.jena.sparql.core.DatasetGraph;

/** What follows from every change of a store and what has to hold after it, settled before the change is committed. */
@FunctionalInterface
public interface Upkeep {
    /** For a store of which nothing is asked. */
    Upkeep NONE = (change, dataset) -> {};

    /**
     * Brings up to date what follows from a change, and checks what must hold.
     *
     * @param dataset what the change made of the dataset, inside its transaction
     * @throws InvalidChangeException when the change must not be committed
     */
    void after(Change change, DatasetGraph dataset) throws InvalidChangeException;
}
