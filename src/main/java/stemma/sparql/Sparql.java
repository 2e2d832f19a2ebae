package stemma.sparql;

import stemma.store.GraphStore;
import stemma.store.Upkeep;

/**
 * All that is done by SPARQL on a store.
 *
 * @param queries answers queries
 * @param updates carries out updates
 * @param graphs reads and writes whole graphs
 * @param options how SPARQL is understood
 */
public record Sparql(SparqlService queries, UpdateService updates, GraphStoreService graphs, SparqlOptions options) {

    /** On a store, with what follows from each change. */
    public static Sparql on(GraphStore store, Upkeep upkeep, SparqlOptions options) {
        return new Sparql(
                new SparqlService(store, options),
                new UpdateService(store, upkeep, options),
                new GraphStoreService(store, upkeep, options),
                options);
    }
}
