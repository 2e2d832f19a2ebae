package stemma.sparql.standard;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;

/**
 * Has a path of no steps between two variables match the nodes of the graph and no others, as the
 * <a href="https://www.w3.org/TR/sparql11-query/#defn_evalPP_ZeroOrOnePath">algebra</a> says. ARQ puts in a value from
 * {@code VALUES} or {@code BIND} first, and then matches it whether it is in the graph or not.
 */
final class EmptyPaths extends TransformCopy {
    /** Begins with what no variable of a query can begin with. */
    private static final String ANY = "/any";

    private EmptyPaths() {}

    static Op withinTheGraph(Op op) {
        AtomicBoolean given = new AtomicBoolean();
        OpWalker.walk(op, new OpVisitorBase() {
            @Override
            public void visit(OpTable table) {
                if (!table.isJoinIdentity()) {
                    given.set(true);
                }
            }

            @Override
            public void visit(OpExtend extend) {
                given.set(true);
            }
        });
        return given.get() ? Transformer.transform(new EmptyPaths(), op) : op;
    }

    @Override
    public Op transform(OpPath op) {
        TriplePath path = op.getTriplePath();
        if (!Var.isVar(path.getSubject()) || !Var.isVar(path.getObject()) || !mayBeEmpty(path.getPath())) {
            return op;
        }
        Node start = path.getSubject();
        Expr hasSteps = new E_LogicalNot(new E_SameTerm(new ExprVar(start), new ExprVar(path.getObject())));
        Expr isInGraph = new E_LogicalOr(exists(start, any(1), any(2)), exists(any(1), any(2), start));
        return OpFilter.filter(new E_LogicalOr(hasSteps, isInGraph), op);
    }

    private static boolean mayBeEmpty(Path path) {
        return switch (path) {
            case P_ZeroOrOne any -> true;
            case P_ZeroOrMore1 any -> true;
            case P_OneOrMore1 some -> mayBeEmpty(some.getSubPath());
            case P_Inverse inverse -> mayBeEmpty(inverse.getSubPath());
            case P_Seq both -> mayBeEmpty(both.getLeft()) && mayBeEmpty(both.getRight());
            case P_Alt either -> mayBeEmpty(either.getLeft()) || mayBeEmpty(either.getRight());
            case P_Path1 extension -> true;
            default -> false;
        };
    }

    private static Expr exists(Node subject, Node predicate, Node object) {
        return new E_Exists(new OpBGP(BasicPattern.wrap(List.of(Triple.create(subject, predicate, object)))));
    }

    private static Var any(int number) {
        return Var.alloc(ANY + number);
    }
}
