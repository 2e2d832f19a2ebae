package stemma.ontology;

import java.util.List;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;

/**
 * Turns what the Turtle parser has to say of a file into faults. Warnings are refused too: a malformed number or language
 * tag never was meant.
 */
record FaultCollector(String file, List<Fault> faults) implements ErrorHandler {
    @Override
    public void warning(String message, long line, long column) {
        faults.add(fault(message, line, column));
    }

    @Override
    public void error(String message, long line, long column) {
        faults.add(fault(message, line, column));
        throw new RiotException(message);
    }

    @Override
    public void fatal(String message, long line, long column) {
        error(message, line, column);
    }

    private Fault fault(String message, long line, long column) {
        return new Fault(file, (int) line, "", message + (column > 0 ? " (column " + column + ")" : ""));
    }
}
