package stemma.store;

import org.apache.jena.sparql.core.DatasetGraph;

/**
 * A store's state inside one transaction. It must not leave the callback that it was lent to, nor its thread.
 *
 * @param dataset the triples; its default graph, as queries see it, is the union of the named graphs
 * @param version the name of this state
 * @param deadlines ends what takes too long on it
 */
public record Snapshot(DatasetGraph dataset, Version version, Deadlines deadlines) {}
