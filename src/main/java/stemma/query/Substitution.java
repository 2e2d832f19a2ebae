package stemma.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.modify.request.QuadAcc;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.Template;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformNodeElement;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

/**
 * Puts terms in the place of a query's variables, wherever they stand; also inside triple terms, where Jena 6.0.0's own
 * substitution leaves them (so that {@code ?c st:extends ?x {| dct:source ?s |}} would find everyone's evidence).
 */
final class Substitution {
    private final Map<Var, Node> values = new HashMap<>();
    private final Map<Var, List<Node>> lists = new TreeMap<>(Comparator.comparing(Var::getVarName));

    /**
     * A substitution.
     *
     * @param values the terms for each variable; where there are several, the variable stays and takes each of them in turn
     */
    Substitution(Map<Var, List<Node>> values) {
        values.forEach((variable, terms) -> {
            if (terms.size() == 1) {
                this.values.put(variable, terms.getFirst());
            } else {
                lists.put(variable, terms);
            }
        });
    }

    /** A copy of the query with the terms in it. */
    Query in(Query query) {
        if (values.isEmpty() && lists.isEmpty()) {
            return query;
        }
        NodeTransform terms = this::of;
        PathBlocks patterns = new PathBlocks();
        Query result = QueryTransformOps.transform(query, patterns, new ExprTransformNodeElement(terms, patterns));
        if (query.isConstructType()) {
            result.setConstructTemplate(of(query.getConstructTemplate()));
        }
        if (!lists.isEmpty()) {
            result.setQueryPattern(withLists(result.getQueryPattern()));
        }
        return result;
    }

    /** The pattern with a block of VALUES for each list before it, in the same scope. */
    private Element withLists(Element pattern) {
        ElementGroup group = new ElementGroup();
        lists.forEach((variable, terms) -> {
            ElementData data = new ElementData();
            data.add(variable);
            terms.forEach(term -> data.add(BindingFactory.binding(variable, term)));
            group.addElement(data);
        });
        if (pattern instanceof ElementGroup old) {
            old.getElements().forEach(group::addElement);
        } else {
            group.addElement(pattern);
        }
        return group;
    }

    private Node of(Node node) {
        if (node.isTripleTerm()) {
            return NodeFactory.createTripleTerm(of(node.getTriple()));
        }
        return Var.isVar(node) ? values.getOrDefault(Var.alloc(node), node) : node;
    }

    private Triple of(Triple triple) {
        return Triple.create(of(triple.getSubject()), of(triple.getPredicate()), of(triple.getObject()));
    }

    private TriplePath of(TriplePath path) {
        return path.isTriple()
                ? new TriplePath(of(path.asTriple()))
                : new TriplePath(of(path.getSubject()), path.getPath(), of(path.getObject()));
    }

    private Template of(Template template) {
        QuadAcc quads = new QuadAcc();
        template.getQuads().forEach(quad -> quads.addQuad(Quad.create(of(quad.getGraph()), of(quad.asTriple()))));
        return new Template(quads);
    }

    private final class PathBlocks extends ElementTransformCopyBase {
        @Override
        public Element transform(ElementPathBlock block) {
            ElementPathBlock result = new ElementPathBlock();
            block.getPattern().forEach(path -> result.addTriplePath(of(path)));
            return result;
        }
    }
}
