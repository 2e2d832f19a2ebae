package stemma.sparql;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import stemma.problem.Problem;
import stemma.store.Budget;
import stemma.store.Change;

/**
 * A dataset while it is changed from outside: remembers what was touched, keeps reserved graphs as they are, and, where the
 * default graph is a union, finds places for what comes without one.
 */
final class ChangedDataset extends DatasetGraphWrapper {
    private final DefaultGraph defaultGraph;
    private final Node writtenGraph;
    private final Set<Node> reserved;
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> objects = new HashSet<>();
    private Budget budget = Budget.unlimited();

    ChangedDataset(DatasetGraph dataset, SparqlOptions options) {
        super(dataset);
        this.defaultGraph = options.defaultGraph();
        this.writtenGraph = NodeFactory.createURI(options.writtenGraph());
        this.reserved =
                options.reservedGraphs().stream().map(NodeFactory::createURI).collect(Collectors.toUnmodifiableSet());
    }

    /** From here on, what is changed takes its time from a budget. */
    void keepTo(Budget budget) {
        this.budget = budget;
    }

    Change change() {
        return new Change(subjects, objects);
    }

    @Override
    public void add(Quad quad) {
        add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        Node place = isUnion(graph) ? writtenGraph : graph;
        refuseReserved(place);
        touch(subject, object);
        super.add(place, subject, predicate, object);
    }

    @Override
    public void delete(Quad quad) {
        delete(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        if (isUnion(graph)) {
            // A statement that is derived goes when nothing derives it any more.
            List<Quad> everywhere = Iter.toList(super.findNG(Node.ANY, subject, predicate, object));
            everywhere.stream()
                    .filter(quad -> !reserved.contains(quad.getGraph()))
                    .forEach(quad -> super.delete(quad.getGraph(), subject, predicate, object));
        } else {
            refuseReserved(graph);
            super.delete(graph, subject, predicate, object);
        }
        touch(subject, object);
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node predicate, Node object) {
        Iter.toList(super.find(graph, subject, predicate, object)).forEach(this::delete);
    }

    @Override
    public void removeGraph(Node graph) {
        deleteAny(graph, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        removeGraph(name);
        GraphUtil.addInto(getGraph(name), graph);
    }

    @Override
    public void clear() {
        deleteAny(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return Quad.isDefaultGraph(name) ? getDefaultGraph() : GraphView.createNamedGraph(this, name);
    }

    /** The graphs that can be changed: all the others are nobody's to clear. */
    @Override
    public Iterator<Node> listGraphNodes() {
        return Iter.filter(super.listGraphNodes(), graph -> !reserved.contains(graph));
    }

    private boolean isUnion(Node graph) {
        return defaultGraph == DefaultGraph.UNION && Quad.isDefaultGraph(graph);
    }

    private void refuseReserved(Node graph) {
        if (reserved.contains(graph)) {
            throw new Problem.Refused("The graph <" + graph + "> is kept by the server: nothing is written there.")
                    .exception();
        }
    }

    private void touch(Node subject, Node object) {
        budget.step();
        subjects.add(subject);
        objects.add(object);
    }
}
