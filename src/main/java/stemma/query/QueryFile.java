package stemma.query;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import stemma.problem.Problem;

/**
 * A named query: a {@code .rq} file with a header. See {@code queries/README.md} for the header's syntax.
 *
 * @param name the file's name without its ending; unique in the catalogue
 * @param group the folder that it stands in: {@code api}, {@code glossary}, {@code checks}
 * @param title a few words, by language
 * @param description what it answers, by language
 * @param parameters in the order of the header
 * @param query the parsed query; never changed
 * @param text the file's text
 */
public record QueryFile(
        String name,
        String group,
        Map<String, String> title,
        Map<String, String> description,
        List<Parameter> parameters,
        Query query,
        String text) {

    /** What a query gives back. */
    public enum Kind {
        /** Rows, of SELECT. */
        SELECT,
        /** Yes or no, of ASK. */
        ASK,
        /** A graph, of CONSTRUCT and DESCRIBE. */
        GRAPH;

        /** The kind's name in answers. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the query gives back. */
    public Kind kind() {
        return query.isSelectType() ? Kind.SELECT : query.isAskType() ? Kind.ASK : Kind.GRAPH;
    }

    /** The parameters' values in the header's example call, by name. */
    public Map<String, String> example() {
        Map<String, String> example = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (parameter.example() != null) {
                example.put(parameter.name(), parameter.example());
            }
        }
        return example;
    }

    /**
     * Turns the texts of a call into terms for the query's variables; for a list, into several.
     *
     * @param value gives the text of a parameter by its name, or null
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter} for a missing or malformed value
     */
    public Map<Var, List<Node>> bind(Function<String, String> value, Namespaces namespaces) {
        Map<Var, List<Node>> bound = new HashMap<>();
        for (Parameter parameter : parameters) {
            String text = value.apply(parameter.name());
            String used = text == null ? parameter.defaultValue() : text;
            if (used != null) {
                bound.put(Var.alloc(parameter.name()), parameter.parse(used, namespaces));
            } else if (parameter.required()) {
                throw new Problem.BadParameter(parameter.name(), "it is required").exception();
            }
        }
        return bound;
    }
}
