package stemma.glossary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** An entry as another one refers to it. Absent values are null. */
public record Reference(
        String name,
        String iri,
        Text label,
        @JsonProperty("class") String className,
        Integer year) {

    static Reference to(Entry entry) {
        return new Reference(
                entry.name(),
                entry.iri(),
                entry.label(),
                entry.className(),
                entry.year().orElse(null));
    }
}
