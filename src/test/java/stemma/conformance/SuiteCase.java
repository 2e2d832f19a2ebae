package stemma.conformance;

import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Resource;

/**
 * A case of a suite's manifest.
 *
 * @param name what it is called in reports: the manifest's folder and the case's own name
 * @param kind what is asked
 * @param request the IRI of the file with the query or the update
 * @param data the RDF that is there before
 * @param result what is expected; null for a case of syntax
 */
record SuiteCase(String name, Kind kind, String request, Data data, Resource result) {

    enum Kind {
        QUERY,
        /** Rows may be given once that are there several times. */
        QUERY_REDUCED,
        UPDATE,
        QUERY_READS,
        QUERY_FAILS,
        UPDATE_READS,
        UPDATE_FAILS
    }

    /**
     * A dataset of files.
     *
     * @param defaultGraph IRIs of the files of the default graph
     * @param namedGraphs IRIs of files, by the names of their graphs
     */
    record Data(List<String> defaultGraph, Map<String, String> namedGraphs) {}
}
