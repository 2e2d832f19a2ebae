package stemma.ontology;

/** A file of RDF cannot be read; nothing of it was taken. */
public final class FaultyFileException extends Exception {
    private static final long serialVersionUID = 1L;

    FaultyFileException(Fault fault) {
        super(fault.toString());
    }
}
