package stemma.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import stemma.problem.Problem;

/**
 * A parameter of a query file, bound to the variable of the same name.
 *
 * @param name the variable, without question mark
 * @param type the kind of value
 * @param list whether it takes several values, with commas between them
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
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean list,
        boolean required,
        @JsonProperty("default") String defaultValue,
        List<String> values,
        String example,
        Map<String, String> description) {

    /**
     * The terms that a text stands for: one, but of a list.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter}
     */
    public List<Node> parse(String text, Namespaces namespaces) {
        return list
                ? Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .map(value -> term(value, namespaces))
                        .toList()
                : List.of(term(text, namespaces));
    }

    private Node term(String text, Namespaces namespaces) {
        if (!values.isEmpty() && !values.contains(text)) {
            throw new Problem.BadParameter(name, "one of " + String.join(", ", values) + " is expected").exception();
        }
        return type.parse(text, namespaces)
                .orElseThrow(() ->
                        new Problem.BadParameter(name, "a value of type " + type.label() + " is expected").exception());
    }
}
