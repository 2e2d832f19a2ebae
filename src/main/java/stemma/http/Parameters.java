package stemma.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import stemma.problem.Problem;

/** The parameters of a request's query string, of which each is known and given once at most. */
final class Parameters {
    private final Map<String, List<String>> given;

    private Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /**
     * Reads the parameters.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.UnknownParameter} or {@link Problem.BadParameter}
     */
    static Parameters of(Context ctx, List<String> known) {
        Map<String, List<String>> given = Form.read(ctx.queryString());
        given.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new Problem.UnknownParameter(name, known).exception();
            }
            if (values.size() > 1) {
                throw new Problem.BadParameter(name, "it is given " + values.size() + " times").exception();
            }
        });
        return new Parameters(given);
    }

    /** The value of a parameter that is given and not blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(List::getFirst).filter(value -> !value.isBlank());
    }

    /** The value of a parameter that must be given. */
    String required(String name) {
        return text(name).orElseThrow(() -> new Problem.BadParameter(name, "it is required").exception());
    }

    /** A whole number within bounds. */
    int integer(String name, int defaultValue, int min, int max) {
        return text(name)
                .map(value -> {
                    if (value.matches("[0-9]{1,9}")) {
                        int number = Integer.parseInt(value);
                        if (number >= min && number <= max) {
                            return number;
                        }
                    }
                    throw new Problem.BadParameter(name, "a whole number from " + min + " to " + max + " is expected")
                            .exception();
                })
                .orElse(defaultValue);
    }

    /** One of some values, by its name. */
    <T> T choice(String name, T defaultValue, T[] values, Function<T, String> nameOf) {
        return text(name)
                .map(value -> Arrays.stream(values)
                        .filter(candidate -> nameOf.apply(candidate).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new Problem.BadParameter(
                                        name,
                                        "one of "
                                                + Arrays.stream(values)
                                                        .map(nameOf)
                                                        .collect(Collectors.joining(", "))
                                                + " is expected")
                                .exception()))
                .orElse(defaultValue);
    }

    /** The values of a list with commas; empty when it is not given. */
    List<String> list(String name) {
        return text(name)
                .map(value ->
                        Arrays.stream(value.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }
}
