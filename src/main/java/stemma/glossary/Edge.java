package stemma.glossary;

/**
 * A relation between two entries as it is stated, from the younger or the whole; all three by local name.
 *
 * @param derived whether a rule derived it
 */
record Edge(String source, String relation, String target, boolean derived) {

    /** The other end. */
    String other(String name) {
        return source.equals(name) ? target : source;
    }
}
