package stemma.glossary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An entry as it stands in a list. Absent values are null. */
public record Item(
        String name,
        String iri,
        Text label,
        @JsonProperty("class") String className,
        Text classLabel,
        Integer year,
        String chapter,
        Text definition) {

    static Item of(Entry entry, Schema schema) {
        return new Item(
                entry.name(),
                entry.iri(),
                entry.label(),
                entry.className(),
                schema.label(entry.className()),
                entry.year().orElse(null),
                entry.chapter(),
                entry.definition());
    }
}
