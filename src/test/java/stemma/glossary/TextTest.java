package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which language a reader gets of those that there are is written in {@code glossary/fallback.tsv}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextTest {

    @ParameterizedTest(name = "of {0} a reader of {1} gets {2}")
    @CsvFileSource(resources = "/glossary/fallback.tsv", delimiter = '\t', numLinesToSkip = 1)
    void the_fallback_order_is_fixed(String languages, String reader, String best) {
        Text text = Text.of(Stream.of(languages.split(" ", -1)).map(tag -> literal("text in " + tag, tag)));
        assertEquals(best, text.best(reader));
        assertEquals("text in " + best, text.in(reader));
        assertEquals(Map.of(best, "text in " + best), text.only(reader));
    }

    @Test
    void languages_stand_in_the_order_of_their_tags() {
        Text text = Text.of(Stream.of(literal("丙", "zh-Hant"), literal("a", "en"), literal("c", "fr")));
        assertEquals(
                List.of("en", "fr", "zh-Hant"), List.copyOf(text.byLanguage().keySet()));
    }

    @Test
    void of_two_texts_in_one_language_the_same_is_kept_in_any_order() {
        assertEquals(
                "a", Text.of(Stream.of(literal("b", "en"), literal("a", "en"))).in("en"));
        assertEquals(
                "a", Text.of(Stream.of(literal("a", "en"), literal("b", "en"))).in("en"));
    }

    private static Node literal(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }
}
