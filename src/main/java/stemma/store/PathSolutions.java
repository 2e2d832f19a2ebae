package stemma.store;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterExtendByVar;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.path.Path;

/** The solutions of a pattern with a property path, for each row that comes in. */
final class PathSolutions extends QueryIterRepeatApply {
    private final TriplePath pattern;
    private final Budget budget;

    PathSolutions(TriplePath pattern, QueryIterator input, ExecutionContext context, Budget budget) {
        super(input, context);
        this.pattern = pattern;
        this.budget = budget;
    }

    @Override
    protected QueryIterator nextStage(Binding row) {
        Graph graph = getExecContext().getActiveGraph();
        PathWalk walk = new PathWalk(graph, budget);
        Path path = pattern.getPath();
        Node subject = Var.lookup(row, pattern.getSubject());
        Node object = Var.lookup(row, pattern.getObject());
        if (!subject.isVariable()) {
            return from(walk, path, subject, PathWalk.Way.FORTH, object, row);
        }
        if (!object.isVariable()) {
            return from(walk, path, object, PathWalk.Way.BACK, subject, row);
        }
        QueryIterator starts = new QueryIterExtendByVar(row, Var.alloc(subject), walk.starts(path), getExecContext());
        return QueryIter.flatMap(
                starts,
                start -> from(
                        walk,
                        path,
                        start.get(Var.alloc(subject)),
                        PathWalk.Way.FORTH,
                        Var.lookup(start, object),
                        start),
                getExecContext());
    }

    /** The solutions from one end: a row for each way to the other end, which may be given. */
    private QueryIterator from(PathWalk walk, Path path, Node end, PathWalk.Way way, Node other, Binding row) {
        long[] bytes = {0};
        List<Binding> rows = new ArrayList<>();
        walk.walk(path, end, way, node -> {
            if (other.isVariable()) {
                rows.add(BindingFactory.binding(row, Var.alloc(other), node));
                bytes[0] += budget.hold(node);
            } else if (node.equals(other)) {
                rows.add(row);
                bytes[0] += budget.hold(node);
            }
        });
        budget.release(rows.size(), bytes[0]);
        return QueryIterPlainWrapper.create(rows.iterator(), getExecContext());
    }
}
