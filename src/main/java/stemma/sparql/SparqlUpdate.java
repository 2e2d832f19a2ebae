package stemma.sparql;

import java.util.List;

/**
 * An update operation of the <a href="https://www.w3.org/TR/sparql11-protocol/#update-operation">SPARQL 1.1 Protocol</a>.
 *
 * @param update the text of the update request
 * @param base what relative IRIs in it are relative to
 * @param usingGraphs IRIs of {@code using-graph-uri}
 * @param usingNamedGraphs IRIs of {@code using-named-graph-uri}
 */
public record SparqlUpdate(String update, String base, List<String> usingGraphs, List<String> usingNamedGraphs) {}
