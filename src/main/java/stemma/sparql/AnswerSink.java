package stemma.sparql;

import java.io.IOException;
import java.io.OutputStream;

/** Takes an answer once it is sure to begin: everything that can be refused has been refused before. */
@FunctionalInterface
public interface AnswerSink {
    /** Opens the way for the bytes of an answer; called at most once. */
    OutputStream open(AnswerHead head) throws IOException;
}
