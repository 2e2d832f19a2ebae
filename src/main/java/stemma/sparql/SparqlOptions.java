package stemma.sparql;

import java.time.Duration;
import java.util.Set;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.lang.SPARQLParser;
import org.apache.jena.sparql.lang.arq.ParserARQ;
import stemma.sparql.bounded.BoundedFunctions;
import stemma.sparql.standard.StandardSemantics;
import stemma.store.Limits;

/**
 * How SPARQL is understood here.
 *
 * @param defaultGraph what the default graph is
 * @param dialect which language is read
 * @param limits how much a query may take, and each operation of an update
 * @param patience how long a change waits for the changes before it
 * @param writtenGraph the graph of what is added without naming one, where the default graph is a union
 * @param reservedGraphs graphs that the server itself keeps, and nobody else writes
 */
public record SparqlOptions(
        DefaultGraph defaultGraph,
        Dialect dialect,
        Limits limits,
        Duration patience,
        String writtenGraph,
        Set<String> reservedGraphs) {

    /** Which language is read. */
    public enum Dialect {
        /** SPARQL as the standard has it. */
        STANDARD(Syntax.syntaxSPARQL_12),
        /** With what Jena adds to it. */
        JENA(Syntax.syntaxARQ);

        private final Syntax syntax;

        Dialect(Syntax syntax) {
            this.syntax = syntax;
        }

        Syntax syntax() {
            return syntax;
        }

        SPARQLParser parser() {
            return this == STANDARD ? new StandardParser() : new ParserARQ();
        }

        /** What comes between a query's algebra and its execution. */
        RewriteFactory optimizer() {
            RewriteFactory bounded = BoundedFunctions.before(Optimize.stdOptimizationFactory);
            return this == STANDARD ? StandardSemantics.before(bounded) : bounded;
        }
    }
}
