package stemma.store;

import org.apache.jena.graph.Graph;
import stemma.problem.Problem;

/** A change that breaks what must hold in a store; it was not made. */
public final class InvalidChangeException extends Exception {
    private final transient Problem.Invalid problem;
    private final transient Graph report;

    /**
     * A refusal.
     *
     * @param report why, as a <a href="https://www.w3.org/TR/shacl/#validation-report">SHACL validation report</a>
     */
    public InvalidChangeException(Problem.Invalid problem, Graph report) {
        super(problem.detail());
        this.problem = problem;
        this.report = report;
    }

    public Problem.Invalid problem() {
        return problem;
    }

    /** The SHACL validation report. */
    public Graph report() {
        return report;
    }
}
