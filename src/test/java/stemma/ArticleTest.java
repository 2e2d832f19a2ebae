package stemma;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.glossary.Card;
import stemma.glossary.Glossary;
import stemma.glossary.Search;
import stemma.store.GraphStore;

/**
 * The source article's concepts and statements, as lists that were written from the article and not from the ontology:
 * each concept is found by the article's own terms, and each statement is in the graph.
 */
@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArticleTest {
    private static final String LLM = "https://w3id.org/stemma/llm/";
    private static final String ST = "https://w3id.org/stemma/ns#";
    private static final int FIRST_HITS = 5;

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @CsvFileSource(resources = "/article/concepts.tsv", delimiter = '\t')
    void a_concept_is_among_the_first_hits_for_its_chinese_and_its_english_term(
            String name, String chinese, String english, Glossary glossary) {
        for (String term : List.of(chinese, english)) {
            List<String> hits = glossary.search(term, Search.Filter.NONE, FIRST_HITS, 0).items().stream()
                    .map(hit -> hit.item().name())
                    .toList();
            assertTrue(hits.contains(name), "'" + term + "' finds " + hits);
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvFileSource(resources = "/article/statements.tsv", delimiter = '\t', maxCharsPerColumn = 1000)
    void a_statement_holds(
            String section, String kind, String reference, String paraphrase, GraphStore store, Glossary glossary) {
        switch (kind) {
            case "triple" ->
                assertTrue(
                        store.<Boolean, RuntimeException>read(snapshot -> holds(triple(reference), snapshot.dataset())),
                        paraphrase);
            case "definition" -> {
                Card card = glossary.card(reference);
                assertTrue(card.item().definition().byLanguage().keySet().containsAll(List.of("en", "zh-Hant")));
            }
            case "claim" -> {
                Triple claim = Triple.create(
                        NodeFactory.createURI(LLM + reference), RDF.Nodes.type, NodeFactory.createURI(ST + "Claim"));
                assertTrue(store.<Boolean, RuntimeException>read(snapshot -> holds(claim, snapshot.dataset())));
            }
            default -> fail(section + ": '" + kind + "' is no kind of reference");
        }
    }

    private static Triple triple(String reference) {
        String[] parts = reference.split(" ", -1);
        return Triple.create(
                NodeFactory.createURI(LLM + parts[0]),
                NodeFactory.createURI(parts[1].replaceFirst("^st:", ST)),
                term(parts[2]));
    }

    private static Node term(String text) {
        return text.equals("true") || text.equals("false")
                ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDboolean)
                : NodeFactory.createURI(LLM + text);
    }

    private static boolean holds(Triple triple, DatasetGraph dataset) {
        try (QueryExec ask = QueryExec.dataset(dataset)
                .query(QueryFactory.create("ASK { ?s ?p ?o }"))
                .substitution("s", triple.getSubject())
                .substitution("p", triple.getPredicate())
                .substitution("o", triple.getObject())
                .build()) {
            return ask.ask();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "llm:LSTM st:extends llm:RNN",
                "llm:Transformer st:replaces llm:Recurrence",
                "llm:BERT st:usesBidirectionalContext true",
                "llm:GPT st:isAutoregressive true"
            })
    void what_must_hold_literally_holds(String triple, GraphStore store) {
        String query = "PREFIX llm: <" + LLM + "> PREFIX st: <" + ST + "> ASK { " + triple + " }";
        assertTrue(store.<Boolean, RuntimeException>read(snapshot -> {
            try (QueryExec ask =
                    QueryExec.dataset(snapshot.dataset()).query(query).build()) {
                return ask.ask();
            }
        }));
    }
}
