package stemma.sparql;

import java.util.Optional;
import java.util.Set;
import stemma.problem.Problem;
import stemma.store.Version;

/**
 * What must hold of the store before it is changed: a guard against overwriting what another client has written meanwhile.
 *
 * @param versions the versions of which the store has to be at one; empty when any will do
 * @param graph what is asked of the graph that is written
 */
public record Precondition(Optional<Set<String>> versions, Graph graph) {
    /** Asks for nothing. */
    public static final Precondition NONE = new Precondition(Optional.empty(), Graph.ANY);

    /** What is asked of the graph that is written. */
    public enum Graph {
        /** Nothing. */
        ANY,
        /** That it is there: {@code If-Match: *}. */
        PRESENT,
        /** That it is not there: {@code If-None-Match: *}. */
        ABSENT
    }

    void check(Version version) {
        if (versions.isPresent() && !versions.get().contains(version.value())) {
            throw failed("If-Match", version);
        }
    }

    void checkGraph(boolean isThere, Version version) {
        if (graph == Graph.PRESENT && !isThere) {
            throw failed("If-Match", version);
        }
        if (graph == Graph.ABSENT && isThere) {
            throw failed("If-None-Match", version);
        }
    }

    private static RuntimeException failed(String header, Version version) {
        return new Problem.PreconditionFailed(header, version.value()).exception();
    }
}
