package stemma.sparql;

/** What a query's default graph is, where the query does not say it. */
public enum DefaultGraph {
    /**
     * The union of all named graphs. What is added without naming a graph goes into a graph of its own; what is deleted
     * without naming one is deleted wherever it stands.
     */
    UNION,
    /** A graph of its own beside the named ones, as in an ordinary RDF dataset. */
    OWN
}
