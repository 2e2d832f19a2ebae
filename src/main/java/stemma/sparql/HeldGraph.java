package stemma.sparql;

import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.graph.GraphFactory;
import stemma.store.Budget;

/** A graph that is an answer, held until it is written: each triple is taken from a budget. */
final class HeldGraph extends WrappedGraph {
    private final Budget budget;

    HeldGraph(Budget budget, PrefixMap prefixes) {
        super(GraphFactory.createDefaultGraph());
        this.budget = budget;
        prefixes.forEach(getPrefixMapping()::setNsPrefix);
    }

    /** Says that the rows from which it is made will be held as well. */
    void holdRows() {
        budget.holdAnswer();
    }

    /** @throws stemma.problem.ProblemException when something is missing because a limit was reached */
    void requireWhole() {
        budget.requireKept();
    }

    @Override
    public void add(Triple triple) {
        if (!contains(triple)) {
            budget.hold(triple);
            super.add(triple);
        }
    }
}
