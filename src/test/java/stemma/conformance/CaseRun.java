package stemma.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.IsoMatcher;
import stemma.conformance.SuiteCase.Data;
import stemma.conformance.SuiteCase.Kind;
import stemma.conformance.SuiteServer.Reply;

/** Runs a case on a server over HTTP. What is compared is compared exactly. */
record CaseRun(SuiteServer server, SuiteFiles files) {
    private static final Map<String, Lang> ROWS =
            Map.of(".srx", ResultSetLang.RS_XML, ".srj", ResultSetLang.RS_JSON, ".tsv", ResultSetLang.RS_TSV);
    private static final String XML = "application/sparql-results+xml";
    private static final String TURTLE = "text/turtle";
    private static final String RESULT_SET = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#";
    private static final Pattern ORDERED = Pattern.compile("(?i)\\border\\s+by\\b");
    private static final Pattern FROM = Pattern.compile("(?i)\\bfrom\\s+(?:named\\s+)?<([^>]*)>");
    private static final Pattern BLANK = Pattern.compile("_:\\w+");

    /** @throws AssertionError with the case's name, which reports of the build do not show else */
    void run(SuiteCase test) {
        try {
            compare(test);
        } catch (AssertionError e) {
            throw new AssertionError(test.name() + ": " + e.getMessage(), e);
        }
    }

    private void compare(SuiteCase test) {
        server.clear();
        load(test.data());
        named(test).forEach(file -> server.put(SuiteServer.graphSelector(file), files.graph(file)));
        String request = "BASE <" + test.request() + ">\n" + files.text(test.request());
        switch (test.kind()) {
            case QUERY, QUERY_REDUCED -> query(test, request);
            case UPDATE -> update(test, request);
            case QUERY_READS -> assertReads(server.query(files.text(test.request()), "*/*"));
            case UPDATE_READS -> assertReads(server.update(files.text(test.request())));
            case QUERY_FAILS -> assertSyntaxError(server.query(files.text(test.request()), "*/*"));
            case UPDATE_FAILS -> assertSyntaxError(server.update(files.text(test.request())));
        }
    }

    /** The graphs of the query's own dataset clause, which the server would else have to fetch. */
    private List<String> named(SuiteCase test) {
        return test.kind() == Kind.QUERY
                ? FROM.matcher(files.text(test.request()))
                        .results()
                        .map(from -> URI.create(test.request())
                                .resolve(from.group(1))
                                .toString())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** In one update, so that graphs of one document share their blank nodes. */
    private void load(Data data) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        for (String file : data.defaultGraph()) {
            files.dataset(file).find().forEachRemaining(dataset::add);
        }
        data.namedGraphs()
                .forEach((name, file) -> files.graph(file)
                        .find()
                        .forEachRemaining(triple -> dataset.add(Quad.create(NodeFactory.createURI(name), triple))));
        StringBuilder insert = new StringBuilder("INSERT DATA {\n");
        insert.append(triples(dataset.getDefaultGraph()));
        dataset.listGraphNodes()
                .forEachRemaining(name -> insert.append("GRAPH <" + name + "> {\n")
                        .append(triples(dataset.getGraph(name)))
                        .append("}\n"));
        Reply reply = server.update(insert.append("}").toString());
        assertEquals(204, reply.status(), reply.text());
    }

    private static String triples(Graph graph) {
        return RDFWriter.source(graph).lang(Lang.NTRIPLES).asString();
    }

    private void query(SuiteCase test, String query) {
        String file = test.result().getURI();
        if (file.endsWith(".csv")) {
            assertEquals(
                    canonical(files.text(file)),
                    canonical(ok(server.query(query, "text/csv")).text()));
            return;
        }
        Lang lang = ROWS.get(file.substring(file.lastIndexOf('.')));
        if (lang != null) {
            QueryExecResult expected =
                    RowSetReader.createReader(lang).readAny(new ByteArrayInputStream(files.bytes(file)), null);
            compare(test, query, expected, lang.getHeaderString());
            return;
        }
        Model expected = files.model(file);
        if (expected.contains(null, null, expected.createResource(RESULT_SET + "ResultSet"))) {
            Property answer = expected.createProperty(RESULT_SET + "boolean");
            QueryExecResult result = expected.contains(null, answer)
                    ? new QueryExecResult(expected.listStatements(null, answer, (RDFNode) null)
                            .next()
                            .getBoolean())
                    : new QueryExecResult(RowSet.adapt(RDFInput.fromRDF(expected)));
            compare(test, query, result, XML);
        } else {
            compareGraphs(expected.getGraph(), graph(ok(server.query(query, TURTLE))));
        }
    }

