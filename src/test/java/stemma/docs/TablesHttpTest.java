package stemma.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import stemma.Settings;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of the documentation are held against the code. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TablesHttpTest {
    private static final Markdown README = Markdown.of("README.md");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{env:(\\w+):-(.*)}");

    @Test
    void the_settings_table_is_the_settings() {
        List<String> declared = CommandSpec.forAnnotatedObject(Settings.parse()).options().stream()
                .map(TablesHttpTest::row)
                .sorted()
                .toList();
        List<String> documented = README.table("Settings").stream()
                .map(cells -> String.join(" | ", cells))
                .sorted()
                .toList();
        assertEquals(declared, documented);
    }

    private static String row(OptionSpec option) {
        // The option's own default value has the environment's already in it.
        Option declaration = ((Field) option.userObject()).getAnnotation(Option.class);
        var environment = ENVIRONMENT.matcher(declaration.defaultValue());
        if (!environment.matches()) {
            throw new AssertionError(option.longestName() + " has no environment variable");
        }
        String help = String.join("", option.description());
        String meaning = help.replaceFirst(" \\(default: .*\\)\\.$", "").replaceFirst("\\.$", "");
        String fallback = help.replaceFirst(".*\\(default: (.*)\\)\\.$", "$1");
        if (!environment.group(2).isEmpty()) {
            assertEquals(environment.group(2), fallback, option.longestName() + " tells its default wrongly");
        }
        return String.join(" | ", option.longestName(), environment.group(1), fallback, meaning);
    }

    @Test
    void the_routes_table_is_the_URL_map(StemmaClient client) throws Exception {
        String routes = Files.readString(Path.of("src/main/java/stemma/http/Routes.java"));
        var declared = Pattern.compile("(?:routes(?:, |\\.\\w+\\()|String \\w+ = )\"(/[^\"]*)\"")
                .matcher(routes)
                .results()
                .map(route -> route.group(1).replaceFirst("(.)/$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        client.json("openapi.json").get("paths").propertyNames().stream()
                .filter(path -> !path.startsWith("/api/v1/queries/"))
                .map(path -> path.replace("{path}", "<path>"))
                .forEach(declared::add);
        var documented = README.table("Routes").stream()
                .map(cells -> cells.get(0))
                .map(route -> route.replace("{path}", "<path>"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, documented);
    }

    @Test
    void the_routes_table_names_the_parameters_that_each_route_takes(StemmaClient client) {
        Map<String, List<String>> known = new TreeMap<>();
        Map<String, List<String>> documented = new TreeMap<>();
        for (List<String> cells : README.table("Routes")) {
            String route = cells.get(0);
            if (route.startsWith("/api/") && !cells.get(2).startsWith("its own")) {
                HttpResponse<String> response =
                        client.get(route.replace("{name}", "LSTM").replace("{format}", "ttl") + "?no-such-parameter=1");
                JsonNode problem = JsonMapper.shared().readTree(response.body());
                known.put(
                        route,
                        StreamSupport.stream(problem.get("known").spliterator(), false)
                                .map(JsonNode::asString)
                                .toList());
                documented.put(
                        route,
                        cells.get(2).isBlank()
                                ? List.of()
                                : Arrays.asList(cells.get(2).split(", ", -1)));
            }
        }
        assertEquals(known, documented);
    }

    @Test
    void the_table_of_query_files_is_the_catalogue(StemmaClient client) {
        List<String> catalogue = new ArrayList<>();
        client.json("/api/v1/queries?limit=1000")
                .get("items")
                .forEach(query -> catalogue.add(String.join(
                        " | ",
                        query.get("group").asString() + "/",
                        query.get("name").asString(),
                        query.get("title").get("en").asString())));
        catalogue.sort(null);
        List<String> documented = Markdown.of("queries/README.md").table("The files").stream()
                .map(cells -> String.join(" | ", cells))
                .sorted()
                .toList();
        assertEquals(catalogue, documented);
    }
}
