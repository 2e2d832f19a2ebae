package stemma.ontology;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.vocabulary.RDF;

/**
 * Runs the CONSTRUCT queries of {@code rules/}.
 *
 * <p>The files run in the order of their names, each until it derives nothing more; so a rule may deny (FILTER NOT EXISTS)
 * what an earlier one derives, as in stratified Datalog. A rule annotates each statement of its template, and says in the
 * annotation which rule it is and from which statements it drew the conclusion.
 */
final class Rules {
    /** A rule that goes on deriving is a mistake in the rule; no chain of descent is this long. */
    private static final int MAX_ROUNDS = 1000;

    private final OntologyFolder folder;

    Rules(OntologyFolder folder) {
        this.folder = folder;
    }

    /**
     * Derives what the rules derive.
     *
     * @param graph what is known; what is derived is added
     * @param prefixes for the wording of faults
     * @return what is derived, in the order of its derivation
     */
    List<Triple> apply(Graph graph, PrefixMap prefixes, List<Fault> faults) throws IOException {
        List<Triple> derived = new ArrayList<>();
        for (Path file : folder.rules()) {
            try {
                Query rule = QueryFactory.create(Files.readString(file));
                if (rule.isConstructType()) {
                    derived.addAll(toFixpoint(rule, file, graph, prefixes, faults));
                } else {
                    faults.add(new Fault(folder.name(file), 0, "", "a rule is a CONSTRUCT query"));
                }
            } catch (QueryParseException e) {
                faults.add(new Fault(
                        folder.name(file),
                        e.getLine(),
                        "",
                        e.getMessage().lines().findFirst().orElse("does not parse")));
            } catch (QueryException | CharacterCodingException e) {
                faults.add(new Fault(folder.name(file), 0, "", "is no query that can be run, or not UTF-8"));
            }
        }
        return derived;
    }

    private List<Triple> toFixpoint(Query rule, Path file, Graph graph, PrefixMap prefixes, List<Fault> faults) {
        List<Triple> derived = new ArrayList<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Derivation derivation = derive(rule, graph);
            if (!derivation.unexplained().isEmpty()) {
                Triple first = derivation.unexplained().getFirst();
                String statement = FmtUtils.stringForTriple(first, Prefixes.adapt(prefixes));
                faults.add(new Fault(
                        folder.name(file), 0, "", "derives a statement without an annotation, such as " + statement));
                return derived;
            }
            if (derivation.additions().isEmpty()) {
                return derived;
            }
            derivation.additions().forEach(graph::add);
            derived.addAll(derivation.additions());
        }
        faults.add(new Fault(folder.name(file), 0, "", "still derives after " + MAX_ROUNDS + " rounds"));
        return derived;
    }

    /** New statements with their annotations, and statements that came without one. */
    private record Derivation(List<Triple> additions, List<Triple> unexplained) {}

    private static Derivation derive(Query rule, Graph graph) {
        Map<Node, List<Triple>> annotations = new HashMap<>();
        Map<Node, Triple> reified = new LinkedHashMap<>();
        Set<Triple> statements = new LinkedHashSet<>();
        try (QueryExec exec = QueryExec.graph(graph).query(rule).build()) {
            exec.constructTriples().forEachRemaining(triple -> {
                boolean reifies = triple.getPredicate().equals(RDF.Nodes.reifies);
                if (reifies && triple.getObject().isTripleTerm()) {
                    reified.put(triple.getSubject(), triple.getObject().getTriple());
                }
                if (reifies || triple.getSubject().isBlank()) {
                    annotations
                            .computeIfAbsent(triple.getSubject(), key -> new ArrayList<>())
                            .add(triple);
                } else {
                    statements.add(triple);
                }
            });
        }
        List<Triple> additions = new ArrayList<>();
        Set<Triple> explained = new HashSet<>();
        inOrder(reified.keySet(), annotations).forEach(reifier -> {
            Triple statement = reified.get(reifier);
            // The first derivation of a statement is kept; a second one would say nothing new.
            if (explained.add(statement) && statements.contains(statement) && !graph.contains(statement)) {
                additions.add(statement);
                additions.addAll(annotations.get(reifier));
            }
        });
        statements.removeAll(explained);
        return new Derivation(additions, List.copyOf(statements));
    }

    /** In the order of what the annotations say, so that the same premise is kept in every build. */
    private static List<Node> inOrder(Set<Node> reifiers, Map<Node, List<Triple>> annotations) {
        Map<Node, String> keys = new HashMap<>();
        for (Node reifier : reifiers) {
            keys.put(
                    reifier,
                    annotations.get(reifier).stream()
                            .map(triple -> triple.getPredicate() + " " + triple.getObject())
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
        return reifiers.stream().sorted(Comparator.comparing(keys::get)).toList();
    }
}
