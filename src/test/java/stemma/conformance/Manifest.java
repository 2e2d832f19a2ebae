package stemma.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import stemma.conformance.SuiteCase.Data;
import stemma.conformance.SuiteCase.Kind;

/** Reads <a href="https://www.w3.org/2001/sw/DataAccess/tests/README">manifests of W3C's suites</a>. */
final class Manifest {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    private static final String LAX = MF + "LaxCardinality";

    /** Kinds that are no SPARQL over HTTP by query or update: they have tests of their own. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("QueryEvaluationTest", Kind.QUERY),
            Map.entry("CSVResultFormatTest", Kind.QUERY),
            Map.entry("UpdateEvaluationTest", Kind.UPDATE),
            Map.entry("PositiveSyntaxTest", Kind.QUERY_READS),
            Map.entry("PositiveSyntaxTest11", Kind.QUERY_READS),
            Map.entry("NegativeSyntaxTest", Kind.QUERY_FAILS),
            Map.entry("NegativeSyntaxTest11", Kind.QUERY_FAILS),
            Map.entry("PositiveUpdateSyntaxTest11", Kind.UPDATE_READS),
            Map.entry("PositiveUpdateSyntaxTest", Kind.UPDATE_READS),
            Map.entry("NegativeUpdateSyntaxTest11", Kind.UPDATE_FAILS),
            Map.entry("NegativeUpdateSyntaxTest", Kind.UPDATE_FAILS));

    private final SuiteFiles files;
    private final Set<String> skipped;
    private final List<SuiteCase> cases = new ArrayList<>();

    private Manifest(SuiteFiles files, Set<String> skipped) {
        this.files = files;
        this.skipped = skipped;
    }

    /**
     * The cases of a manifest and of those that it includes.
     *
     * @param skipped folders whose manifests are left out
     */
    static List<SuiteCase> cases(SuiteFiles files, String iri, Set<String> skipped) {
        Manifest manifest = new Manifest(files, skipped);
        manifest.read(iri);
        return List.copyOf(manifest.cases);
    }

    private void read(String iri) {
        String[] parts = iri.split("/", -1);
        String folder = parts[parts.length - 2];
        if (skipped.contains(folder)) {
            return;
        }
        Model model = files.model(iri);
        for (Resource manifest :
                model.listSubjectsWithProperty(property(MF + "include")).toList()) {
            listOf(manifest, MF + "include")
                    .forEach(included -> read(included.asResource().getURI()));
        }
        for (Resource manifest :
                model.listSubjectsWithProperty(property(MF + "entries")).toList()) {
            listOf(manifest, MF + "entries").forEach(entry -> addCase(folder, entry.asResource()));
        }
    }

    private void addCase(String folder, Resource entry) {
        Kind kind = entry.listProperties(RDF.type).toList().stream()
                .map(statement -> KINDS.get(statement.getResource().getLocalName()))
                .filter(found -> found != null)
                .findFirst()
                // The first suite's evaluation tests may go without a type.
                .orElse(entry.hasProperty(RDF.type) ? null : Kind.QUERY);
        Resource action = entry.getPropertyResourceValue(property(MF + "action"));
        if (kind == null || action == null) {
            return;
        }
        if (kind == Kind.QUERY
                && entry.hasProperty(property(MF + "resultCardinality"), ResourceFactory.createResource(LAX))) {
            kind = Kind.QUERY_REDUCED;
        }
        String name = folder + "/" + (entry.isURIResource() ? entry.getURI().replaceFirst(".*[#/]", "") : "");
        String request = action.isURIResource()
                ? action.getURI()
                : first(action, QT + "query", UT + "request").asResource().getURI();
        Resource result = entry.hasProperty(property(MF + "result"))
                ? entry.getPropertyResourceValue(property(MF + "result"))
                : null;
        cases.add(new SuiteCase(
                name, kind, request, action.isAnon() ? data(action) : new Data(List.of(), Map.of()), result));
    }

    private static RDFNode first(Resource subject, String... properties) {
        for (String property : properties) {
            if (subject.hasProperty(property(property))) {
                return subject.getProperty(property(property)).getObject();
            }
        }
        throw new IllegalStateException(subject + " has no request");
    }

    /** The dataset of an action, or of an update's result. */
    static Data data(Resource action) {
        List<String> defaultGraph = new ArrayList<>();
        Map<String, String> namedGraphs = new LinkedHashMap<>();
        for (String property : List.of(QT + "data", UT + "data")) {
            action.listProperties(property(property))
                    .forEach(statement ->
                            defaultGraph.add(statement.getResource().getURI()));
        }
        for (String property : List.of(QT + "graphData", UT + "graphData")) {
            action.listProperties(property(property)).forEach(statement -> {
                Resource graph = statement.getResource();
                if (graph.isURIResource()) {
                    namedGraphs.put(graph.getURI(), graph.getURI());
                } else {
                    String file = first(graph, UT + "graph", QT + "graph")
                            .asResource()
                            .getURI();
                    String label = graph.hasProperty(RDFS.label)
                            ? graph.getProperty(RDFS.label).getString()
                            : file;
                    namedGraphs.put(label, file);
                }
            });
        }
        return new Data(List.copyOf(defaultGraph), namedGraphs);
    }

    private static List<RDFNode> listOf(Resource subject, String property) {
        return subject.getProperty(property(property))
                .getObject()
                .as(RDFList.class)
                .asJavaList();
    }

    private static Property property(String iri) {
        return ResourceFactory.createProperty(iri);
    }
}
