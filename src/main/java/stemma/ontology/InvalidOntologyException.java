package stemma.ontology;

import java.util.List;
import java.util.stream.Collectors;

/** An ontology folder that is not loaded, with every fault that was found in it. */
public final class InvalidOntologyException extends Exception {
    private final transient List<Fault> faults;

    public InvalidOntologyException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
