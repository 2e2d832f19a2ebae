package stemma.sparql;

import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.E_Function;
import stemma.problem.Problem;

/** What a query may not do here: reach outside the store, or run code by name. */
final class SparqlPolicy {
    private static final String JAVA = "java:";

    private SparqlPolicy() {}

    /** Refuses what shows in the query's own text. @throws stemma.problem.ProblemException with {@link Problem.Refused} */
    static void check(Query query) {
        Walker.walk(
                Algebra.compile(query),
                new OpVisitorBase() {
                    @Override
                    public void visit(OpService service) {
                        throw new Problem.Refused("SERVICE is refused: this endpoint asks no other.").exception();
                    }

                    @Override
                    public void visit(OpBGP pattern) {
                        pattern.getPattern().forEach(triple -> refuseJava(triple.getPredicate()));
                    }
                },
                new ExprVisitorBase() {
                    @Override
                    public void visit(ExprFunctionN function) {
                        if (function instanceof E_Function named) {
                            refuseJava(NodeFactory.createURI(named.getFunctionIRI()));
                        }
                    }
                });
    }

    /** Refuses graphs of the dataset clause that are not in the store: they would have to be fetched. */
    static void checkGraphs(Query query, DatasetGraph dataset) {
        Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream())
                .filter(iri -> !isHere(iri, dataset))
                .findFirst()
                .ifPresent(iri -> {
                    throw new Problem.Refused("FROM <" + iri + "> is refused: only graphs of this store can be asked.")
                            .exception();
                });
    }

    private static boolean isHere(String iri, DatasetGraph dataset) {
        Node graph = NodeFactory.createURI(iri);
        return Quad.isUnionGraph(graph) || Quad.isDefaultGraph(graph) || dataset.containsGraph(graph);
    }

    private static void refuseJava(Node name) {
        if (name.isURI() && name.getURI().startsWith(JAVA)) {
            throw new Problem.Refused("Functions of '" + JAVA + "' are refused.").exception();
        }
    }
}
