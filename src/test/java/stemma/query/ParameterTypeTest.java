package stemma.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Map;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which texts stand for which terms is written in {@code query/parameter-types.tsv}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ParameterTypeTest {
    private static final Namespaces NAMESPACES =
            new Namespaces("urn:c/", "urn:s#", Map.of("c", "urn:c/", "s", "urn:s#"));

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvFileSource(
            resources = "/query/parameter-types.tsv",
            delimiter = '\t',
            quoteCharacter = '`',
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false)
    void a_text_becomes_a_term_or_is_refused(String type, String text, String term) {
        String seen = ParameterType.valueOf(type.toUpperCase(Locale.ROOT))
                .parse(text, NAMESPACES)
                .map(NodeFmtLib::strNT)
                .orElse("refused");
        assertEquals(term, seen);
    }

    @ParameterizedTest
    @EnumSource
    void a_type_is_named_in_lower_case(ParameterType type) {
        assertEquals(type.name().toLowerCase(Locale.ROOT), type.label());
    }
}
