package stemma.store;

import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/** The property functions that queries can use: {@code text:query} and no other, above all none that is loaded by name. */
final class PropertyFunctions extends PropertyFunctionRegistry {
    static final String TEXT_QUERY = "http://jena.apache.org/text#query";

    @Override
    public boolean manages(String uri) {
        return uri.equals(TEXT_QUERY);
    }

    @Override
    public PropertyFunctionFactory get(String uri) {
        return manages(uri) ? name -> new TextQueryPF() : null;
    }
}
