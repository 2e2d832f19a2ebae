package stemma.ontology;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import stemma.store.GraphStore;

/** Brings an ontology folder into a dataset: parses every file, derives what the rules derive, checks the shapes. */
public final class Loader {
    private static final int STEPS_AFTER_FILES = 2;

    private final OntologyFolder folder;
    private final Progress progress;

    public Loader(OntologyFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Adds everything to a store, in one transaction. When this throws, nothing has changed.
     *
     * @throws InvalidOntologyException as {@link #load(DatasetGraph)} does
     */
    public void load(GraphStore store) throws IOException, InvalidOntologyException {
        try {
            // Work throws one kind of checked exception, a load two; so here they are told apart again.
            store.<Void, Exception>write(snapshot -> {
                load(snapshot.dataset());
                return null;
            });
        } catch (IOException | InvalidOntologyException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("A load throws nothing else", e);
        }
    }

    /**
     * Adds everything to a dataset, inside the caller's write transaction. The caller aborts when this throws.
     *
     * @throws InvalidOntologyException with every syntax error of all files or, when there are none, with everything that
     *     a rule or a shape finds wrong
     */
    public void load(DatasetGraph dataset) throws IOException, InvalidOntologyException {
        List<Path> files = folder.data();
        int total = files.size() + STEPS_AFTER_FILES;
        List<Fault> faults = new ArrayList<>();
        if (files.isEmpty()) {
            faults.add(new Fault(folder.path().toString(), 0, "", "no .ttl file in this folder"));
        }
        for (int i = 0; i < files.size(); i++) {
            progress.at(folder.name(files.get(i)), i, total);
            parse(files.get(i), dataset, faults);
        }
        refuseIfAny(faults);

        progress.at("rules", files.size(), total);
        // Rules and shapes ask many small questions: in memory they are answered several times as fast as from the
        // store.
        Graph known = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(known, dataset.getUnionGraph());
        List<Triple> derived = new Rules(folder).apply(known, dataset.prefixes(), faults);
        refuseIfAny(faults);
        GraphUtil.add(dataset.getGraph(NodeFactory.createURI(folder.derivedGraph())), derived);

        progress.at("shapes", files.size() + 1, total);
        if (folder.hasShapes()) {
            new ShapeCheck(folder).check(known, dataset, faults);
        }
        refuseIfAny(faults);
        progress.at("done", total, total);
    }

    private static void refuseIfAny(List<Fault> faults) throws InvalidOntologyException {
        if (!faults.isEmpty()) {
            throw new InvalidOntologyException(faults);
        }
    }

    private void parse(Path file, DatasetGraph dataset, List<Fault> faults) {
        Node graph = NodeFactory.createURI(folder.graph(file));
        StreamRDFBase sink = new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                dataset.add(graph, triple.getSubject(), triple.getPredicate(), triple.getObject());
            }

            @Override
            public void prefix(String prefix, String iri) {
                dataset.prefixes().add(prefix, iri);
            }
        };
        try {
            RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    .base(graph.getURI())
                    .errorHandler(new FaultCollector(folder.name(file), faults))
                    .parse(sink);
        } catch (RiotException e) {
            if (faults.stream().noneMatch(fault -> fault.file().equals(folder.name(file)))) {
                faults.add(new Fault(folder.name(file), 0, "", "cannot be read: " + e.getMessage()));
            }
        }
    }
}
