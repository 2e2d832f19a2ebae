package stemma.glossary;

/** A class or a property of the schema, by its local name. */
public record Term(String name, Text label) {}
