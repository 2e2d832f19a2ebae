package stemma.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import stemma.problem.Problem;
import stemma.sparql.Accept;

/** How a lineage is written. */
enum LineageFormat {
    JSON("json", "application/json"),
    TURTLE("ttl", "text/turtle"),
    MERMAID("mmd", "text/vnd.mermaid"),
    DOT("dot", "text/vnd.graphviz"),
    GRAPHML("graphml", "application/graphml+xml"),
    SVG("svg", "image/svg+xml");

    private final String suffix;
    private final String mediaType;

    LineageFormat(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    /** The short names, which are suffixes of addresses as well. */
    static List<String> names() {
        return Arrays.stream(values()).map(LineageFormat::suffix).toList();
    }

    /** Those beside JSON. */
    static List<String> otherMediaTypes() {
        return Arrays.stream(values())
                .filter(format -> format != JSON)
                .map(format -> format.mediaType)
                .toList();
    }

    static Optional<LineageFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /**
     * The one that a client wants most.
     *
     * @param accept an Accept header; blank for anything
     * @throws stemma.problem.ProblemException with {@link Problem.NotAcceptable}
     */
    static LineageFormat accepted(String accept) {
        List<LineageFormat> offered = List.of(values());
        return new Accept(accept)
                .best(offered, format -> List.of(format.mediaType))
                .orElseThrow(() -> new Problem.NotAcceptable(
                                offered.stream().map(format -> format.mediaType).toList())
                        .exception());
    }

    String suffix() {
        return suffix;
    }

    String contentType() {
        return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
    }
}
