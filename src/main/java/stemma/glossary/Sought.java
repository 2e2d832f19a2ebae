package stemma.glossary;

import java.util.List;

/**
 * What somebody looks for an entry by, as the
 * <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">Reconciliation Service API</a>
 * puts it.
 *
 * @param names what it may be called; a local name, an IRI or a CURIE will do
 * @param ids local names, IRIs or CURIEs, of which it must have one; empty for any
 * @param types local names of classes; empty for any
 * @param strictness how far the classes bind
 * @param conditions what else should be true of it
 * @param limit how many candidates are wanted, at most
 */
public record Sought(
        List<String> names,
        List<String> ids,
        List<String> types,
        Strictness strictness,
        List<Condition> conditions,
        int limit) {

    /** Whether an entry must be of one of the classes, of all of them, or only comes first if it is. */
    public enum Strictness {
        ANY,
        ALL,
        SHOULD
    }

    /** How many of a condition's values an entry must have. */
    public enum Quantifier {
        ANY,
        ALL,
        NONE
    }

    /**
     * A condition.
     *
     * @param property the local name of a relation, a trait or an attribute
     * @param values labels or names of entries, or literals
     * @param required whether an entry that does not meet it is no candidate
     */
    public record Condition(String property, List<String> values, Quantifier quantifier, boolean required) {}
}
