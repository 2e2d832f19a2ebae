package stemma.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import stemma.export.OwlAxioms;
import stemma.glossary.Glossary;
import stemma.problem.Problem;
import stemma.query.QueryRunner;
import stemma.sparql.Accept;
import stemma.sparql.Format;
import stemma.store.GraphStore;

/**
 * Entries as things of the web of data: the address of the thing leads to a page or to data about it, as
 * <a href="https://www.w3.org/TR/cooluris/#r303gendocument">Cool URIs</a> has it.
 */
final class IdEndpoint {
    private static final String HTML = "text/html";
    private static final List<Format> DATA = List.of(Format.TURTLE, Format.N_TRIPLES, Format.RDF_XML, Format.JSON_LD);
    private static final Map<String, Format> SUFFIXES =
            Map.of("ttl", Format.TURTLE, "nt", Format.N_TRIPLES, "rdf", Format.RDF_XML, "jsonld", Format.JSON_LD);

    private final GraphStore store;
    private final QueryRunner runner;
    private final Glossary glossary;
    private final JsonAnswers answers;

    IdEndpoint(GraphStore store, QueryRunner runner, Glossary glossary, JsonAnswers answers) {
        this.store = store;
        this.runner = runner;
        this.glossary = glossary;
        this.answers = answers;
    }

    Operation operation() {
        return new Operation(
                "/id/{name}",
                "getThing",
                "Leads to the page about an entry, or to data, as Accept has it; with a suffix (`.ttl`, `.nt`, `.rdf`, `.jsonld`)"
                        + " it is the data. Evidence is an annotation of RDF 1.2 in Turtle and N-Triples, an axiom of OWL in the"
                        + " others.",
                List.of(),
                Map.of("name", "LSTM.ttl"),
                new Operation.Reply("", DATA.stream().map(Format::mediaType).toList()),
                this::show);
    }

    private Answer show(Context ctx, Parameters parameters) {
        String given = ctx.pathParam("name");
        String suffix = given.substring(given.lastIndexOf('.') + 1);
        Optional<Format> format = Optional.ofNullable(SUFFIXES.get(suffix)).filter(known -> given.contains("."));
        String name = format.isPresent() ? given.substring(0, given.length() - suffix.length() - 1) : given;
        return RightName.redirect(
                        ctx, given, glossary.redirect(name).map(right -> right + given.substring(name.length())))
                .orElseGet(() ->
                        format.map(known -> data(glossary.iri(name), known)).orElseGet(() -> seeOther(ctx, name)));
    }

    private Answer seeOther(Context ctx, String name) {
        glossary.iri(name);
        List<String> offered = Stream.concat(Stream.of(HTML), DATA.stream().map(Format::mediaType))
                .toList();
        String chosen = new Accept(Objects.requireNonNullElse(ctx.header("Accept"), ""))
                .best(offered, List::of)
                .orElseThrow(() -> new Problem.NotAcceptable(offered).exception());
        String last = ctx.path().substring(ctx.path().lastIndexOf('/') + 1);
        String place = SUFFIXES.entrySet().stream()
                .filter(suffix -> suffix.getValue().mediaType().equals(chosen))
                .findFirst()
                .map(suffix -> "/id/" + last + "." + suffix.getKey())
                .orElse("/?focus=" + last);
        return Answer.of(303, Map.of("Location", place), new byte[0], "");
    }

    private Answer data(String iri, Format format) {
        return store.read(snapshot -> {
            Graph graph = runner.graph(
                    snapshot,
                    runner.catalog().get("describe"),
                    Map.of(Var.alloc("concept"), List.of(NodeFactory.createURI(iri))));
            boolean hasTripleTerms = format == Format.TURTLE || format == Format.N_TRIPLES;
            return answers.bytes(format.contentType(), format.bytes(hasTripleTerms ? graph : OwlAxioms.of(graph)));
        });
    }
}
