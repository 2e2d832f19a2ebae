package stemma.query;

import java.nio.file.Path;

/** A query file that cannot be used; the message begins with its name and line. */
public final class InvalidQueryFileException extends Exception {
    public InvalidQueryFileException(Path file, int line, String reason) {
        super(file + (line > 0 ? ":" + line : "") + ": " + reason);
    }
}