    private void compare(SuiteCase test, String query, QueryExecResult expected, String accept) {
        QueryExecResult actual = SuiteServer.results(ok(server.query(query, accept)), accept);
        if (expected.isBoolean()) {
            assertTrue(actual.isBoolean(), "a boolean is expected");
            assertEquals(expected.booleanResult(), actual.booleanResult());
            return;
        }
        RowSet wanted = expected.rowSet().materialize();
        RowSet got = actual.rowSet().materialize();
        String both = "expected " + rows(wanted) + "\n but was " + rows(got);
        assertEquals(new TreeSet<>(names(wanted)), new TreeSet<>(names(got)), both);
        RowSet first = wanted.rewindable();
        RowSet second = got.rewindable();
        boolean same = switch (test.kind()) {
            case QUERY_REDUCED -> new TreeSet<>(rowTexts(first)).equals(new TreeSet<>(rowTexts(second)));
            default ->
                ORDERED.matcher(query).find()
                        ? ResultsCompare.equalsByTermAndOrder(first, second)
                        : ResultsCompare.equalsByTerm(first, second);
        };
        assertTrue(same, both);
    }

    private void update(SuiteCase test, String update) {
        Reply reply = server.update(update);
        assertEquals(204, reply.status(), reply.text());
        Data expected = Manifest.data(test.result());
        Graph union = GraphFactory.createDefaultGraph();
        TreeSet<String> names = new TreeSet<>();
        for (String file : expected.defaultGraph()) {
            DatasetGraph dataset = files.dataset(file);
            dataset.getDefaultGraph().find().forEachRemaining(union::add);
            dataset.listGraphNodes().forEachRemaining(name -> {
                names.add(name.toString());
                compareGraphs(dataset.getGraph(name), server.graph(SuiteServer.graphSelector(name.toString())));
            });
        }
        compareGraphs(union, server.graph("default"));
        expected.namedGraphs().forEach((name, file) -> {
            Graph graph = files.graph(file);
            if (!graph.isEmpty()) {
                names.add(name);
                compareGraphs(graph, server.graph(SuiteServer.graphSelector(name)));
            }
        });
        assertEquals(names, new TreeSet<>(server.graphNames()));
    }

    private static void compareGraphs(Graph expected, Graph actual) {
        assertTrue(
                IsoMatcher.isomorphic(expected, actual),
                () -> "expected\n" + triples(expected) + "\nbut was\n" + triples(actual));
    }

    private static Graph graph(Reply reply) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.create()
                .source(new ByteArrayInputStream(reply.body()))
                .lang(Lang.TURTLE)
                .parse(model);
        return model.getGraph();
    }

    private static Reply ok(Reply reply) {
        assertEquals(200, reply.status(), reply.text());
        return reply;
    }

    /** What is well-formed may be refused for other reasons. */
    private static void assertReads(Reply reply) {
        assertTrue(reply.status() != 400 && reply.status() < 500, reply.status() + ": " + reply.text());
    }

    private static void assertSyntaxError(Reply reply) {
        assertEquals(400, reply.status(), reply.text());
        assertTrue(reply.text().contains("\"code\":\"syntax-error\""), reply.text());
    }

    /** Lines with blank nodes renamed in the order of their appearance, sorted after the first. */
    private static List<String> canonical(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        TreeSet<String> rest = new TreeSet<>();
        lines.stream()
                .skip(1)
                .map(line -> BLANK.matcher(line).replaceAll("_:b"))
                .forEach(rest::add);
        return List.of(lines.isEmpty() ? "" : lines.getFirst(), String.join("\n", rest), lines.size() + " lines");
    }

    private static List<String> names(RowSet rows) {
        return rows.getResultVars().stream().map(Node::getName).toList();
    }

    private static List<String> rowTexts(RowSet rows) {
        return rows.stream().map(Object::toString).toList();
    }

    private static String rows(RowSet rows) {
        List<String> texts = rowTexts(rows);
        rows.rewindable().reset();
        return String.join("\n  ", texts);
    }
}
