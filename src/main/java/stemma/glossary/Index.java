package stemma.glossary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import stemma.problem.Problem;
import stemma.query.Namespaces;
import stemma.query.QueryRunner;
import stemma.query.Row;
import stemma.store.Snapshot;
import stemma.store.Version;

/**
 * What is kept in memory of one version of the store: every entry's texts, the relations between entries without their
 * evidence, the publications. Immutable, read once a version.
 */
final class Index {
    private final Version version;
    private final Schema schema;
    private final NavigableMap<String, Entry> entries;
    private final Map<String, String> namesByLowerCase;
    private final Map<String, List<Edge>> edges;
    private final Map<String, Publication> publications;
    private final Map<String, Former> former;
    private final TermSearch search;
    private Annotator annotator;
    private TermList terms;

    private Index(
            Version version,
            Schema schema,
            NavigableMap<String, Entry> entries,
            List<Edge> edges,
            Map<String, Publication> publications,
            Map<String, Former> former) {
        this.version = version;
        this.schema = schema;
        this.entries = entries;
        this.namesByLowerCase = entries.keySet().stream()
                .collect(Collectors.toMap(Index::folded, Function.identity(), (one, other) -> one));
        this.edges = new HashMap<>();
        for (Edge edge : edges) {
            this.edges.computeIfAbsent(edge.source(), key -> new ArrayList<>()).add(edge);
            if (!edge.source().equals(edge.target())) {
                this.edges
                        .computeIfAbsent(edge.target(), key -> new ArrayList<>())
                        .add(edge);
            }
        }
        this.publications = publications;
        this.former = former;
        this.search = new TermSearch(entries.values(), name -> edgesOf(name).size());
    }

    static Index read(Snapshot snapshot, QueryRunner runner) {
        Schema schema = Schema.read(snapshot, runner);
        Namespaces names = schema.namespaces();
        Function<String, List<Row>> ask =
                query -> runner.rows(snapshot, runner.catalog().get(query), Map.of());

        Map<String, Map<String, List<Node>>> texts = new HashMap<>();
        for (Row row : ask.apply("labels")) {
            texts.computeIfAbsent(row.iri("entry"), key -> new HashMap<>())
                    .computeIfAbsent(row.iri("property"), key -> new ArrayList<>())
                    .add(row.node("text"));
        }
        NavigableMap<String, Entry> entries = new TreeMap<>();
        for (Row row : ask.apply("entries")) {
            Entry entry = entry(row, texts.getOrDefault(row.iri("entry"), Map.of()), names);
            entries.putIfAbsent(entry.name(), entry);
        }
        List<Edge> edges = new ArrayList<>();
        for (Row row : ask.apply("edges")) {
            edges.add(new Edge(
                    names.localName(row.iri("source")),
                    names.localName(row.iri("relation")),
                    names.localName(row.iri("target")),
                    row.text("derived").map(Boolean::valueOf).orElse(false)));
        }
        return new Index(
                snapshot.version(),
                schema,
                Collections.unmodifiableNavigableMap(entries),
                edges,
                Publication.byName(ask.apply("publications"), ask.apply("authors"), names),
                Former.byName(ask.apply("former-entries"), names));
    }

    private static Entry entry(Row row, Map<String, List<Node>> texts, Namespaces names) {
        String iri = row.iri("entry");
        Map<String, List<String>> aliases = texts.getOrDefault(SKOS.altLabel.getURI(), List.of()).stream()
                .collect(Collectors.groupingBy(
                        Node::getLiteralLanguage,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Node::getLiteralLexicalForm, Collectors.toList()),
                                list -> list.stream().sorted().toList())));
        return new Entry(
                names.localName(iri),
                iri,
                text(texts, SKOS.prefLabel.getURI()).orElseThrow(),
                aliases,
                text(texts, SKOS.definition.getURI()).orElseThrow(),
                text(texts, SKOS.scopeNote.getURI()),
                text(texts, DCTerms.title.getURI()),
                names.localName(row.iri("class")),
                row.iri("chapter"),
                row.text("year").map(Integer::valueOf),
                row.text("released"));
    }

    private static Optional<Text> text(Map<String, List<Node>> texts, String property) {
        return Optional.ofNullable(texts.get(property)).map(literals -> Text.of(literals.stream()));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Version version() {
        return version;
    }

    Schema schema() {
        return schema;
    }

    /** Finds terms in texts; made when it is first wanted. */
    synchronized Annotator annotator() {
        if (annotator == null) {
            annotator = new Annotator(this);
        }
        return annotator;
    }

    /** What others need to find the terms; made when it is first wanted. */
    synchronized TermList terms() {
        if (terms == null) {
            terms = TermList.of(this);
        }
        return terms;
    }

    TermSearch search() {
        return search;
    }

    /**
     * The local name of a class that entries have.
     *
     * @param parameter what is to blame when there is none
     */
    String requireClass(String parameter, String given) {
        String name = schema.namespaces().named(given);
        Set<String> classes = new TreeSet<>();
        entries().forEach(entry -> classes.add(entry.className()));
        if (!classes.contains(name)) {
            throw new Problem.BadParameter(parameter, "one of " + String.join(", ", classes) + " is expected")
                    .exception();
        }
        return name;
    }

    /** The local name of a chapter that entries stand in. */
    String requireChapter(String name) {
        Set<String> chapters = new TreeSet<>();
        entries().forEach(entry -> chapters.add(entry.chapter()));
        if (!chapters.contains(name)) {
            throw new Problem.BadParameter("chapter", "one of " + String.join(", ", chapters) + " is expected")
                    .exception();
        }
        return name;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    /** The entry that a local name, an IRI or a CURIE names, or named before it was renamed. */
    Optional<Entry> find(String name) {
        String local = schema.namespaces().named(name);
        return Optional.ofNullable(entries.get(local))
                .or(() -> former(local).flatMap(Former::now).map(entries::get));
    }

    /** What stood under a name that no entry has any more. */
    Optional<Former> former(String name) {
        return Optional.ofNullable(former.get(schema.namespaces().named(name)));
    }

    /** The name that should be used in place of another one, or of one in another case; empty for one that is right. */
    Optional<String> rightName(String name) {
        String local = schema.namespaces().named(name);
        return entries.containsKey(local)
                ? Optional.empty()
                : former(local)
                        .map(Former::now)
                        .orElseGet(() -> Optional.ofNullable(namesByLowerCase.get(folded(local))));
    }

    /** The relations of an entry, in which it is the source or the target. */
    List<Edge> edgesOf(String name) {
        return edges.getOrDefault(name, List.of());
    }

    Optional<Publication> publication(String name) {
        return Optional.ofNullable(publications.get(name));
    }
}
