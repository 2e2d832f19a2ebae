package stemma.ontology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.RDF;
import stemma.problem.Problem;
import stemma.store.Change;
import stemma.store.InvalidChangeException;
import stemma.store.Upkeep;

/**
 * Keeps a store true to its ontology while it is written to: what the rules derive is derived anew, and what was touched is
 * held against the shapes.
 */
public final class Consequences implements Upkeep {
    /** With more than these, checking everything is quicker than checking each. */
    private static final int MANY = 500;

    private final Rules rules;
    private final Optional<Shapes> shapes;
    private final Node derivedGraph;

    private Consequences(Rules rules, Optional<Shapes> shapes, Node derivedGraph) {
        this.rules = rules;
        this.shapes = shapes;
        this.derivedGraph = derivedGraph;
    }

    /**
     * The consequences that an ontology's rules and shapes ask for.
     *
     * @throws InvalidOntologyException when the shapes cannot be read
     */
    public static Consequences of(OntologyFolder folder) throws IOException, InvalidOntologyException {
        List<Fault> faults = new ArrayList<>();
        Optional<Shapes> shapes = folder.hasShapes() ? new ShapeCheck(folder).shapes(faults) : Optional.empty();
        if (!faults.isEmpty()) {
            throw new InvalidOntologyException(faults);
        }
        return new Consequences(new Rules(folder), shapes, NodeFactory.createURI(folder.derivedGraph()));
    }

    @Override
    public void after(Change change, DatasetGraph dataset) throws InvalidChangeException {
        Graph known = GraphFactory.createDefaultGraph();
        dataset.find().forEachRemaining(quad -> {
            if (!quad.getGraph().equals(derivedGraph)) {
                known.add(quad.asTriple());
            }
        });
        Change derived = Change.of(deriveAnew(known, dataset));
        if (shapes.isPresent()) {
            check(shapes.get(), known, focusNodes(List.of(change, derived), known), dataset);
        }
    }

    /** Brings the derived graph up to date, and adds what it holds to what is known. Gives back what was changed in it. */
    private List<Triple> deriveAnew(Graph known, DatasetGraph dataset) {
        List<Fault> faults = new ArrayList<>();
        List<Triple> derived;
        try {
            derived = rules.apply(known, dataset.prefixes(), faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The rules fail: " + faults);
        }
        Map<String, List<Triple>> before = derivations(storedDerivations(dataset));
        Map<String, List<Triple>> now = derivations(derived);
        List<Triple> removed = without(before, now.keySet());
        List<Triple> added = without(now, before.keySet());
        removed.forEach(triple -> dataset.delete(Quad.create(derivedGraph, triple)));
        added.forEach(triple -> dataset.add(Quad.create(derivedGraph, triple)));
        List<Triple> changed = new ArrayList<>(removed);
        changed.addAll(added);
        return changed;
    }

    private List<Triple> storedDerivations(DatasetGraph dataset) {
        List<Triple> triples = new ArrayList<>();
        dataset.find(derivedGraph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> triples.add(quad.asTriple()));
        return triples;
    }

    private static List<Triple> without(Map<String, List<Triple>> derivations, Set<String> these) {
        return derivations.entrySet().stream()
                .filter(derivation -> !these.contains(derivation.getKey()))
                .flatMap(derivation -> derivation.getValue().stream())
                .toList();
    }

    /** Each derived statement with its annotation, under a text that is the same whenever it is derived the same way. */
    private static Map<String, List<Triple>> derivations(List<Triple> triples) {
        Map<Node, List<Triple>> annotations = new LinkedHashMap<>();
        triples.stream()
                .filter(triple -> triple.getSubject().isBlank())
                .forEach(triple -> annotations
                        .computeIfAbsent(triple.getSubject(), reifier -> new ArrayList<>())
                        .add(triple));
        Map<String, List<Triple>> derivations = new HashMap<>();
        annotations.values().forEach(annotation -> {
            String key = annotation.stream()
                    .map(triple -> triple.getPredicate() + " " + triple.getObject())
                    .sorted()
                    .collect(Collectors.joining(" "));
            List<Triple> derivation = new ArrayList<>(annotation);
            annotation.stream()
                    .filter(triple -> triple.getPredicate().equals(RDF.Nodes.reifies))
                    .forEach(triple -> derivation.add(triple.getObject().getTriple()));
            derivations.put(key, derivation);
        });
        return derivations;
    }

    /** What was touched, what refers to it, and the statements that are annotated by it. */
    private static Set<Node> focusNodes(List<Change> changes, Graph known) {
        Set<Node> nodes = new HashSet<>();
        for (Change change : changes) {
            nodes.addAll(change.subjects());
            nodes.addAll(change.objects());
            for (Node subject : change.subjects()) {
                known.find(Node.ANY, Node.ANY, subject).forEachRemaining(triple -> nodes.add(triple.getSubject()));
                known.find(subject, RDF.Nodes.reifies, Node.ANY).forEachRemaining(triple -> {
                    if (triple.getObject().isTripleTerm()) {
                        nodes.add(triple.getObject().getTriple().getSubject());
                    }
                });
            }
        }
        return nodes;
    }

    private static void check(Shapes shapes, Graph known, Set<Node> nodes, DatasetGraph dataset)
            throws InvalidChangeException {
        ValidationReport report =
                nodes.size() > MANY ? ShaclValidator.get().validate(shapes, known) : reportOn(shapes, known, nodes);
        if (!report.conforms()) {
            List<Map<String, String>> violations = report.getEntries().stream()
                    .map(entry -> violation(entry, dataset))
                    .toList();
            throw new InvalidChangeException(new Problem.Invalid(violations), report.getGraph());
        }
    }

    private static ValidationReport reportOn(Shapes shapes, Graph known, Set<Node> nodes) {
        ValidationReport.Builder report = ValidationReport.create();
        for (Node node : nodes) {
            ShaclValidator.get().validate(shapes, known, node).getEntries().forEach(report::addReportEntry);
        }
        return report.build();
    }

    private static Map<String, String> violation(ReportEntry entry, DatasetGraph dataset) {
        Map<String, String> violation = new LinkedHashMap<>();
        violation.put("focusNode", shortForm(entry.focusNode(), dataset));
        if (entry.resultPath() != null) {
            violation.put("path", entry.resultPath().toString());
        }
        if (entry.value() != null) {
            violation.put("value", shortForm(entry.value(), dataset));
        }
        violation.put("message", entry.message());
        return violation;
    }

    private static String shortForm(Node node, DatasetGraph dataset) {
        return FmtUtils.stringForNode(node, Prefixes.adapt(dataset.prefixes()));
    }
}
