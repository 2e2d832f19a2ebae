package stemma.sparql.bounded;

import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrAfter;
import org.apache.jena.sparql.expr.E_StrBefore;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrContains;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import stemma.store.Budget;

/**
 * Puts functions that take long, or make long values, under the {@link Budget} of their query: ARQ itself looks at the time
 * only between rows. What they compute stays what it was.
 */
public final class BoundedFunctions implements Rewrite {
    private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
    private static final String CAST = "http://www.w3.org/2001/XMLSchema#";
    private static final String POWER = "http://www.w3.org/2005/xpath-functions/math#pow";
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "idiv", "mod");

    private final Budget budget;

    private BoundedFunctions(Budget budget) {
        this.budget = budget;
    }

    /** What comes before an optimizer; the budget is that of the execution. */
    public static RewriteFactory before(RewriteFactory optimizer) {
        return context -> {
            Rewrite then = optimizer.create(context);
            BoundedFunctions bounded = new BoundedFunctions(Budget.of(context));
            return op -> then.rewrite(bounded.rewrite(op));
        };
    }

    @Override
    public Op rewrite(Op op) {
        return Transformer.transform(new Assignments(), new Functions(), op);
    }

    private static final class Assignments extends TransformCopy {
        @Override
        public Op transform(OpExtend extend, Op sub) {
            VarExprList assigned = new VarExprList();
            extend.getVarExprList()
                    .forEachExpr((variable, expression) -> assigned.add(variable, FlatTriple.inPlaceOf(expression)));
            return OpExtend.create(sub, assigned);
        }
    }

    private final class Functions extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction1 function, Expr argument) {
            return switch (function) {
                case E_StrUpperCase f -> new LongerText(budget, f, argument);
                case E_StrLowerCase f -> new LongerText(budget, f, argument);
                case E_StrEncodeForURI f -> new LongerText(budget, f, argument);
                default -> super.transform(function, argument);
            };
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr left, Expr right) {
            if (function.getOpName() != null && ARITHMETIC.contains(function.getOpName())) {
                return new BoundedArithmetic(function, left, right);
            }
            return switch (function) {
                case E_StrDatatype f -> new BoundedTyping(f, left, right);
                case E_StrContains f -> new BoundedFinding(budget, f, left, right);
                case E_StrBefore f -> new BoundedFinding(budget, f, left, right);
                case E_StrAfter f -> new BoundedFinding(budget, f, left, right);
                default -> super.transform(function, left, right);
            };
        }

        @Override
        public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
            return function instanceof E_TripleFn
                    ? new FlatTriple(first, second, third)
                    : super.transform(function, first, FlatTriple.inPlaceOf(second), FlatTriple.inPlaceOf(third));
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList given) {
            ExprList arguments = new ExprList(
                    given.getList().stream().map(FlatTriple::inPlaceOf).toList());
            return switch (function) {
                case E_Regex f -> new BoundedRegex(budget, arguments);
                case E_StrReplace f -> new BoundedReplace(budget, arguments);
                case E_StrConcat f -> new BoundedConcat(budget, BoundedConcat.Kind.OF_TEXTS, arguments);
                case E_Function f -> named(f, arguments);
                default -> super.transform(function, arguments);
            };
        }

        private Expr named(E_Function function, ExprList arguments) {
            return switch (function.getFunctionIRI()) {
                case XPATH + "matches" -> new BoundedRegex(budget, arguments);
                case XPATH + "replace" -> new BoundedReplace(budget, arguments);
                case XPATH + "concat" -> new BoundedConcat(budget, BoundedConcat.Kind.OF_ANYTHING, arguments);
                case XPATH + "round", XPATH + "round-half-to-even", POWER ->
                    new BoundedCall(budget, function, arguments);
                default ->
                    function.getFunctionIRI().startsWith(CAST)
                            ? new BoundedCall(budget, function, arguments)
                            : super.transform(function, arguments);
            };
        }
    }
}
