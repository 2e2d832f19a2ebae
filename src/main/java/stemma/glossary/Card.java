package stemma.glossary;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;

/**
 * All that the glossary says of an entry. Absent values are null; lists are in a fixed order.
 *
 * @param item the entry as lists show it
 * @param altLabels aliases by language
 * @param scopeNote what the name means here and what it does not
 * @param released the month or day of first publication or release, as XML Schema writes it
 * @param chapterLabel the chapter's name
 * @param publication how to cite it, of a publication
 * @param traits what is true or false of it
 * @param attributes facts that are not inherited
 * @param relations its relations to other entries, in both directions
 * @param claims what sources say of it in their own words
 * @param links the same concept elsewhere, and pages about it
 * @param triples the same as RDF: what the store has of the entry, without evidence
 */
public record Card(
        @JsonUnwrapped Item item,
        Map<String, List<String>> altLabels,
        Text scopeNote,
        String released,
        Text chapterLabel,
        Publication publication,
        List<Trait> traits,
        List<Attribute> attributes,
        List<Relation> relations,
        List<Claim> claims,
        List<Link> links,
        @JsonIgnore Graph triples) {

    /**
     * A trait.
     *
     * @param derived whether a rule derived it
     * @param inheritedFrom the ancestor that it was derived from; null for a stated one
     * @param rule the local name of the rule that derived it; null for a stated one
     */
    public record Trait(
            String name,
            Text label,
            boolean value,
            boolean derived,
            Reference inheritedFrom,
            String rule,
            List<Evidence> evidence) {}

    /**
     * An attribute.
     *
     * @param value the lexical form of a literal, or the local name of a term of the schema
     * @param valueLabel the label of a term of the schema; null for a literal
     */
    public record Attribute(String name, Text label, String value, Text valueLabel, List<Evidence> evidence) {}

    /**
     * A relation, read from this entry.
     *
     * @param relation the relation as it is stated
     * @param label its name when read from this entry: the inverse name for direction {@code in}
     * @param direction {@code out} when this entry is the subject of the statement, else {@code in}
     * @param family the relation's most general super-property
     * @param concept the entry at the other end
     * @param derived whether a rule derived it
     */
    public record Relation(
            String relation,
            Text label,
            String direction,
            String family,
            Reference concept,
            boolean derived,
            @JsonUnwrapped Grounds grounds) {}

    /** What a source says in its own words, and how that compares with the primary sources. */
    public record Claim(
            String name,
            Text text,
            String assessment,
            Text assessmentLabel,
            Text correction,
            Evidence.Source quotedFrom,
            String locator,
            List<Evidence.Source> sources) {}

    /** A link to the outside; {@code relation} is the local name of its property. */
    public record Link(String relation, String iri) {}
}
