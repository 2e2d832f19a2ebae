package stemma.glossary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import stemma.query.Namespaces;
import stemma.query.Row;

/**
 * What is needed to cite a publication. Absent values are null.
 *
 * @param title its title, by language
 * @param authors in the order of the title page
 * @param issued the date of first publication: a year, a month or a day, as XML Schema writes it
 * @param venue the journal, the proceedings or the site
 * @param arxivId without version
 * @param doi without resolver
 * @param url its page
 */
public record Publication(
        Text title, List<String> authors, String issued, String venue, String arxivId, String doi, String url) {

    static Map<String, Publication> byName(List<Row> rows, List<Row> authorRows, Namespaces names) {
        Map<String, List<String>> authors = authorRows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.iri("publication"),
                        Collectors.mapping(row -> row.text("author").orElseThrow(), Collectors.toList())));
        Map<String, List<Row>> byIri = rows.stream().collect(Collectors.groupingBy(row -> row.iri("publication")));
        Map<String, Publication> publications = new HashMap<>();
        byIri.forEach((iri, group) ->
                publications.put(names.localName(iri), publication(group, authors.getOrDefault(iri, List.of()))));
        return publications;
    }

    private static Publication publication(List<Row> rows, List<String> authors) {
        Row row = rows.getFirst();
        return new Publication(
                Text.of(rows.stream().map(r -> r.node("title"))),
                authors,
                row.text("issued").orElseThrow(),
                row.text("venue").orElse(null),
                row.text("arxivId").orElse(null),
                row.text("doi").orElse(null),
                row.text("page").orElse(null));
    }

    Integer year() {
        return Integer.valueOf(issued.substring(0, 4));
    }

    /** Where to read it: at arXiv, by its DOI, or on its own page; null where none is known. */
    public String link() {
        if (arxivId != null) {
            return "https://arxiv.org/abs/" + arxivId;
        }
        return doi != null ? "https://doi.org/" + doi : url;
    }
}
