package stemma.sparql;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import stemma.problem.Problem;

/**
 * A variable that the groups of a query have cannot be given another value in its SELECT clause
 * (<a href="https://www.w3.org/TR/sparql12-query/#variableScope">SPARQL 1.2, 18.2.1</a>); ARQ misses this where the
 * pattern does not have the variable.
 */
final class GroupScope {
    private GroupScope() {}

    /** @throws stemma.problem.ProblemException with {@link Problem.SyntaxError} */
    static void check(Query query) {
        for (Var group : query.getGroupBy().getVars()) {
            if (query.getProject().hasExpr(group)) {
                throw new Problem.SyntaxError(
                                0, 0, "The variable ?" + group.getName() + " is one of the groups: AS needs another.")
                        .exception();
            }
        }
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
                @Override
                public void visit(ElementSubQuery subquery) {
                    check(subquery.getQuery());
                }
            });
        }
    }
}
