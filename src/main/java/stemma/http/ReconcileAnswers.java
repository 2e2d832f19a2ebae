package stemma.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import stemma.glossary.Candidate;
import stemma.glossary.Item;
import stemma.glossary.Reconciler;
import stemma.glossary.Term;
import stemma.query.Namespaces;

/** Entries and their values as the Reconciliation Service API writes them, in one language. */
final class ReconcileAnswers {
    /** What can be had of an entry beside the schema's properties. */
    private static final List<String> TEXTS = List.of("label", "definition");

    private final Reconciler reconciler;
    private final Namespaces namespaces;
    private final String language;

    ReconcileAnswers(Reconciler reconciler, Namespaces namespaces, String language) {
        this.reconciler = reconciler;
        this.namespaces = namespaces;
        this.language = language;
    }

    List<Object> candidates(List<Candidate> candidates) {
        List<Object> written = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Map<String, Object> one = entity(candidate.item());
            one.put("type", candidate.types().stream().map(this::term).toList());
            one.put("score", candidate.score());
            one.put("match", candidate.match());
            one.put(
                    "features",
                    List.of(
                            feature("name", "How well the name matches, from 0 to 100", candidate.nameScore()),
                            feature("properties", "How many of the values are met", candidate.conditionsMet())));
            written.add(one);
        }
        return written;
    }

    private static Map<String, Object> feature(String id, String name, Number value) {
        return Json.object("id", id, "name", name, "value", value);
    }

    /** An entry with its definition, which tells it from its namesakes. */
    Map<String, Object> entity(Item item) {
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("id", item.name());
        entity.put("name", item.label().in(language));
        entity.put("description", item.definition().in(language));
        return entity;
    }

    /** An entry among suggestions. */
    Map<String, Object> suggestion(Item item) {
        Map<String, Object> entity = entity(item);
        entity.put(
                "notable",
                List.of(Json.object(
                        "id", item.className(), "name", item.classLabel().in(language))));
        return entity;
    }

    Map<String, Object> term(Term term) {
        return Json.object("id", term.name(), "name", name(term));
    }

    private String name(Term term) {
        return term.label() == null ? term.name() : term.label().in(language);
    }

    /** What is asked for, as it is named in the head of a table. */
    List<Object> heads(List<String> properties) {
        List<Term> known = reconciler.properties();
        List<Object> heads = new ArrayList<>();
        for (String property : properties) {
            String name = namespaces.named(property);
            String label = known.stream()
                    .filter(term -> term.name().equals(name))
                    .findFirst()
                    .map(this::name)
                    .orElse(name);
            heads.add(Json.object("id", property, "name", label));
        }
        return heads;
    }

    /** The values of some properties, a list of cells for each; of an entry that does not exist, none. */
    Map<String, Map<String, List<Object>>> rows(ReconcileQuestions.Extension wanted) {
        Map<String, Map<String, List<Object>>> rows = new LinkedHashMap<>();
        wanted.ids().forEach(id -> rows.put(id, new LinkedHashMap<>()));
        for (String property : wanted.properties()) {
            Map<String, List<Node>> values = TEXTS.contains(property) ? Map.of() : reconciler.values(property);
            for (String id : wanted.ids()) {
                Optional<Item> item = reconciler.item(id);
                List<Object> cells = TEXTS.contains(property)
                        ? item.stream().map(found -> text(found, property)).toList()
                        : item.map(found -> values.getOrDefault(found.name(), List.of())).orElse(List.of()).stream()
                                .map(this::cell)
                                .toList();
                rows.get(id).put(property, cells);
            }
        }
        return rows;
    }

    private Object text(Item item, String property) {
        return Json.object("str", (property.equals("label") ? item.label() : item.definition()).in(language));
    }

    private Object cell(Node value) {
        if (value.isLiteral()) {
            String text = value.getLiteralLexicalForm();
            if (value.getLiteralDatatype().equals(XSDDatatype.XSDdate)) {
                return Json.object("date", text + "T00:00:00Z");
            }
            boolean whole = value.getLiteralDatatype().equals(XSDDatatype.XSDinteger)
                    || value.getLiteralDatatype().equals(XSDDatatype.XSDgYear);
            return whole ? Json.object("int", Long.valueOf(text)) : Json.object("str", text);
        }
        String name = namespaces.localName(value.toString());
        return reconciler
                .item(name)
                .<Object>map(item ->
                        Json.object("id", item.name(), "name", item.label().in(language)))
                .orElseGet(() -> Json.object(
                        "str",
                        reconciler.label(name).map(label -> label.in(language)).orElse(name)));
    }
}
