package stemma.bench;

import java.util.SplittableRandom;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * A glossary of any size, the same each time, of about twelve triples a concept: labels and definitions in two languages,
 * years, publications, and lines of several relations. Concepts come in families of a hundred. Within one, a concept
 * descends from one or two that are older by at least a quarter of its age, so that lines are a dozen steps long at most;
 * one in fifty descends from a concept of the family before as well.
 */
final class Generated {
    private static final String LLM = "https://w3id.org/stemma/llm/";
    private static final String ST = "https://w3id.org/stemma/ns#";
    private static final int FAMILY = 100;
    private static final int WORKS = 5;
    private static final long SEED = 20_170_612;
    private static final int FIRST_YEAR = 1950;

    private static final Node DESCENDS_FROM = st("descendsFrom");
    private static final Node YEAR = st("year");
    private static final Node INTRODUCED_IN = st("introducedIn");
    private static final Node REPLACES = st("replaces");
    private static final Node USES = st("uses");
    private static final Node[] LINES = {st("extends"), st("basedOn"), st("fineTunedFrom"), st("variantOf")};
    private static final Node[] CLASSES = {st("Model"), st("Architecture"), st("Mechanism"), st("Technique")};
    private static final String[] WORDS = {
        "attention", "recurrent", "gated", "sparse", "pretrained", "causal", "masked", "residual", "hybrid", "distilled"
    };
    private static final String[] IN_CHINESE = {"注意力", "循環", "門控", "稀疏", "預訓練", "因果", "遮罩", "殘差", "混合", "蒸餾"};

    private final int[][] parents;

    Generated(int concepts) {
        SplittableRandom random = new SplittableRandom(SEED);
        parents = new int[concepts][];
        for (int concept = 0; concept < concepts; concept++) {
            parents[concept] = parents(concept, random);
        }
    }

    private static int[] parents(int concept, SplittableRandom random) {
        int age = concept % FAMILY;
        if (age == 0) {
            return new int[0];
        }
        int first = concept - age + random.nextInt(Math.max(1, age * 3 / 4));
        double chance = random.nextDouble();
        if (chance < 0.02 && concept >= FAMILY) {
            return new int[] {first, concept - FAMILY + random.nextInt(FAMILY - age)};
        }
        int second = concept - age + random.nextInt(Math.max(1, age * 3 / 4));
        return chance < 0.35 && second != first ? new int[] {first, second} : new int[] {first};
    }

    int size() {
        return parents.length;
    }

    static String iri(int concept) {
        return LLM + "Concept" + concept;
    }

    static String label(int concept) {
        return WORDS[concept % 10] + " " + WORDS[concept / 10 % 10] + " " + concept;
    }

    /** A concept from which another descends, some steps up; itself where it descends from none. */
    int ancestor(int concept, SplittableRandom random) {
        int ancestor = concept;
        for (int steps = 1 + random.nextInt(5); steps > 0 && parents[ancestor].length > 0; steps--) {
            ancestor = parents[ancestor][random.nextInt(parents[ancestor].length)];
        }
        return ancestor;
    }

    /** Sends all triples. */
    void send(StreamRDF to) {
        to.start();
        for (int concept = 0; concept < parents.length; concept++) {
            if (concept % WORKS == 0) {
                sendWork(concept, to);
            }
            send(concept, to);
        }
        to.finish();
    }

    private static void sendWork(int concept, StreamRDF to) {
        Node work = work(concept);
        send(to, work, RDF.type.asNode(), st("Publication"));
        send(to, work, DCTerms.title.asNode(), text("On " + label(concept), "en"));
        send(to, work, DCTerms.issued.asNode(), year(concept));
    }

    private void send(int concept, StreamRDF to) {
        Node node = NodeFactory.createURI(iri(concept));
        String chinese = IN_CHINESE[concept % 10] + IN_CHINESE[concept / 10 % 10] + concept;
        send(to, node, RDF.type.asNode(), SKOS.Concept.asNode());
        send(to, node, RDF.type.asNode(), CLASSES[concept % CLASSES.length]);
        send(to, node, SKOS.prefLabel.asNode(), text(label(concept), "en"));
        send(to, node, SKOS.prefLabel.asNode(), text(chinese, "zh-Hant"));
        if (concept % 2 == 0) {
            send(to, node, SKOS.altLabel.asNode(), text("C" + concept, "en"));
        }
        send(
                to,
                node,
                SKOS.definition.asNode(),
                text(
                        "A " + label(concept) + " reads a sequence step by step and keeps in its state what later steps"
                                + " will need of it.",
                        "en"));
        send(to, node, SKOS.definition.asNode(), text(chinese + "逐步讀入序列，並在狀態中保留後續步驟所需的資訊。", "zh-Hant"));
        send(to, node, YEAR, year(concept));
        send(to, node, INTRODUCED_IN, work(concept));
        for (int parent : parents[concept]) {
            Node older = NodeFactory.createURI(iri(parent));
            send(to, node, LINES[(concept + parent) % LINES.length], older);
            send(to, node, DESCENDS_FROM, older);
            if (concept % 10 == 0) {
                send(to, node, REPLACES, older);
            }
        }
        if (concept % 3 == 0) {
            send(to, node, USES, NodeFactory.createURI(iri(concept / 2)));
        }
    }

    private static Node work(int concept) {
        return NodeFactory.createURI(LLM + "Work" + concept / WORKS);
    }

    private static Node year(int concept) {
        return NodeFactory.createLiteralDT(
                Integer.toString(FIRST_YEAR + concept % FAMILY * 3 / 4), XSDDatatype.XSDgYear);
    }

    private static Node text(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }

    private static Node st(String name) {
        return NodeFactory.createURI(ST + name);
    }

    private static void send(StreamRDF to, Node subject, Node predicate, Node object) {
        to.triple(Triple.create(subject, predicate, object));
    }
}
