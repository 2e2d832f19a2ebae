package stemma.glossary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import stemma.query.Namespaces;
import stemma.query.Row;

/**
 * What stood under a name that no entry has any more.
 *
 * @param name the local name
 * @param now the local name that the entry has now; empty for an entry that was withdrawn
 * @param replacedBy the local names of entries to be used instead
 * @param note why it went
 */
record Former(String name, Optional<String> now, List<String> replacedBy, Text note) {

    static Map<String, Former> byName(List<Row> rows, Namespaces names) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> names.localName(row.iri("entry")),
                        Collectors.collectingAndThen(Collectors.toList(), of -> of(of, names))));
    }

    private static Former of(List<Row> rows, Namespaces names) {
        return new Former(
                names.localName(rows.getFirst().iri("entry")),
                rows.getFirst().text("now").map(names::localName),
                rows.stream()
                        .flatMap(row -> row.text("replacement").stream())
                        .map(names::localName)
                        .distinct()
                        .toList(),
                Text.of(rows.stream().map(row -> row.node("note")).distinct()));
    }
}
