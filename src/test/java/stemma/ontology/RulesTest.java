package stemma.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ExpectedFile;
import stemma.SmallOntology;
import stemma.store.Tdb2Store;

/**
 * What the shipped rules derive stands in {@code ontology/rules/}: each case has a few statements without evidence, and
 * in {@code derived.txt} all that follows, each with its rule and its premise.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RulesTest {
    private static final Node DERIVED_BY = NodeFactory.createURI("https://w3id.org/stemma/ns#derivedBy");
    private static final Node PREMISE = NodeFactory.createURI("https://w3id.org/stemma/ns#premise");

    @TempDir
    private Path folder;

    private interface Look {
        void at(DatasetGraph dataset, OntologyFolder ontology) throws Exception;
    }

    static List<String> cases() throws IOException {
        return SmallOntology.cases("rules");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void exactly_what_follows_is_derived(String name) throws Exception {
        load(
                name,
                (dataset, ontology) -> ExpectedFile.of("ontology", "rules", name, "derived.txt")
                        .hasExactly(derivations(dataset, ontology)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void the_graph_of_a_file_has_what_the_file_says_and_no_more(String name) throws Exception {
        load(name, (dataset, ontology) -> {
            for (Path file : ontology.data()) {
                Graph written = RDFParser.source(file)
                        .lang(Lang.TURTLE)
                        .base(ontology.graph(file))
                        .toGraph();
                Graph kept = dataset.getGraph(NodeFactory.createURI(ontology.graph(file)));
                assertTrue(written.isIsomorphicWith(kept), ontology.name(file));
            }
        });
    }

    @Test
    void every_derived_statement_says_by_which_rule() throws Exception {
        load("trait-over-two-steps", (dataset, ontology) -> {
            Graph derived = dataset.getGraph(NodeFactory.createURI(ontology.derivedGraph()));
            List<Triple> statements = new ArrayList<>();
            Set<Triple> explained = new HashSet<>();
            derived.find().forEachRemaining(triple -> {
                if (triple.getPredicate().equals(RDF.Nodes.reifies)
                        && derived.contains(triple.getSubject(), DERIVED_BY, Node.ANY)) {
                    explained.add(triple.getObject().getTriple());
                } else if (!triple.getSubject().isBlank()) {
                    statements.add(triple);
                }
            });
            assertTrue(statements.size() > 1);
            assertEquals(Set.copyOf(statements), explained);
        });
    }

    private void load(String name, Look look) throws Exception {
        OntologyFolder ontology = SmallOntology.in(folder, "rules/" + name);
        Files.delete(ontology.shapes());
        try (Tdb2Store store = Tdb2Store.inMemory("origin")) {
            new Loader(ontology, (step, done, total) -> {}).load(store);
            store.<Void, Exception>read(snapshot -> {
                look.at(snapshot.dataset(), ontology);
                return null;
            });
        }
    }

    /** Lines such as {@code llm:B st:descendsFrom llm:A | st:superProperties | llm:B st:extends llm:A}. */
    private static List<String> derivations(DatasetGraph dataset, OntologyFolder ontology) {
        PrefixMapping prefixes = Prefixes.adapt(dataset.prefixes());
        Graph derived = dataset.getGraph(NodeFactory.createURI(ontology.derivedGraph()));
        Map<Triple, String> whyByStatement = new HashMap<>();
        derived.find(Node.ANY, RDF.Nodes.reifies, Node.ANY).forEachRemaining(reification -> {
            List<String> why = new ArrayList<>();
            derived.find(reification.getSubject(), DERIVED_BY, Node.ANY)
                    .forEachRemaining(rule -> why.add(FmtUtils.stringForNode(rule.getObject(), prefixes)));
            derived.find(reification.getSubject(), PREMISE, Node.ANY)
                    .forEachRemaining(
                            premise -> why.add(text(premise.getObject().getTriple(), prefixes)));
            whyByStatement.put(reification.getObject().getTriple(), String.join(" | ", why));
        });
        return derived
                .find()
                .filterKeep(triple -> !triple.getSubject().isBlank())
                .mapWith(triple -> text(triple, prefixes) + " | " + whyByStatement.get(triple))
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private static String text(Triple triple, PrefixMapping prefixes) {
        return FmtUtils.stringForNode(triple.getSubject(), prefixes)
                + " " + FmtUtils.stringForNode(triple.getPredicate(), prefixes)
                + " " + FmtUtils.stringForNode(triple.getObject(), prefixes);
    }
}
