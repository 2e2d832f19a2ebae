package stemma.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.problem.Problem;

/** The parameters of a request, of which each is declared, given once at most, and of the kind it takes. */
final class Parameters {
    private static final String NAME = "name";

    private final Optional<String> nameInPath;
    private final Map<String, String> values;

    private Parameters(Optional<String> nameInPath, Map<String, String> values) {
        this.nameInPath = nameInPath;
        this.values = values;
    }

    /**
     * Reads the parameters of a query string; a blank value is none.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.UnknownParameter} or {@link Problem.BadParameter}
     */
    static Parameters of(Context ctx, List<Declared> declared) {
        List<String> known = declared.stream().map(Declared::name).toList();
        Map<String, List<String>> given = Form.ofAddress(ctx);
        given.forEach((name, texts) -> {
            if (!known.contains(name)) {
                throw new Problem.UnknownParameter(name, known).exception();
            }
            if (texts.size() > 1) {
                throw new Problem.BadParameter(name, "it is given " + texts.size() + " times").exception();
            }
        });
        Map<String, String> values = new LinkedHashMap<>();
        for (Declared parameter : declared) {
            Optional<String> text = Optional.ofNullable(given.get(parameter.name()))
                    .map(List::getFirst)
                    .filter(value -> !value.isBlank());
            text.ifPresent(value -> parameter.values().check(parameter.name(), value));
            if (text.isEmpty() && parameter.required()) {
                throw new Problem.BadParameter(parameter.name(), "it is required").exception();
            }
            text.or(parameter::fallback).ifPresent(value -> values.put(parameter.name(), value));
        }
        return new Parameters(Optional.ofNullable(ctx.pathParamMap().get(NAME)), values);
    }

    /** What is asked for: the name in the path or, of an operation without, the IRI that was given. */
    String name() {
        return nameInPath.orElseGet(() -> text(Operation.IRI));
    }

    /** The value of a parameter that may be left out. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of a parameter that is required or has a fallback. */
    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException(name + " may be left out"));
    }

    /** The value of a parameter that is a whole number and always has one. */
    int integer(String name) {
        return Integer.parseInt(text(name));
    }

    /** The values of a list with commas; empty when it is not given. */
    List<String> list(String name) {
        return find(name)
                .map(value ->
                        Arrays.stream(value.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }
}
