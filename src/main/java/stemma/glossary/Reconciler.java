package stemma.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import stemma.problem.Problem;
import stemma.query.QueryRunner;
import stemma.query.Row;
import stemma.store.GraphStore;
import stemma.store.Snapshot;

/** Finds the entries that names and values of other people's tables may mean. Safe for use by many threads. */
public final class Reconciler {
    /** What a whole label or alias scores at least, see {@link TermSearch}. */
    private static final double WHOLE = 0.95;

    /** What is left of the score of an entry of another class, where the class only should be the one. */
    private static final double OF_ANOTHER_CLASS = 0.7;

    private final GraphStore store;
    private final QueryRunner runner;
    private final Glossary glossary;

    public Reconciler(GraphStore store, QueryRunner runner, Glossary glossary) {
        this.store = store;
        this.runner = runner;
        this.glossary = glossary;
    }

    /**
     * The candidates for each of some questions, the likeliest first.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter} for a property or a class that the schema does
     *     not have
     */
    public List<List<Candidate>> candidates(List<Sought> questions) {
        return store.read(snapshot -> {
            Index index = glossary.index(snapshot);
            Map<String, List<Term>> lines = lines(snapshot, index);
            Function<String, Map<String, List<Node>>> values =
                    remembered(property -> values(snapshot, index, property));
            return questions.stream()
                    .map(sought -> candidates(sought, index, lines, values))
                    .toList();
        });
    }

    /**
     * The values that entries have of a property, by local name; an entry that has none, or that does not exist, is absent.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter}
     */
    public Map<String, List<Node>> values(String property) {
        return store.read(snapshot -> values(snapshot, glossary.index(snapshot), property));
    }

    /** How an entry is named, by a local name, an IRI or a CURIE; empty for what is no entry. */
    public Optional<Item> item(String name) {
        return store.read(snapshot -> {
            Index index = glossary.index(snapshot);
            return index.find(name).map(entry -> Item.of(entry, index.schema()));
        });
    }

    /** The label of a term of the schema, by its local name; empty for what has none. */
    public Optional<Text> label(String term) {
        return store.read(snapshot ->
                Optional.ofNullable(glossary.index(snapshot).schema().label(term)));
    }

    /** The classes that entries may have. */
    public List<Term> classes() {
        return store.read(snapshot -> terms(snapshot, "class-lines", "class"));
    }

    /** The relations, traits and attributes that entries may have. */
    public List<Term> properties() {
        return store.read(snapshot -> terms(snapshot, "property-labels", "property"));
    }

    /** The properties that entries of a class have, the most frequent first. */
    public List<Term> propertiesOf(String type, int limit) {
        return store.read(snapshot -> {
            Index index = glossary.index(snapshot);
            Map<String, List<Term>> lines = lines(snapshot, index);
            Set<String> members = index.entries().stream()
                    .filter(entry -> type.isEmpty() || isOf(entry, Set.of(type), lines, Sought.Strictness.ANY))
                    .map(Entry::name)
                    .collect(Collectors.toSet());
            Map<Term, Long> counts = new LinkedHashMap<>();
            for (Term property : terms(snapshot, "property-labels", "property")) {
                long count = values(snapshot, index, property.name()).keySet().stream()
                        .filter(members::contains)
                        .count();
                if (count > 0) {
                    counts.put(property, count);
                }
            }
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<Term, Long>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .limit(limit)
                    .toList();
        });
    }

    private List<Term> terms(Snapshot snapshot, String query, String column) {
        Index index = glossary.index(snapshot);
        return runner.rows(snapshot, runner.catalog().get(query), Map.of()).stream()
                .map(row -> index.schema().namespaces().localName(row.iri(column)))
                .distinct()
                .map(name -> new Term(name, index.schema().label(name)))
                .toList();
    }

    /** Of each class, itself and those above it. */
    private Map<String, List<Term>> lines(Snapshot snapshot, Index index) {
        Map<String, List<Term>> lines = new TreeMap<>();
        for (Row row : runner.rows(snapshot, runner.catalog().get("class-lines"), Map.of())) {
            String above = index.schema().namespaces().localName(row.iri("above"));
            List<Term> line = lines.computeIfAbsent(
                    index.schema().namespaces().localName(row.iri("class")), key -> new ArrayList<>());
            Term term = new Term(above, index.schema().label(above));
            if (!line.contains(term)) {
                line.add(term);
            }
        }
        return lines;
    }

    private Map<String, List<Node>> values(Snapshot snapshot, Index index, String property) {
        String name = index.schema().namespaces().named(property);
        if (terms(snapshot, "property-labels", "property").stream()
                .noneMatch(term -> term.name().equals(name))) {
            throw new Problem.BadParameter("property", "'" + property + "' is no property of the schema").exception();
        }
        Map<Var, List<Node>> values = Map.of(
                Var.alloc("property"),
                List.of(NodeFactory.createURI(index.schema().namespaces().schema() + name)));
        return runner.rows(snapshot, runner.catalog().get("property-values"), values).stream()
                .collect(Collectors.groupingBy(
                        row -> index.schema().namespaces().localName(row.iri("entry")),
                        Collectors.mapping(row -> row.node("value"), Collectors.toList())));
    }

