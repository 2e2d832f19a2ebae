package stemma.store;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * Walks the <a href="https://www.w3.org/TR/sparql11-query/#propertypaths">property paths</a> of a graph, within a budget.
 * However long a way is, it takes no stack: only how a path is written, one part in another, does.
 */
final class PathWalk {
    private final Graph graph;
    private final Budget budget;

    /** Which way a path is walked. */
    enum Way {
        FORTH,
        BACK;

        Way turned() {
            return this == FORTH ? BACK : FORTH;
        }
    }

    PathWalk(Graph graph, Budget budget) {
        this.graph = graph;
        this.budget = budget;
    }

    /** Whether a path is one of the standard's; ARQ reads others besides. */
    static boolean canWalk(Path path) {
        return switch (path) {
            case P_Link link -> true;
            case P_ReverseLink link -> true;
            case P_NegPropSet others -> true;
            case P_Inverse inverse -> canWalk(inverse.getSubPath());
            case P_ZeroOrOne any -> canWalk(any.getSubPath());
            case P_ZeroOrMore1 any -> canWalk(any.getSubPath());
            case P_OneOrMore1 some -> canWalk(some.getSubPath());
            case P_Seq both -> canWalk(both.getLeft()) && canWalk(both.getRight());
            case P_Alt either -> canWalk(either.getLeft()) && canWalk(either.getRight());
            default -> false;
        };
    }

    /** Finds where a path leads to from a node: as often as there are ways, but once where the path repeats. */
    void walk(Path path, Node from, Way way, Consumer<Node> found) {
        budget.step();
        switch (path) {
            case P_Link link -> step(from, link.getNode(), way, found);
            case P_ReverseLink link -> step(from, link.getNode(), way.turned(), found);
            case P_Inverse inverse -> walk(inverse.getSubPath(), from, way.turned(), found);
            case P_Seq both -> {
                Path first = way == Way.FORTH ? both.getLeft() : both.getRight();
                Path then = way == Way.FORTH ? both.getRight() : both.getLeft();
                walk(first, from, way, node -> walk(then, node, way, found));
            }
            case P_Alt either -> {
                walk(either.getLeft(), from, way, found);
                walk(either.getRight(), from, way, found);
            }
            case P_ZeroOrOne any -> {
                Reached reached = new Reached(found);
                reached.add(from);
                walk(any.getSubPath(), from, way, reached::add);
                reached.release();
            }
            case P_ZeroOrMore1 any -> {
                Reached reached = new Reached(found);
                reached.add(from);
                reached.goOn(any.getSubPath(), way);
            }
            case P_OneOrMore1 some -> {
                Reached reached = new Reached(found);
                walk(some.getSubPath(), from, way, reached::add);
                reached.goOn(some.getSubPath(), way);
            }
            case P_NegPropSet others -> {
                others(from, way == Way.FORTH ? others.getFwdNodes() : others.getBwdNodes(), Way.FORTH, found);
                others(from, way == Way.FORTH ? others.getBwdNodes() : others.getFwdNodes(), Way.BACK, found);
            }
            default -> throw new IllegalArgumentException("Not walked here: " + path);
        }
    }

    /** The nodes from which a path can lead anywhere, and maybe others; each once. */
    Iterator<Node> starts(Path path) {
        Set<Node> seen = new HashSet<>();
        return Iter.filter(starts(path, Way.FORTH), node -> {
            budget.step();
            boolean isNew = seen.add(node);
            if (isNew) {
                budget.hold(node);
            }
            return isNew;
        });
    }

    private Iterator<Node> starts(Path path, Way way) {
        return switch (path) {
            case P_Link link -> ends(link.getNode(), way);
            case P_ReverseLink link -> ends(link.getNode(), way.turned());
            case P_Inverse inverse -> starts(inverse.getSubPath(), way.turned());
            case P_OneOrMore1 some -> starts(some.getSubPath(), way);
            case P_Seq both -> starts(way == Way.FORTH ? both.getLeft() : both.getRight(), way);
            case P_Alt either -> Iter.concat(starts(either.getLeft(), way), starts(either.getRight(), way));
            default -> Iter.concat(ends(Node.ANY, Way.FORTH), ends(Node.ANY, Way.BACK));
        };
    }

    /** Subjects, or the other way objects, of a property. */
    private Iterator<Node> ends(Node property, Way way) {
        return Iter.map(
                graph.find(Node.ANY, property, Node.ANY), way == Way.FORTH ? Triple::getSubject : Triple::getObject);
    }

    private void step(Node from, Node property, Way way, Consumer<Node> found) {
        each(links(from, property, way), triple -> found.accept(end(triple, way)));
    }

    private void others(Node from, List<Node> not, Way direction, Consumer<Node> found) {
        if (!not.isEmpty()) {
            each(links(from, Node.ANY, direction), triple -> {
                if (!not.contains(triple.getPredicate())) {
                    found.accept(end(triple, direction));
                }
            });
        }
    }

    private Iterator<Triple> links(Node from, Node property, Way way) {
        if (way == Way.BACK) {
            return graph.find(Node.ANY, property, from);
        }
        return from.isLiteral() ? Collections.emptyIterator() : graph.find(from, property, Node.ANY);
    }

    private static Node end(Triple triple, Way way) {
        return way == Way.FORTH ? triple.getObject() : triple.getSubject();
    }

    private void each(Iterator<Triple> triples, Consumer<Triple> action) {
        try {
            while (triples.hasNext()) {
                budget.step();
                action.accept(triples.next());
            }
        } finally {
            Iter.close(triples);
        }
    }

    /** The nodes that a repeated path has reached, and those from which it was not yet gone on. */
    private final class Reached {
        private final Set<Node> nodes = new HashSet<>();
        private final Deque<Node> next = new ArrayDeque<>();
        private final Consumer<Node> found;
        private long bytes;

        Reached(Consumer<Node> found) {
            this.found = found;
        }

        void add(Node node) {
            if (nodes.add(node)) {
                bytes += budget.hold(node);
                next.add(node);
                found.accept(node);
            }
        }

        void goOn(Path step, Way way) {
            while (!next.isEmpty()) {
                walk(step, next.remove(), way, this::add);
            }
            release();
        }

        void release() {
            budget.release(nodes.size(), bytes);
        }
    }
}
