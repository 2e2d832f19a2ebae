package stemma.sparql;

import java.util.Optional;
import stemma.store.Version;

/**
 * What is known of an answer before its first byte.
 *
 * @param contentType the value of the Content-Type header
 * @param state the state of the store from which all of the answer follows; empty where time or chance has a part in it
 */
public record AnswerHead(String contentType, Optional<Version> state) {}
