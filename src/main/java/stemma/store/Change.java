package stemma.store;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What a change of a dataset is about.
 *
 * @param subjects the subjects of the statements that were added or removed
 * @param objects their objects
 */
public record Change(Set<Node> subjects, Set<Node> objects) {
    public Change {
        subjects = Set.copyOf(subjects);
        objects = Set.copyOf(objects);
    }

    /** Of these statements, added or removed. */
    public static Change of(Iterable<Triple> statements) {
        Set<Node> subjects = new HashSet<>();
        Set<Node> objects = new HashSet<>();
        statements.forEach(statement -> {
            subjects.add(statement.getSubject());
            objects.add(statement.getObject());
        });
        return new Change(subjects, objects);
    }
}
