package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StemmaClient;
import stemma.StemmaExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query operation of the SPARQL 1.1 Protocol, and the dataset that is asked. */
@ExtendWith(StemmaExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SparqlHttpTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String DIRECT = "application/sparql-query";
    private static final String LLM = "https://w3id.org/stemma/llm/";
    private static final String LSTM_EXTENDS_RNN =
            "ASK { <" + LLM + "LSTM> <https://w3id.org/stemma/ns#extends> <" + LLM + "RNN> }";
    private static final String ENTRY_GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { <" + LLM + "LSTM> ?p ?o } }";

    @Test
    void get_and_both_kinds_of_post_answer_alike(StemmaClient client) {
        String encoded = StemmaClient.encoded(LSTM_EXTENDS_RNN);
        List<HttpResponse<String>> answers = List.of(
                client.get("sparql?query=" + encoded),
                post(client, "sparql", FORM, "query=" + encoded),
                post(client, "sparql", FORM + "; charset=UTF-8", "query=" + encoded),
                post(client, "sparql", DIRECT, LSTM_EXTENDS_RNN),
                post(client, "sparql", DIRECT + ";charset=\"utf-8\"", LSTM_EXTENDS_RNN));

        for (HttpResponse<String> answer : answers) {
            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(json(answer).get("boolean").booleanValue(), answer.body());
        }
    }

    @Test
    void chinese_arrives_in_every_way(StemmaClient client) {
        String query = "SELECT ?x { BIND('循環 + 神經&網路' AS ?x) }";
        String encoded = StemmaClient.encoded(query);

        for (HttpResponse<String> answer : List.of(
                client.get("sparql?query=" + encoded),
                post(client, "sparql", FORM, "query=" + encoded),
                post(client, "sparql", DIRECT, query))) {
            assertEquals("循環 + 神經&網路", value(answer, "x"), answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ?s text:query (skos:prefLabel '长短期记忆')                                  | true
                    GRAPH ?g { ?s text:query (skos:prefLabel '长短期记忆') }                     | true
                    GRAPH <{graph}recurrent> { ?s text:query (skos:prefLabel '长短期记忆') }      | true
                    GRAPH <{graph}attention> { ?s text:query (skos:prefLabel '长短期记忆') }      | false
                    ?s text:query 'xyzzy'                                                    | false
                    ?s text:query ('recurrent networks' 'lang:en')                          | true
                    ?s text:query ('recurrent networks' 'lang:fr')                          | false
                    """)
    void texts_are_found_by_words(String pattern, boolean found, StemmaClient client) {
        String query = "PREFIX text: <http://jena.apache.org/text#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
                + " ASK { " + pattern.replace("{graph}", "https://w3id.org/stemma/graph/llm/") + " }";
        HttpResponse<String> answer = client.get("sparql?query=" + StemmaClient.encoded(query));

        assertEquals(found, json(answer).path("boolean").booleanValue(), answer.body());
    }

    @Test
    void exactly_one_query_is_expected(StemmaClient client) {
        for (HttpResponse<String> answer : List.of(
                client.get("sparql?query=ASK%7B%7D&query=ASK%7B%7D"),
                post(client, "sparql", FORM, ""),
                post(client, "sparql", FORM, "query=ASK%7B%7D&query=ASK%7B%7D"),
                post(client, "sparql?query=ASK%7B%7D", DIRECT, "ASK{}"))) {
            assertProblem(answer, 400, "bad-parameter");
            assertEquals("query", json(answer).get("parameter").stringValue());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT * WHERE { ?s ?p }          | 1 | 24",
                "`SELECT *\nWHERE {\n  ?s ?p ?o\n` | 3 | 11",
                "`SELECT *\nWHERE { ?s nix:p ?o }` | 2 | 12",
                "`ASK {\n  ?s ?p \"open }`         | 2 | 16"
            })
    void a_syntax_error_says_line_and_column(String query, int line, int column, StemmaClient client) {
        for (HttpResponse<String> answer : List.of(
                client.get("sparql?query=" + StemmaClient.encoded(query)), post(client, "sparql", DIRECT, query))) {
            assertProblem(answer, 400, "syntax-error");
            assertEquals(
                    line + ":" + column,
                    json(answer).get("line") + ":" + json(answer).get("column"),
                    answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "SELECT ?x { ?s ?p ?o } GROUP BY ?s", "SELECT (1 AS ?x) (2 AS ?x) {}"})
    void what_is_no_query_is_a_syntax_error(String query, StemmaClient client) {
        assertProblem(post(client, "sparql", DIRECT, query), 400, "syntax-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void other_methods_are_told_which_there_are(String method, StemmaClient client) {
        HttpResponse<String> answer = client.send(client.request("sparql?query=ASK%7B%7D")
                .method(method, BodyPublishers.noBody())
                .build());

        assertProblem(answer, 405, "method-not-allowed");
        assertEquals("GET, HEAD, POST, OPTIONS", header(answer, "Allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json",
                "multipart/form-data; boundary=x",
                "nonsense",
                "application/sparql-query; charset=utf-16",
                "application/x-www-form-urlencoded; charset=nonsense"
            })
    void a_body_of_another_type_is_not_read(String type, StemmaClient client) {
        assertProblem(post(client, "sparql", type, "ASK{}"), 415, "unsupported-media-type");
    }

    @Test
    void a_format_that_cannot_be_had_is_refused_before_anything_runs(StemmaClient client) {
        String endless = StemmaClient.encoded("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }");

        HttpResponse<String> answer = client.get("sparql?query=" + endless, "Accept", "text/html");

        assertProblem(answer, 406, "not-acceptable");
        assertEquals(4, json(answer).get("offered").size());
    }

    @Test
    void the_default_graph_is_the_union_of_all(StemmaClient client) {
        long union = count(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "");
        long distinct =
                count(client, "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }", "");

        assertTrue(union > 1000);
        assertEquals(distinct, union);
    }

    /** Jena 6.0.0 alone fails here: apache/jena 3751. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ?a ?b ?c FILTER (?c = <urn:nothing>) ?a ?d ?e . ?e ?f ?g }",
                "{ ?a ?b ?c FILTER (STR(?c) = \"nothing\") ?x ?y ?z . ?z ?v ?w }",
                "{ GRAPH ?h { ?a ?b ?c FILTER (?c = <urn:nothing>) ?a ?d ?e . ?e ?f ?g } }"
            })
    void patterns_after_one_without_a_solution_have_none_either(String pattern, StemmaClient client) {
        assertEquals(0, count(client, "SELECT (COUNT(*) AS ?n) " + pattern, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ %s ?a a ?c }",
                "{ GRAPH ?g { %s } ?a a ?c }",
                "{ %s ?a ?q ?d FILTER (?a != ?b && ISLITERAL(?d)) }",
                "{ GRAPH ?g { %s ?a ?q ?d FILTER (ISLITERAL(?d)) } }"
            })
    void a_pattern_that_says_the_same_many_times_has_the_same_solutions(String pattern, StemmaClient client) {
        String part = "?a <http://www.w3.org/2004/02/skos/core#prefLabel> ?b";
        String query = "SELECT (COUNT(*) AS ?n) " + pattern;
        long once = count(client, query.formatted(part + "."), "");

        assertTrue(once > 100);
        assertEquals(once, count(client, query.formatted(part + ",?b".repeat(250) + "."), ""));
    }

    @Test
    void a_graph_can_be_asked_by_its_name(StemmaClient client) {
        String graph = value(query(client, ENTRY_GRAPHS, ""), "g");
        String inGraph = "SELECT (COUNT(*) AS ?n) { GRAPH <" + graph + "> { ?s ?p ?o } }";
        String plain = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        long size = count(client, inGraph, "");

        assertTrue(size > 10 && size < count(client, plain, ""));
        assertEquals(size, count(client, plain, "&default-graph-uri=" + StemmaClient.encoded(graph)));
        assertEquals(size, count(client, plain.replace("{ ?s", "FROM <" + graph + "> { ?s"), ""));
    }

    @Test
    void dataset_parameters_take_the_place_of_the_querys_own(StemmaClient client) {
        List<String> graphs = json(query(client, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g", ""))
                .at("/results/bindings")
                .valueStream()
                .map(row -> row.at("/g/value").stringValue())
                .toList();
        assertTrue(graphs.size() > 2);
        String first = StemmaClient.encoded(graphs.getFirst());
        String last = StemmaClient.encoded(graphs.getLast());
        String named = "SELECT (COUNT(DISTINCT ?g) AS ?n) FROM NAMED <" + graphs.get(1) + "> { GRAPH ?g { ?s ?p ?o } }";

        assertEquals(1, count(client, named, ""));
        assertEquals(2, count(client, named, "&named-graph-uri=" + first + "&named-graph-uri=" + last));
        assertEquals(0, count(client, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "&named-graph-uri=" + first));
    }

    @Test
    void a_client_may_want_to_wait_less_but_not_forever(StemmaClient client) {
        for (String wish : List.of("0", "-1", "1.5", "soon", "100000", "")) {
            HttpResponse<String> answer = client.get("sparql?query=ASK%7B%7D&timeout=" + wish);

            assertProblem(answer, 400, "bad-parameter");
            assertEquals("timeout", json(answer).get("parameter").stringValue());
        }
        assertEquals(200, client.get("sparql?query=ASK%7B%7D&timeout=1").statusCode());
    }

    @Test
    void other_origins_may_ask_and_read_answers_and_errors(StemmaClient client) {
        for (String path : List.of("sparql?query=ASK%7B%7D", "sparql?query=nonsense", "sparql?update=CLEAR+ALL")) {
            HttpResponse<String> answer = client.get(path, "Origin", "https://example.org");

            assertEquals("*", header(answer, "Access-Control-Allow-Origin"), path);
            assertEquals("", header(answer, "Access-Control-Allow-Credentials"), path);
            assertTrue(header(answer, "Access-Control-Expose-Headers").contains("X-Request-Id"), path);
        }
    }

    @Test
    void a_preflight_is_answered(StemmaClient client) {
        HttpResponse<String> answer = client.send(client.request(
                        "sparql",
                        "Origin",
                        "https://example.org",
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type")
                .method("OPTIONS", BodyPublishers.noBody())
                .build());

        assertEquals(204, answer.statusCode());
        assertEquals("*", header(answer, "Access-Control-Allow-Origin"));
        assertTrue(header(answer, "Access-Control-Allow-Methods").contains("POST"));
        assertTrue(header(answer, "Access-Control-Allow-Headers").contains("Content-Type"));
    }

    @Test
    void head_has_the_headers_of_get_and_no_body(StemmaClient client) {
        String path = "sparql?query=" + StemmaClient.encoded(LSTM_EXTENDS_RNN);
        HttpResponse<String> head =
                client.send(client.request(path, "Accept", "text/csv, text/tab-separated-values;q=0.5")
                        .HEAD()
                        .build());

        assertEquals(200, head.statusCode());
        assertEquals("text/csv;charset=utf-8", header(head, "Content-Type"));
        assertEquals("Accept, Accept-Encoding", header(head, "Vary"));
        assertEquals("", head.body());
    }

    @ParameterizedTest
    @EnumSource
    void jenas_own_client_asks_in_every_way(QuerySendMode mode, StemmaClient client) {
        String lstm = "<" + LLM + "LSTM>";

        try (QueryExec ask = jena(client, mode, LSTM_EXTENDS_RNN)) {
            assertTrue(ask.ask());
        }
        try (QueryExec select = jena(client, mode, "SELECT ?x { VALUES ?x { 1 2 3 } }")) {
            assertEquals(3, select.select().materialize().rewindable().size());
        }
        try (QueryExec construct = jena(client, mode, "CONSTRUCT WHERE { " + lstm + " ?p ?o }");
                QueryExec describe = jena(client, mode, "DESCRIBE " + lstm)) {
            Graph constructed = construct.construct();
            assertTrue(constructed.contains(
                    NodeFactory.createURI(LLM + "LSTM"), null, NodeFactory.createURI(LLM + "RNN")));
            assertTrue(constructed.isIsomorphicWith(describe.describe()));
        }
    }

    @Test
    void jenas_own_client_hears_of_errors(StemmaClient client) {
        try (QueryExec exec = jena(client, QuerySendMode.asPost, "SELECT * { SERVICE <http://127.0.0.1:1/> { } }")) {
            assertEquals(
                    403, assertThrows(QueryExceptionHTTP.class, exec::select).getStatusCode());
        }
    }

    private static QueryExec jena(StemmaClient client, QuerySendMode mode, String query) {
        return QueryExecHTTPBuilder.create()
                .endpoint(client.address() + "sparql")
                .sendMode(mode)
                .query(query)
                .build();
    }

    private static HttpResponse<String> query(StemmaClient client, String query, String more) {
        HttpResponse<String> answer = client.get("sparql?query=" + StemmaClient.encoded(query) + more);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer;
    }

    private static long count(StemmaClient client, String query, String more) {
        return Long.parseLong(value(query(client, query, more), "n"));
    }

    private static String value(HttpResponse<String> answer, String variable) {
        return json(answer).at("/results/bindings/0/" + variable + "/value").stringValue();
    }

    private static HttpResponse<String> post(StemmaClient client, String path, String type, String body) {
        return client.send(client.request(path, "Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertEquals(code, json(answer).get("code").stringValue(), answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
