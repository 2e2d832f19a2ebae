package stemma.store;

/**
 * Names one state of a store. Two different states never have the same version, so an answer may be kept as long as
 * the version stands.
 *
 * @param value the digest of what the store was built from, a dot, and the number of commits since; safe in an ETag
 */
public record Version(String value) {
    @Override
    public String toString() {
        return value;
    }
}
