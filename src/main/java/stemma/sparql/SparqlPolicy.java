package stemma.sparql;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.update.Update;
import stemma.problem.Problem;

/** What a query may not do here: reach outside the store, or run code by name. */
final class SparqlPolicy {
    private static final String JAVA = "java:";
    private static final Pattern JAVA_IN_PATH = Pattern.compile("<(java:[^>]*)>");
    /**
     * Functions by name that are offered: casts, XPath's functions and its mathematics. ARQ has others that wait, print, or
     * tell of the server.
     */
    private static final List<String> OFFERED = List.of(
            "http://www.w3.org/2001/XMLSchema#",
            "http://www.w3.org/2005/xpath-functions#",
            "http://www.w3.org/2005/xpath-functions/math#");

    /** It calls what its first argument names. */
    private static final String BY_NAME = "http://www.w3.org/2005/xpath-functions#apply";

    private SparqlPolicy() {}

    /** Refuses what shows in the query itself. @throws stemma.problem.ProblemException with {@link Problem.Refused} */
    static void check(Op query) {
        Walker.walk(query, new Patterns(), new Expressions());
    }

    private static final class Patterns extends OpVisitorBase {
        @Override
        public void visit(OpService service) {
            throw new Problem.Refused("SERVICE is refused: this endpoint asks no other.").exception();
        }

        @Override
        public void visit(OpBGP pattern) {
            pattern.getPattern()
                    .forEach(triple -> refuseJava(triple.getPredicate().toString()));
        }

        /** The optimizer makes triples of the simpler paths, and then calls what their predicates name. */
        @Override
        public void visit(OpPath path) {
            Matcher named = JAVA_IN_PATH.matcher(path.getTriplePath().getPath().toString());
            if (named.find()) {
                refuseJava(named.group(1));
            }
        }

        // The walker itself passes over the expressions of these two.
        @Override
        public void visit(OpOrder order) {
            order.getConditions().forEach(condition -> check(condition.getExpression()));
        }

        @Override
        public void visit(OpGroup group) {
            group.getAggregators().stream()
                    .map(aggregator -> aggregator.getAggregator().getExprList())
                    .filter(Objects::nonNull)
                    .forEach(expressions -> expressions.forEach(Patterns::check));
        }

        private static void check(Expr expression) {
            Walker.walk(expression, new Patterns(), new Expressions());
        }
    }

    private static final class Expressions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunctionN function) {
            if (function instanceof E_Function named) {
                refuseUnlessOffered(named.getFunctionIRI());
            } else if (function instanceof E_Call) {
                throw new Problem.Refused("CALL is refused: functions are named in the query.").exception();
            }
        }
    }

    /** Refuses what an update may not do, in its patterns or else. */
    static void check(Update operation) {
        switch (operation) {
            case UpdateLoad load -> checkLoad(load);
            case UpdateModify modify -> {
                Stream.concat(modify.getUsing().stream(), modify.getUsingNamed().stream())
                        .map(Node::getURI)
                        .forEach(SparqlPolicy::refuseFile);
                check(Algebra.compile(selection(modify.getWherePattern())));
            }
            default -> {}
        }
    }

    /** A silent one fails as if what it names were not there; nothing is fetched either way. */
    private static void checkLoad(UpdateLoad load) {
        if (!load.isSilent()) {
            throw new Problem.Refused("LOAD <" + load.getSource() + "> is refused: this server fetches nothing."
                            + " Send the data itself, to the graph store.")
                    .exception();
        }
    }

    private static Query selection(Element pattern) {
        Query query = new Query();
        query.setQuerySelectType();
        query.setQueryResultStar(true);
        query.setQueryPattern(pattern);
        query.ensureResultVars();
        return query;
    }

    /**
     * Refuses graphs of the dataset clause that would have to be fetched. Beside a union that are all which are not in the
     * store; in an ordinary dataset, one that is not there is empty.
     */
    static void checkGraphs(Query query, DatasetGraph dataset, DefaultGraph defaultGraph) {
        List<String> named = Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream())
                .toList();
        named.forEach(SparqlPolicy::refuseFile);
        if (defaultGraph == DefaultGraph.UNION) {
            named.stream().filter(iri -> !isHere(iri, dataset)).findFirst().ifPresent(SparqlPolicy::refuseGraph);
        }
    }

    private static boolean isHere(String iri, DatasetGraph dataset) {
        Node graph = NodeFactory.createURI(iri);
        return Quad.isUnionGraph(graph) || Quad.isDefaultGraph(graph) || dataset.containsGraph(graph);
    }

    private static void refuseFile(String iri) {
        if (iri.toLowerCase(Locale.ROOT).startsWith("file:")) {
            refuseGraph(iri);
        }
    }

    private static void refuseGraph(String iri) {
        throw new Problem.Refused("The graph <" + iri + "> is refused: only graphs of this store can be asked.")
                .exception();
    }

    private static void refuseUnlessOffered(String function) {
        if (BY_NAME.equals(function) || OFFERED.stream().noneMatch(function::startsWith)) {
            throw new Problem.Refused("The function <" + function + "> is refused; offered are those of "
                            + String.join(", ", OFFERED))
                    .exception();
        }
    }

    private static void refuseJava(String name) {
        if (name.startsWith(JAVA)) {
            throw new Problem.Refused("Functions of '" + JAVA + "' are refused.").exception();
        }
    }
}
