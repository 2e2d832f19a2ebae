package stemma.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a query file: the lines that begin with {@code #+} are a YAML document, the whole is a SPARQL query. */
final class QueryFileReader {
    private static final String MARK = "#+";

    /** Parameters that each query's route has beside its own. */
    private static final Set<String> RESERVED = Set.of("limit", "offset", "format");

    private static final Pattern PLACE = Pattern.compile("at line (\\d{1,9})");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private QueryFileReader() {}

    private record Header(
            Map<String, String> title, Map<String, String> description, Map<String, HeaderParameter> parameters) {}

    private record HeaderParameter(
            ParameterType type,
            boolean list,
            Boolean required,
            @JsonProperty("default") String defaultValue,
            List<String> values,
            String example,
            Map<String, String> description) {}

    static QueryFile read(Path file, String group) throws IOException, InvalidQueryFileException {
        String text = Files.readString(file);
        Header header = header(file, text);
        Query query = query(file, text);
        List<Parameter> parameters = parameters(file, text, header, query);
        String name = file.getFileName().toString().replaceFirst("\\.rq$", "");
        return new QueryFile(name, group, header.title(), header.description(), parameters, query, text);
    }

    private static Header header(Path file, String text) throws InvalidQueryFileException {
        // Other lines become empty ones, so that the reader's line numbers are those of the file.
        String yaml = text.lines()
                .map(line ->
                        line.startsWith(MARK) ? line.substring(MARK.length()).replaceFirst("^ ", "") : "")
                .collect(Collectors.joining("\n"));
        try {
            Header header = yaml.isBlank() ? null : YAML.readValue(yaml, Header.class);
            if (header == null || header.title() == null || header.description() == null) {
                throw new InvalidQueryFileException(file, 1, "the header needs a title and a description");
            }
            return header;
        } catch (DatabindException e) {
            String name = e.getPath().isEmpty() ? null : e.getPath().getLast().getPropertyName();
            throw new InvalidQueryFileException(file, lineOf(name, text), "the header: " + reason(e, name));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new InvalidQueryFileException(file, line, "the header: " + e.getOriginalMessage());
        }
    }

    private static String reason(DatabindException e, String name) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "'" + name + "' is not known; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidFormatException value && value.getTargetType().isEnum()) {
            return "'" + name + "' is one of "
                    + Arrays.stream(ParameterType.values())
                            .map(ParameterType::label)
                            .collect(Collectors.joining(", "));
        }
        return "'" + name + "' has another kind of value than is expected";
    }

    /** The line of the header on which a name stands first; 1 where there is none. */
    private static int lineOf(String name, String text) {
        Pattern pattern = Pattern.compile(Pattern.quote(MARK) + "(.*[\\s{,])?" + Pattern.quote("" + name) + "\\s*:.*");
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).matches()) {
                return i + 1;
            }
        }
        return 1;
    }

    private static Query query(Path file, String text) throws InvalidQueryFileException {
        try {
            return QueryFactory.create(text, Syntax.syntaxSPARQL_12);
        } catch (QueryParseException e) {
            throw new InvalidQueryFileException(file, line(e), reason(e));
        } catch (QueryException e) {
            throw new InvalidQueryFileException(file, 1, reason(e));
        }
    }

    /** The first line alone: the list of all that was expected instead is too long to help. */
    private static String reason(QueryException e) {
        return e.getMessage().lines().findFirst().orElse("the query does not parse");
    }

    private static int line(QueryParseException e) {
        Matcher place = PLACE.matcher(e.getMessage());
        return e.getLine() > 0 ? e.getLine() : place.find() ? Integer.parseInt(place.group(1)) : 1;
    }

    private static List<Parameter> parameters(Path file, String text, Header header, Query query)
            throws InvalidQueryFileException {
        Map<String, HeaderParameter> declared = header.parameters() == null ? Map.of() : header.parameters();
        Collection<Var> variables = OpVars.mentionedVars(Algebra.compile(query));
        List<Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, HeaderParameter> entry : new LinkedHashMap<>(declared).entrySet()) {
            String name = entry.getKey();
            HeaderParameter parameter = entry.getValue();
            int line = lineOf(name, text);
            if (!variables.contains(Var.alloc(name))) {
                throw new InvalidQueryFileException(file, line, "parameter '" + name + "' is no variable of the query");
            }
            if (RESERVED.contains(name)) {
                throw new InvalidQueryFileException(file, line, "'" + name + "' is a parameter of every query");
            }
            if (parameter == null || parameter.type() == null) {
                throw new InvalidQueryFileException(file, line, "parameter '" + name + "' needs a type");
            }
            boolean required = parameter.defaultValue() == null && !Boolean.FALSE.equals(parameter.required());
            if (required && parameter.example() == null) {
                throw new InvalidQueryFileException(file, line, "parameter '" + name + "' needs an example");
            }
            parameters.add(new Parameter(
                    name,
                    parameter.type(),
                    parameter.list(),
                    required,
                    parameter.defaultValue(),
                    parameter.values() == null ? List.of() : parameter.values(),
                    parameter.example(),
                    parameter.description() == null ? Map.of() : parameter.description()));
        }
        return List.copyOf(parameters);
    }
}
