package stemma.sparql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIs;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateFactory;
import stemma.problem.Problem;
import stemma.sparql.standard.CodepointEscapes;
import stemma.store.Limits;

/** Text to queries and updates, with the dataset that the protocol gives them. */
final class SparqlParser {
    private static final Pattern PLACE = Pattern.compile(" at line (\\d{1,9}), column (\\d{1,9})");

    private static final int MOST_DESCRIBED = 5000;

    private static final IRIx NO_BASE = IRIx.create("http://localhost/");

    private final SparqlOptions.Dialect dialect;
    private final Limits limits;
    /** Most requests have the same. */
    private volatile Base lastBase = new Base("", NO_BASE);

    SparqlParser(SparqlOptions options) {
        this.dialect = options.dialect();
        this.limits = options.limits();
    }

    /**
     * @throws stemma.problem.ProblemException with {@link Problem.SyntaxError} or {@link Problem.TooComplex}, or with
     *     {@link Problem.BadRequest} for Jena's queries that make a JSON document of their own
     */
    Query query(SparqlRequest request) {
        try {
            TextShape.checkQuery(request.query(), limits);
            Query query = new FewDescribed();
            query.setBase(base(request.base()));
            dialect.parser().parse(query, text(request.query()));
            GroupScope.check(query);
            if (query.isJsonType()) {
                throw new Problem.BadRequest(
                                "Queries that begin with JSON are not answered here; SELECT has its JSON format.")
                        .exception();
            }
            if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
                // The protocol's dataset takes the place of the query's own.
                query.getGraphURIs().clear();
                query.getNamedGraphURIs().clear();
                request.defaultGraphs().forEach(query::addGraphURI);
                request.namedGraphs().forEach(query::addNamedGraphURI);
            }
            return query;
        } catch (QueryParseException e) {
            throw syntaxError(e.getMessage(), e.getLine(), e.getColumn()).exception();
        } catch (QueryException | RiotException e) {
            throw syntaxError(e.getMessage(), 0, 0).exception();
        }
    }

    /**
     * The operations of an update request, in their order.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.SyntaxError}, or with {@link Problem.BadRequest} when both
     *     the protocol and the update say what the dataset is
     */
    List<Update> update(SparqlUpdate request) {
        try {
            TextShape.checkUpdate(request.update(), limits);
            List<Update> operations = UpdateFactory.create(text(request.update()), request.base(), dialect.syntax())
                    .getOperations();
            return request.usingGraphs().isEmpty() && request.usingNamedGraphs().isEmpty()
                    ? operations
                    : operations.stream()
                            .map(operation -> using(operation, request))
                            .toList();
        } catch (QueryParseException e) {
            throw syntaxError(e.getMessage(), e.getLine(), e.getColumn()).exception();
        } catch (QueryException | RiotException e) {
            throw syntaxError(e.getMessage(), 0, 0).exception();
        }
    }

    /** A query that names what it wants described by no more terms than ARQ, which compares each with all others, is quick with. */
    private static final class FewDescribed extends Query {
        @Override
        public void addDescribeNode(Node node) {
            if (getResultURIs().size() == MOST_DESCRIBED) {
                throw new Problem.TooComplex("described", MOST_DESCRIBED, "Describe fewer at once.").exception();
            }
            super.addDescribeNode(node);
        }
    }

    /** An address and the IRI that it is. */
    private record Base(String address, IRIx iri) {
        /** An address that is no IRI is none to resolve with, but no reason to refuse what resolves nothing. */
        static Base of(String address) {
            try {
                return new Base(address, IRIs.resolveIRI(address));
            } catch (IRIException e) {
                return new Base(address, NO_BASE);
            }
        }
    }

    private IRIx base(String address) {
        Base base = lastBase;
        if (!base.address().equals(address)) {
            base = Base.of(address);
            lastBase = base;
        }
        return base.iri();
    }

    private String text(String given) {
        if (dialect != SparqlOptions.Dialect.STANDARD) {
            return given;
        }
        CodepointEscapes.Result result = CodepointEscapes.replaced(given);
        result.mistake().ifPresent(mistake -> {
            throw new Problem.SyntaxError(mistake.line(), mistake.column(), mistake.reason()).exception();
        });
        return result.text();
    }

    /**
     * The operation on the dataset of the protocol, as
     * <a href="https://www.w3.org/TR/sparql11-protocol/#update-dataset">section 2.2.3</a> has it.
     */
    private static Update using(Update operation, SparqlUpdate request) {
        UpdateModify modify = switch (operation) {
            case UpdateModify written -> written;
            case UpdateDeleteWhere shortForm -> inFull(shortForm);
            default -> null;
        };
        if (modify == null) {
            return operation;
        }
        if (modify.getWithIRI() != null
                || !modify.getUsing().isEmpty()
                || !modify.getUsingNamed().isEmpty()) {
            throw new Problem.BadRequest("The update has a dataset of its own (USING, USING NAMED or WITH), so"
                            + " using-graph-uri and using-named-graph-uri cannot give it another.")
                    .exception();
        }
        request.usingGraphs().forEach(iri -> modify.addUsing(NodeFactory.createURI(iri)));
        request.usingNamedGraphs().forEach(iri -> modify.addUsingNamed(NodeFactory.createURI(iri)));
        return modify;
    }

    private static UpdateModify inFull(UpdateDeleteWhere shortForm) {
        UpdateModify modify = new UpdateModify();
        ElementGroup pattern = new ElementGroup();
        for (Quad quad : shortForm.getQuads()) {
            modify.getDeleteAcc().addQuad(quad);
            ElementTriplesBlock triple = new ElementTriplesBlock();
            triple.addTriple(quad.asTriple());
            Node graph = quad.getGraph();
            pattern.addElement(Quad.isDefaultGraph(graph) ? triple : new ElementNamedGraph(graph, triple));
        }
        modify.setElement(pattern);
        modify.setHasDeleteClause(true);
        return modify;
    }

    /**
     * The parser's own words about the query's text; they tell nothing about the server. Where they name the place, it is
     * that of what could not be read, while the exception has that of what was read last.
     */
    static Problem.SyntaxError syntaxError(String message, int line, int column) {
        String reason =
                message.lines().findFirst().orElse("cannot be read").replaceFirst("^Line \\d+, column \\d+: ", "");
        Matcher place = PLACE.matcher(reason);
        return place.find()
                ? new Problem.SyntaxError(
                        Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), place.replaceFirst(""))
                : new Problem.SyntaxError(line, column, reason);
    }
}
