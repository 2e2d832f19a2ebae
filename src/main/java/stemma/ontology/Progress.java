package stemma.ontology;

/** Hears how far a load has come. */
@FunctionalInterface
public interface Progress {
    /**
     * Hears one step.
     *
     * @param step what is being done, in a few words
     * @param done steps finished
     * @param total steps in all
     */
    void at(String step, int done, int total);
}
