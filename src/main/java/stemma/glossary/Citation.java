package stemma.glossary;

import java.util.List;
import java.util.Optional;

/**
 * What is cited: a publication, or an entry of the glossary as one cites an article of an encyclopedia.
 *
 * @param key a name for it in a bibliography
 * @param title in the language that was asked for
 * @param authors in their order; empty for an entry
 * @param issued when it was first published, as XML Schema writes dates; empty for an entry
 * @param container the journal, the proceedings or the site; the glossary's name for an entry
 * @param version the version of the data that this was read from
 */
public record Citation(
        String key,
        String title,
        List<String> authors,
        Optional<String> issued,
        Optional<String> container,
        Optional<String> arxivId,
        Optional<String> doi,
        String url,
        boolean isEntry,
        String version) {

    private static final String GLOSSARY = "Stemma";

    static Citation of(Entry entry, Optional<Publication> publication, String language, String version) {
        return publication
                .map(work -> new Citation(
                        entry.name(),
                        work.title().in(language),
                        work.authors(),
                        Optional.of(work.issued()),
                        Optional.ofNullable(work.venue()),
                        Optional.ofNullable(work.arxivId()),
                        Optional.ofNullable(work.doi()),
                        Optional.ofNullable(work.link()).orElse(entry.iri()),
                        false,
                        version))
                .orElseGet(() -> new Citation(
                        "stemma-" + entry.name(),
                        entry.label().in(language),
                        List.of(),
                        Optional.empty(),
                        Optional.of(GLOSSARY),
                        Optional.empty(),
                        Optional.empty(),
                        entry.iri(),
                        true,
                        version));
    }
}