    private static <K, V> Function<K, V> remembered(Function<K, V> function) {
        Map<K, V> known = new HashMap<>();
        return key -> known.computeIfAbsent(key, function);
    }

    private static List<Candidate> candidates(
            Sought sought,
            Index index,
            Map<String, List<Term>> lines,
            Function<String, Map<String, List<Node>>> values) {
        Map<Entry, Double> named = named(sought, index);
        List<Candidate> candidates = new ArrayList<>();
        named.forEach((entry, nameScore) -> {
            boolean ofClass = isOf(entry, Set.copyOf(sought.types()), lines, sought.strictness());
            List<Boolean> met = sought.conditions().stream()
                    .map(condition -> meets(
                            condition, values.apply(condition.property()).getOrDefault(entry.name(), List.of()), index))
                    .toList();
            boolean ruledOut = !ofClass && sought.strictness() != Sought.Strictness.SHOULD;
            for (int i = 0; i < met.size(); i++) {
                ruledOut |= sought.conditions().get(i).required() && !met.get(i);
            }
            int conditionsMet = (int) met.stream().filter(Boolean::booleanValue).count();
            boolean byValuesAlone = sought.names().isEmpty() && sought.ids().isEmpty();
            if (!ruledOut && (!byValuesAlone || conditionsMet > 0)) {
                double parts = met.size() + (byValuesAlone ? 0 : 1);
                double score =
                        ((byValuesAlone ? 0 : nameScore) + conditionsMet) / parts * (ofClass ? 1 : OF_ANOTHER_CLASS);
                candidates.add(new Candidate(
                        Item.of(entry, index.schema()),
                        lines.getOrDefault(entry.className(), List.of()),
                        percent(nameScore),
                        conditionsMet,
                        percent(score),
                        nameScore >= WHOLE && conditionsMet == met.size()));
            }
        });
        boolean certain = candidates.stream().filter(Candidate::match).count() == 1;
        return candidates.stream()
                .map(candidate -> certain || !candidate.match() ? candidate : unsure(candidate))
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .thenComparingInt(candidate ->
                                index.edgesOf(candidate.item().name()).size())
                        .reversed()
                        .thenComparing(candidate -> candidate.item().name()))
                .limit(sought.limit())
                .toList();
    }

    private static Candidate unsure(Candidate candidate) {
        return new Candidate(
                candidate.item(),
                candidate.types(),
                candidate.nameScore(),
                candidate.conditionsMet(),
                candidate.score(),
                false);
    }

    private static double percent(double share) {
        return Math.round(share * 1000) / 10.0;
    }

    /** Entries and how well the names match them; all of them, with 0, where only values are given. */
    private static Map<Entry, Double> named(Sought sought, Index index) {
        Map<Entry, Double> scores = new LinkedHashMap<>();
        for (String name : sought.names()) {
            index.find(name).ifPresent(entry -> scores.put(entry, 1.0));
            index.search().find(name).forEach(hit -> scores.merge(hit.entry(), hit.score(), Math::max));
        }
        if (!sought.ids().isEmpty()) {
            Map<Entry, Double> identified = new LinkedHashMap<>();
            sought.ids().stream()
                    .flatMap(id -> index.find(id).stream())
                    .forEach(entry ->
                            identified.put(entry, sought.names().isEmpty() ? 1.0 : scores.getOrDefault(entry, 0.0)));
            return identified;
        }
        if (sought.names().isEmpty()) {
            index.entries().forEach(entry -> scores.put(entry, 0.0));
        }
        return scores;
    }

    private static boolean isOf(
            Entry entry, Set<String> types, Map<String, List<Term>> lines, Sought.Strictness strictness) {
        if (types.isEmpty()) {
            return true;
        }
        Set<String> line = lines.getOrDefault(entry.className(), List.of()).stream()
                .map(Term::name)
                .collect(Collectors.toSet());
        return strictness == Sought.Strictness.ALL
                ? line.containsAll(types)
                : types.stream().anyMatch(line::contains);
    }

    private static boolean meets(Sought.Condition condition, List<Node> values, Index index) {
        Set<String> there = values.stream()
                .flatMap(value -> namesOf(value, index))
                .map(name -> Folded.of(name).text())
                .collect(Collectors.toSet());
        Stream<Boolean> found = condition.values().stream()
                .map(value -> there.contains(Folded.of(value).text()));
        return switch (condition.quantifier()) {
            case ANY -> found.anyMatch(Boolean::booleanValue);
            case ALL -> found.allMatch(Boolean::booleanValue);
            case NONE -> found.noneMatch(Boolean::booleanValue);
        };
    }

    /** All that a value may be called. */
    private static Stream<String> namesOf(Node value, Index index) {
        if (value.isLiteral()) {
            return Stream.of(value.getLiteralLexicalForm());
        }
        String iri = value.isURI() ? value.getURI() : "";
        String local = index.schema().namespaces().localName(iri);
        Stream<String> labels = index.find(local)
                .map(entry -> Stream.concat(
                        entry.label().byLanguage().values().stream(),
                        entry.altLabels().values().stream().flatMap(Collection::stream)))
                .orElseGet(() -> Optional.ofNullable(index.schema().label(local)).stream()
                        .flatMap(label -> label.byLanguage().values().stream()));
        return Stream.concat(Stream.of(iri, local), labels);
    }
}
