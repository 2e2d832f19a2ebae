package stemma.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import stemma.problem.Problem;

/**
 * A parameter of a query file, bound to the variable of the same name.
 *
 * @param name the variable, without question mark
 * @param type the kind of value
 * @param required whether a call without it is refused; a parameter with a default never is
 * @param defaultValue the value of a call that gives none
 * @param values the allowed values; empty when all of the type are allowed
 * @param example a value that gives an answer
 * @param description what it means, by language
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Parameter(
        String name,
        ParameterType type,
        boolean required,
        @JsonProperty("default") String defaultValue,
        List<String> values,
        String example,
        Map<String, String> description) {

    /**
     * The term that a text stands for.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter}
     */
    public Node parse(String text, Namespaces namespaces) {
        if (!values.isEmpty() && !values.contains(text)) {
            throw new Problem.BadParameter(name, "one of " + String.join(", ", values) + " is expected").exception();
        }
        return type.parse(text, namespaces)
                .orElseThrow(() ->
                        new Problem.BadParameter(name, "a value of type " + type.label() + " is expected").exception());
    }
}
