package stemma.ontology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.RDF;

/** Holds a dataset against {@code shapes.ttl} and says in which file, at which entry, what is wrong. */
final class ShapeCheck {
    private static final Pattern SUBJECT = Pattern.compile("(?m)^([\\w-]*:[\\w.-]+)\\s");

    private final OntologyFolder folder;

    ShapeCheck(OntologyFolder folder) {
        this.folder = folder;
    }

    /**
     * Checks everything.
     *
     * @param known all that the dataset holds, as one graph
     * @param dataset tells in which file a thing stands, and how names are shortened
     */
    void check(Graph known, DatasetGraph dataset, List<Fault> faults) throws IOException {
        Optional<Shapes> shapes = shapes(faults);
        if (shapes.isEmpty()) {
            return;
        }
        List<ReportEntry> entries =
                List.copyOf(ShaclValidator.get().validate(shapes.get(), known).getEntries());
        if (!entries.isEmpty()) {
            Map<Node, Place> places = places(dataset);
            entries.stream()
                    .map(entry -> fault(entry, dataset, places))
                    .distinct()
                    .sorted(Comparator.comparing(Fault::file)
                            .thenComparingInt(Fault::line)
                            .thenComparing(Fault::reason))
                    .forEach(faults::add);
        }
    }

    /** The shapes; empty, with the faults told, when their file cannot be read. */
    Optional<Shapes> shapes(List<Fault> faults) {
        String file = folder.name(folder.shapes());
        int before = faults.size();
        try {
            return Optional.of(ShaclValidator.get()
                    .parse(RDFParser.source(folder.shapes())
                            .lang(Lang.TURTLE)
                            .errorHandler(new FaultCollector(file, faults))
                            .toGraph()));
        } catch (RiotException | ShaclParseException e) {
            if (faults.size() == before) {
                faults.add(new Fault(file, 0, "", "cannot be read: " + e.getMessage()));
            }
            return Optional.empty();
        }
    }

    private record Place(String file, int line) {}

    /** Evidence has no name of its own: its faults are told of the entry whose statement it is about. */
    private Fault fault(ReportEntry entry, DatasetGraph dataset, Map<Node, Place> places) {
        Node focus = entry.focusNode();
        Optional<Triple> statement = statementOf(focus, dataset);
        Node subject = statement.map(Triple::getSubject).orElse(focus);
        Place place = places.getOrDefault(subject, fileOf(subject, dataset));
        String path = entry.resultPath() instanceof P_Link link ? ": " + shortForm(link.getNode(), dataset) : "";
        String value =
                entry.value() == null || entry.value().equals(focus) ? "" : " " + shortForm(entry.value(), dataset);
        String what = path.isEmpty() && !value.isEmpty() ? ":" + value : path + value;
        String where = statement
                .map(triple -> ", at " + shortForm(triple.getPredicate(), dataset) + " "
                        + shortForm(triple.getObject(), dataset))
                .orElse("");
        return new Fault(place.file(), place.line(), shortForm(subject, dataset), entry.message() + what + where);
    }

    private static Optional<Triple> statementOf(Node reifier, DatasetGraph dataset) {
        Iterator<Quad> quads = dataset.find(Node.ANY, reifier, RDF.Nodes.reifies, Node.ANY);
        return quads.hasNext()
                ? Optional.of(quads.next().getObject())
                        .filter(Node::isTripleTerm)
                        .map(Node::getTriple)
                : Optional.empty();
    }

    private static String shortForm(Node node, DatasetGraph dataset) {
        return FmtUtils.stringForNode(node, Prefixes.adapt(dataset.prefixes()));
    }

    /** Where each entry is written: the line on which its name stands first. */
    private Map<Node, Place> places(DatasetGraph dataset) throws IOException {
        Map<Node, Place> places = new HashMap<>();
        for (Path file : folder.data()) {
            String text = Files.readString(file);
            Matcher matcher = SUBJECT.matcher(text);
            int line = 1;
            int from = 0;
            while (matcher.find()) {
                line += (int) text.substring(from, matcher.start())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                from = matcher.start();
                String iri = dataset.prefixes().expand(matcher.group(1));
                if (iri != null) {
                    places.putIfAbsent(NodeFactory.createURI(iri), new Place(folder.name(file), line));
                }
            }
        }
        return places;
    }

    /** For subjects that no line begins with, the file in whose graph they have a type. */
    private Place fileOf(Node focus, DatasetGraph dataset) {
        var quads = dataset.find(Node.ANY, focus, RDF.Nodes.type, Node.ANY);
        String graph = quads.hasNext() ? quads.next().getGraph().toString() : "";
        String prefix = folder.base() + "graph/";
        return new Place(graph.startsWith(prefix) ? graph.substring(prefix.length()) + ".ttl" : "", 0);
    }
}
