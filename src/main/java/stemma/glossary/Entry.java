package stemma.glossary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the glossary keeps of an entry in memory: enough to list it and to find it.
 *
 * @param name its local name
 * @param iri its full name
 * @param label its preferred labels
 * @param altLabels its aliases by language, in alphabetical order
 * @param definition its definitions
 * @param scopeNote what the name means here and what it does not
 * @param title the title, of a publication
 * @param className the local name of its class
 * @param chapterIri the named graph that it stands in: its chapter
 * @param year the year of first publication or release
 * @param released the month or day of first publication or release, as XML Schema writes it
 */
record Entry(
        String name,
        String iri,
        Text label,
        Map<String, List<String>> altLabels,
        Text definition,
        Optional<Text> scopeNote,
        Optional<Text> title,
        String className,
        String chapterIri,
        Optional<Integer> year,
        Optional<String> released) {

    /** The local name of its chapter. */
    String chapter() {
        return chapterIri.substring(chapterIri.lastIndexOf('/') + 1);
    }

    /** The most exact date that there is; only for an entry that has a year. */
    String date() {
        return released.orElseGet(() -> year.orElseThrow().toString());
    }
}
