package stemma.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import stemma.glossary.Citation;
import tools.jackson.databind.json.JsonMapper;

/** How a citation is written. */
enum CitationFormat {
    /** <a href="https://ctan.org/pkg/biblatex">BibTeX</a>, in UTF-8. */
    BIBTEX("application/x-bibtex") {
        @Override
        String write(Citation work) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("title", "{" + escaped(work.title()) + "}");
            if (!work.authors().isEmpty()) {
                fields.put(
                        "author",
                        work.authors().stream()
                                .map(name -> OTHERS.equals(name)
                                        ? "others"
                                        : isGroup(name) ? "{" + escaped(name) + "}" : escaped(name))
                                .collect(Collectors.joining(" and ")));
            }
            work.issued().ifPresent(date -> fields.put("year", date.substring(0, 4)));
            work.issued()
                    .filter(date -> date.length() > 4)
                    .ifPresent(date -> fields.put("month", date.substring(5, 7)));
            work.container().ifPresent(name -> fields.put("howpublished", escaped(name)));
            work.arxivId().ifPresent(id -> {
                fields.put("eprint", id);
                fields.put("eprinttype", "arxiv");
            });
            work.doi().ifPresent(doi -> fields.put("doi", doi));
            fields.put("url", work.url());
            fields.put("note", "Stemma, data of version " + work.version());
            return fields.entrySet().stream()
                    .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                    .collect(Collectors.joining(",\n", "@misc{" + work.key() + ",\n", "\n}\n"));
        }

        private String escaped(String text) {
            return text.replaceAll("[{}\\\\]", "")
                    .replaceAll("([&%$#_])", "\\\\$1")
                    .replace("~", "\\textasciitilde{}");
        }
    },

    /** <a href="https://docs.citationstyles.org/en/stable/specification.html">CSL-JSON</a>. */
    CSL("application/vnd.citationstyles.csl+json") {
        @Override
        String write(Citation work) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", work.key());
            fields.put("type", work.isEntry() ? "entry-encyclopedia" : "document");
            fields.put("title", work.title());
            List<Map<String, String>> authors = work.authors().stream()
                    .filter(name -> !OTHERS.equals(name))
                    .map(CitationFormat::person)
                    .toList();
            if (!authors.isEmpty()) {
                fields.put("author", authors);
            }
            work.issued().ifPresent(date -> fields.put("issued", Map.of("date-parts", List.of(parts(date)))));
            work.container().ifPresent(name -> fields.put("container-title", name));
            work.arxivId().ifPresent(id -> fields.put("number", "arXiv:" + id));
            work.doi().ifPresent(doi -> fields.put("DOI", doi));
            fields.put("URL", work.url());
            fields.put("note", "Stemma, data of version " + work.version());
            return JsonMapper.shared().writeValueAsString(List.of(fields));
        }

        private List<Integer> parts(String date) {
            List<Integer> parts = new ArrayList<>();
            for (String part : date.split("-", -1)) {
                parts.add(Integer.valueOf(part));
            }
            return parts;
        }
    },

    /** <a href="https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html">RIS</a>. */
    RIS("application/x-research-info-systems") {
        @Override
        String write(Citation work) {
            List<String> lines = new ArrayList<>();
            lines.add("TY  - " + (work.isEntry() ? "ENCYC" : "GEN"));
            lines.add("ID  - " + work.key());
            lines.add("TI  - " + work.title());
            work.authors().stream()
                    .filter(name -> !OTHERS.equals(name))
                    .forEach(name -> lines.add("AU  - " + inverted(name)));
            work.issued().ifPresent(date -> {
                lines.add("PY  - " + date.substring(0, 4));
                lines.add("DA  - " + date.replace('-', '/'));
            });
            work.container().ifPresent(name -> lines.add("T2  - " + name));
            work.arxivId().ifPresent(id -> lines.add("AN  - arXiv:" + id));
            work.doi().ifPresent(doi -> lines.add("DO  - " + doi));
            lines.add("UR  - " + work.url());
            lines.add("N1  - Stemma, data of version " + work.version());
            lines.add("ER  - ");
            return String.join("\r\n", lines) + "\r\n";
        }

        private String inverted(String name) {
            Map<String, String> person = person(name);
            return Optional.ofNullable(person.get("literal"))
                    .orElseGet(() -> person.get("family") + ", " + person.get("given"));
        }
    };

    private static final String OTHERS = "et al.";
    private static final Set<String> PARTICLES =
            Set.of("van", "von", "de", "der", "den", "del", "della", "di", "da", "la", "le", "las", "ten", "dos");

    private final String mediaType;

    CitationFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The citation's text. */
    abstract String write(Citation work);

    String mediaType() {
        return mediaType;
    }

    String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names of groups are not taken apart. */
    private static boolean isGroup(String name) {
        return !name.contains(" ")
                || name.matches(".*\\b(Team|AI|Group|Lab|Labs|Institute|Project|Workshop|Research)\\b.*|.*,.*");
    }

    private static Map<String, String> person(String name) {
        if (isGroup(name)) {
            return Map.of("literal", name);
        }
        List<String> words = List.of(name.split(" ", -1));
        int family = words.size() - 1;
        while (family > 1 && PARTICLES.contains(words.get(family - 1).toLowerCase(Locale.ROOT))) {
            family--;
        }
        Map<String, String> person = new LinkedHashMap<>();
        person.put("family", String.join(" ", words.subList(family, words.size())));
        person.put("given", String.join(" ", words.subList(0, family)));
        return person;
    }
}
