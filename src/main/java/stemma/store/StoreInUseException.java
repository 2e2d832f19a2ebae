package stemma.store;

import java.io.IOException;
import java.nio.file.Path;

/** A store that another process has open. */
public final class StoreInUseException extends IOException {
    public StoreInUseException(Path folder, long process) {
        super("The store in " + folder + " is in use by process " + process + ".");
    }
}
