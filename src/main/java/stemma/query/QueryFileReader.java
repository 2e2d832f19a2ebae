package stemma.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a query file: the lines that begin with {@code #+} are a YAML document, the whole is a SPARQL query. */
final class QueryFileReader {
    private static final String MARK = "#+";

    /** Parameters that each query's route has beside its own. */
    private static final Set<String> RESERVED = Set.of("limit", "offset", "format");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private QueryFileReader() {}

    private record Header(
            Map<String, String> title, Map<String, String> description, Map<String, HeaderParameter> parameters) {}

    private record HeaderParameter(
            ParameterType type,
            Boolean required,
            @JsonProperty("default") String defaultValue,
            List<String> values,
            String example,
            Map<String, String> description) {}

    static QueryFile read(Path file, String group) throws IOException, InvalidQueryFileException {
        String text = Files.readString(file);
        Header header = header(file, text);
        Query query = query(file, text);
        List<Parameter> parameters = parameters(file, header, query);
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
            Header header = YAML.readValue(yaml, Header.class);
            if (header == null || header.title() == null || header.description() == null) {
                throw new InvalidQueryFileException(file, 1, "the header needs a title and a description");
            }
            return header;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new InvalidQueryFileException(file, line, "the header: " + e.getOriginalMessage());
        }
    }

    private static Query query(Path file, String text) throws InvalidQueryFileException {
        try {
            return QueryFactory.create(text, Syntax.syntaxSPARQL_12);
        } catch (QueryParseException e) {
            throw new InvalidQueryFileException(file, e.getLine(), e.getMessage());
        } catch (QueryException e) {
            throw new InvalidQueryFileException(file, 0, e.getMessage());
        }
    }

    private static List<Parameter> parameters(Path file, Header header, Query query) throws InvalidQueryFileException {
        Map<String, HeaderParameter> declared = header.parameters() == null ? Map.of() : header.parameters();
        Collection<Var> variables = OpVars.mentionedVars(Algebra.compile(query));
        List<Parameter> parameters = new ArrayList<>();
        for (Map.Entry<String, HeaderParameter> entry : new LinkedHashMap<>(declared).entrySet()) {
            String name = entry.getKey();
            HeaderParameter parameter = entry.getValue();
            if (!variables.contains(Var.alloc(name))) {
                throw new InvalidQueryFileException(file, 1, "parameter '" + name + "' is no variable of the query");
            }
            if (RESERVED.contains(name)) {
                throw new InvalidQueryFileException(file, 1, "'" + name + "' is a parameter of every query");
            }
            if (parameter == null || parameter.type() == null) {
                throw new InvalidQueryFileException(file, 1, "parameter '" + name + "' needs a type");
            }
            boolean required = parameter.defaultValue() == null && !Boolean.FALSE.equals(parameter.required());
            if (required && parameter.example() == null) {
                throw new InvalidQueryFileException(file, 1, "parameter '" + name + "' needs an example");
            }
            parameters.add(new Parameter(
                    name,
                    parameter.type(),
                    required,
                    parameter.defaultValue(),
                    parameter.values() == null ? List.of() : parameter.values(),
                    parameter.example(),
                    parameter.description() == null ? Map.of() : parameter.description()));
        }
        return List.copyOf(parameters);
    }
}
