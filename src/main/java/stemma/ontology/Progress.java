package stemma.ontology;

/** Hears how far a load has come. */
@FunctionalInterface
public interface Progress {
    /**
     * Hears one step.
     *
     * @param step what is being done, in a few words
     * @param done steps finished, or bytes
     * @param total steps in all, or bytes
     */
    void at(String step, long done, long total);
}
