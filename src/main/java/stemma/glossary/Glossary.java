package stemma.glossary;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import stemma.problem.Problem;
import stemma.query.Namespaces;
import stemma.query.QueryRunner;
import stemma.query.Row;
import stemma.store.GraphStore;
import stemma.store.Snapshot;

/**
 * The glossary: entries, where they come from, how they hang together. Every answer is made inside one transaction, from
 * one version of the store. Safe for use by many threads.
 */
public final class Glossary {
    private static final int SIMILAR_NAMES = 3;

    private final GraphStore store;
    private final QueryRunner runner;
    private final Object reading = new Object();
    private volatile Index newest;

    public Glossary(GraphStore store, QueryRunner runner) {
        this.store = store;
        this.runner = runner;
    }

    /** Reads what is kept in memory of the present version, so that the first question does not wait for it. */
    public void warm() {
        store.read(this::index);
    }

    /**
     * Entries in the order of their English labels.
     *
     * @param className the local name of a class; empty for all
     * @param text what one of an entry's texts must have; empty for all
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter} for a class that no entry has
     */
    public Page<Item> concepts(Optional<String> className, Optional<String> text, int limit, int offset) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            Optional<String> wanted = className.map(name -> index.requireClass("class", name));
            Set<Entry> found = new HashSet<>();
            text.ifPresent(query -> index.search().find(query).forEach(hit -> found.add(hit.entry())));
            List<Item> items = index.entries().stream()
                    .filter(entry -> wanted.isEmpty() || entry.className().equals(wanted.get()))
                    .filter(entry -> text.isEmpty() || found.contains(entry))
                    .sorted(Comparator.comparing((Entry entry) -> entry.label().in("en"), String.CASE_INSENSITIVE_ORDER)
                            .thenComparing(Entry::name))
                    .map(entry -> Item.of(entry, index.schema()))
                    .toList();
            return Page.of(items, limit, offset);
        });
    }

    /** Where the vocabulary's names live. */
    public Namespaces namespaces() {
        return store.read(snapshot -> index(snapshot).schema().namespaces());
    }

    /**
     * The full name of an entry.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound}
     */
    public String iri(String name) {
        return store.read(snapshot -> require(name, index(snapshot)).iri());
    }

    /**
     * The local name of an entry.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound} or {@link Problem.Gone}
     */
    public String name(String iri) {
        return store.read(snapshot -> require(iri, index(snapshot)).name());
    }

    /** The name of an entry that is asked for by a former name or in another letter case; empty for a name that is right. */
    public Optional<String> redirect(String name) {
        return store.read(snapshot -> index(snapshot).rightName(name));
    }

    /**
     * All about an entry. Here and below, an entry is named by its local name, its IRI, a CURIE, or the name that it had
     * before it was renamed.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound}, or {@link Problem.Gone} for one that was
     *     withdrawn
     */
    public Card card(String name) {
        return store.read(snapshot -> card(snapshot, index(snapshot), name));
    }

    private Card card(Snapshot snapshot, Index index, String name) {
        Entry entry = require(name, index);
        return new CardReader(index, query -> about(snapshot, query, entry))
                .read(entry, other -> statements(snapshot, index, other), triples(snapshot, entry));
    }

    /**
     * How to cite an entry; a publication's entry is cited as the publication.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound}
     */
    public Citation citation(String name, String language) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            return Citation.of(
                    require(name, index),
                    index.publication(name),
                    language,
                    snapshot.version().value());
        });
    }

    /**
     * Entries that have a text, or all its words, the best match first.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter} for a class or a chapter that no entry has
     */
    public Search search(String query, Search.Filter filter, int limit, int offset) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            Search.Filter wanted = new Search.Filter(
                    filter.className().map(name -> index.requireClass("class", name)),
                    filter.chapter().map(name -> index.requireChapter(name)),
                    filter.year());
            List<TermSearch.Hit> hits = index.search().find(query).stream()
                    .filter(hit -> wanted.wants(hit.entry()))
                    .toList();
            Search.Facets facets =
                    Search.Facets.of(hits.stream().map(TermSearch.Hit::entry).toList(), index.schema());
            return Search.of(query, Page.of(hits, limit, offset), facets, index);
        });
    }

    /** Entries one of whose names has a text, the best match first: for a list under a field in which one types. */
    public Search suggest(String query, int limit) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            return Search.of(query, index.search().suggest(query, limit), null, index);
        });
    }

    /**
     * The lineage of a concept, or of all.
     *
     * @param name the concept; empty for the lineage of all
     * @param depth how many steps from the concept
     * @param relations local names of the relations to follow, or of families of relations; empty for descent and
     *     replacement
     * @param asOf when nothing newer is to be told; empty for all that is known
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound} or {@link Problem.BadParameter}
     */
    public Lineage lineage(
            Optional<String> name,
            Lineage.Direction direction,
            int depth,
            List<String> relations,
            Optional<Moment> asOf) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            LineageWalk walk = new LineageWalk(index, relations, asOf, source -> statements(snapshot, index, source));
            Optional<String> focus = name.map(n -> require(n, index).name());
            return focus.isPresent() ? walk.from(focus.get(), direction, depth) : walk.ofAll();
        });
    }

    /**
     * The ways from one concept to another: those that explain most, and the shortest.
     *
     * @param count how many of those that explain most, at most
     * @param language the language of the paragraphs
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound}
     */
    public Explanation explain(String from, String to, int count, String language) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            Map<String, List<Statement>> known = new HashMap<>();
            return new Explainer(
                            index,
                            source -> known.computeIfAbsent(source, key -> statements(snapshot, index, key)),
                            language)
                    .explain(require(from, index).name(), require(to, index).name(), count);
        });
    }

    /**
     * Why an entry has what it has of a property.
     *
     * @param property the local name of a trait, an attribute or a relation
     * @return a chain for each of the entry's statements with the property; empty when it has none
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound}
     */
    public List<Derivation> derivations(String name, String property) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            return Derivation.of(
                    require(name, index),
                    index.schema().namespaces().named(property),
                    index,
                    other -> statements(snapshot, index, other));
        });
    }

    /**
     * Entries side by side.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound}
     */
    public Comparison compare(List<String> names) {
        return Comparison.of(cards(names));
    }

    /**
     * All about some entries, in their order.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.NotFound}
     */
    public List<Card> cards(List<String> names) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            return names.stream().map(name -> card(snapshot, index, name)).toList();
        });
    }

    /**
     * The terms of a text, in its order.
     *
     * @param classes local names of the classes whose entries are wanted; empty for all
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter} for a class that no entry has
     */
    public List<Annotation> annotate(String text, Set<String> classes) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            Set<String> wanted = classes.stream()
                    .map(name -> index.requireClass("classes", name))
                    .collect(Collectors.toSet());
            return index.annotator().annotate(text).stream()
                    .filter(annotation -> wanted.isEmpty()
                            || wanted.contains(
                                    index.find(annotation.concepts().getFirst().name())
                                            .orElseThrow()
                                            .className()))
                    .toList();
        });
    }

    /** All that is needed to find the terms in a text elsewhere. */
    public TermList terms() {
        return store.read(snapshot -> index(snapshot).terms());
    }

    /** Entries that have a date, the oldest first. */
    public Page<Dated> timeline(
            Optional<String> className, Optional<Moment> from, Optional<Moment> to, int limit, int offset) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            Optional<String> wanted = className.map(name -> index.requireClass("class", name));
            return Page.of(
                    index.entries().stream()
                            .filter(entry ->
                                    wanted.isEmpty() || entry.className().equals(wanted.get()))
                            .filter(entry -> entry.year().isPresent())
                            .filter(entry -> from.isEmpty() || !from.get().isAfter(entry.date()))
                            .filter(entry -> to.isEmpty() || to.get().knows(entry))
                            .sorted(Comparator.comparing(Entry::date).thenComparing(Entry::name))
                            .map(entry -> new Dated(Item.of(entry, index.schema()), entry.date()))
                            .toList(),
                    limit,
                    offset);
        });
    }

    /** The chapters in their order, with all entries but publications: the glossary's table of contents. */
    public List<Chapter> chapters() {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            Map<String, List<Entry>> entries = index.entries().stream()
                    .filter(entry -> index.publication(entry.name()).isEmpty())
                    .sorted(Comparator.comparingInt(
                                    (Entry entry) -> entry.year().orElse(Integer.MAX_VALUE))
                            .thenComparing(entry -> entry.label().in("en"), String.CASE_INSENSITIVE_ORDER))
                    .collect(Collectors.groupingBy(Entry::chapterIri, TreeMap::new, Collectors.toList()));
            Set<String> order = new LinkedHashSet<>();
            runner.rows(
                            snapshot,
                            runner.catalog().get("chapters"),
                            Map.of(Var.alloc("lang"), List.of(NodeFactory.createLiteralString("en"))))
                    .forEach(row -> order.add(row.iri("chapter")));
            order.addAll(entries.keySet());
            order.retainAll(entries.keySet());
            return order.stream()
                    .map(iri -> new Chapter(
                            entries.get(iri).getFirst().chapter(),
                            index.schema().label(iri),
                            entries.get(iri).stream()
                                    .map(entry -> Item.of(entry, index.schema()))
                                    .toList()))
                    .toList();
        });
    }

    /**
     * One entry, the same for the same seed as long as the glossary is the same. Publications are passed over.
     *
     * @param seed any text, such as a date
     */
    public Card any(String seed) {
        return store.read(snapshot -> {
            Index index = index(snapshot);
            List<String> names = index.entries().stream()
                    .map(Entry::name)
                    .filter(name -> index.publication(name).isEmpty())
                    .toList();
            CRC32C hash = new CRC32C();
            hash.update(seed.getBytes(StandardCharsets.UTF_8));
            return card(snapshot, index, names.get((int) (hash.getValue() % names.size())));
        });
    }

    private static Entry require(String name, Index index) {
        return index.find(name)
                .orElseThrow(() -> index.former(name)
                        .<Problem>map(former -> new Problem.Gone(
                                name, former.replacedBy(), former.note().byLanguage()))
                        .orElseGet(() -> new Problem.NotFound(
                                "concept", name, index.search().similar(name, SIMILAR_NAMES)))
                        .exception());
    }

    private List<Statement> statements(Snapshot snapshot, Index index, String name) {
        return Statement.of(about(snapshot, "statements", index.find(name).orElseThrow()), index);
    }

    private List<Row> about(Snapshot snapshot, String query, Entry entry) {
        return runner.rows(snapshot, runner.catalog().get(query), concept(entry));
    }

    private Graph triples(Snapshot snapshot, Entry entry) {
        return runner.graph(snapshot, runner.catalog().get("own-triples"), concept(entry));
    }

    private static Map<Var, List<Node>> concept(Entry entry) {
        return Map.of(Var.alloc("concept"), List.of(NodeFactory.createURI(entry.iri())));
    }

    /** What is kept in memory of the snapshot's version; read once, while others that want it wait. */
    Index index(Snapshot snapshot) {
        Index index = newest;
        if (index != null && index.version().equals(snapshot.version())) {
            return index;
        }
        synchronized (reading) {
            if (newest != null && newest.version().equals(snapshot.version())) {
                return newest;
            }
            Index read = Index.read(snapshot, runner);
            if (store.version().equals(snapshot.version())) {
                newest = read;
            }
            return read;
        }
    }
}
