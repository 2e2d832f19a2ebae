package stemma.sparql;

import java.io.IOException;
import stemma.problem.Problem;

/** An answer that was opened and cannot be brought to its end. What was written of it is not an answer. */
public final class BrokenAnswerException extends IOException {
    private final transient Problem problem;

    BrokenAnswerException(Problem problem, Throwable cause) {
        super(problem.detail(), cause);
        this.problem = problem;
    }

    /** Why, for a client that has not seen any of it yet. */
    public Problem problem() {
        return problem;
    }
}
