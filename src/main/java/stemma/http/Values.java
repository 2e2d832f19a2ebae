package stemma.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import stemma.problem.Problem;
import stemma.sparql.Format;

/** Which values a parameter takes. */
sealed interface Values {

    /** What is expected, when a value is none of these; empty when it is one. */
    String complaint(String value);

    /** These values as <a href="https://json-schema.org/draft/2020-12/schema">JSON Schema</a> tells it. */
    Map<String, Object> schema();

    /**
     * Refuses what is none of these.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter}
     */
    default void check(String name, String value) {
        String complaint = complaint(value);
        if (!complaint.isEmpty()) {
            throw new Problem.BadParameter(name, complaint).exception();
        }
    }

    /** Any text. */
    record AnyText() implements Values {
        @Override
        public String complaint(String value) {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "string");
        }
    }

    /** A whole number within bounds. */
    record Whole(int min, int max) implements Values {
        @Override
        public String complaint(String value) {
            if (value.matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(value);
                if (number >= min && number <= max) {
                    return "";
                }
            }
            return "a whole number from " + min + " to " + max + " is expected";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "integer", "minimum", min, "maximum", max);
        }
    }

    /** One of some values. */
    record OneOf(List<String> values) implements Values {
        @Override
        public String complaint(String value) {
            return values.contains(value) ? "" : "one of " + String.join(", ", values) + " is expected";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "string", "enum", values);
        }
    }

    /** Values with commas between them. */
    record Several() implements Values {
        @Override
        public String complaint(String value) {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "array", "items", Map.of("type", "string"));
        }
    }

    /** Names with commas between them, each once. */
    record SeveralNames(int most) implements Values {
        @Override
        public String complaint(String value) {
            List<String> names =
                    Arrays.stream(value.split(",", -1)).map(String::strip).toList();
            boolean right = names.size() <= most
                    && names.stream().noneMatch(String::isEmpty)
                    && names.stream().distinct().count() == names.size();
            return right ? "" : "at most " + most + " different names with commas between them are expected";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object(
                    "type",
                    "array",
                    "items",
                    Map.of("type", "string"),
                    "minItems",
                    1,
                    "maxItems",
                    most,
                    "uniqueItems",
                    true);
        }
    }

    /** An absolute IRI, or a CURIE. */
    record Iri() implements Values {
        private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");

        @Override
        public String complaint(String value) {
            return IRI.matcher(value).matches() ? "" : "an IRI, or a CURIE such as llm:LSTM, is expected";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "string", "pattern", "^[A-Za-z][A-Za-z0-9+.\\-]*:.+$");
        }
    }

    /** Some of the names of members, with commas between them. */
    record Members(List<String> names) implements Values {
        @Override
        public String complaint(String value) {
            return Arrays.stream(value.split(",", -1)).map(String::strip).allMatch(names::contains)
                    ? ""
                    : "some of " + String.join(", ", names) + " are expected, with commas between them";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "array", "items", Json.object("type", "string", "enum", names));
        }
    }

    /** A language tag (<a href="https://www.rfc-editor.org/rfc/rfc5646">BCP 47</a>), or {@code all}. */
    record Language() implements Values {
        private static final Pattern TAG = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

        @Override
        public String complaint(String value) {
            return TAG.matcher(value).matches() ? "" : "a language tag, such as zh-Hant, or 'all' is expected";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "string", "pattern", "^" + TAG + "$");
        }
    }

    /** A year, a month or a day (<a href="https://www.w3.org/TR/xmlschema11-2/#date">XML Schema</a>, without time zone). */
    record Date() implements Values {
        private static final Pattern DATE = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");

        @Override
        public String complaint(String value) {
            return DATE.matcher(value).matches() ? "" : "a year, a month or a day, such as 2018-06, is expected";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "string", "pattern", "^" + DATE + "$");
        }
    }

    /** A format, by a short name or a media type. */
    record FormatName(List<Format> offered) implements Values {
        @Override
        public String complaint(String value) {
            return Format.named(value).filter(offered::contains).isPresent()
                    ? ""
                    : "one of " + String.join(", ", names()) + " is expected";
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("type", "string", "examples", names());
        }

        private List<String> names() {
            return offered.stream().map(Format::shortName).toList();
        }
    }

    /** What a query file declares; the query checks it when it is bound. */
    record OfQuery(Map<String, Object> schema) implements Values {
        @Override
        public String complaint(String value) {
            return "";
        }
    }
}
