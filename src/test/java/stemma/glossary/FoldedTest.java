package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes comparable to what is written in {@code glossary/folded.tsv}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FoldedTest {

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvFileSource(resources = "/glossary/folded.tsv", delimiter = '\t', quoteCharacter = '`', numLinesToSkip = 1)
    void case_width_separators_and_ways_of_writing_do_not_matter(String text, String folded) {
        assertEquals(folded, Folded.of(text).text());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/glossary/folded.tsv", delimiter = '\t', quoteCharacter = '`', numLinesToSkip = 1)
    void every_character_came_from_a_place_in_the_text(String text, String folded) {
        Folded seen = Folded.of(text);
        int end = 0;
        for (int i = 0; i < folded.length(); i++) {
            assertTrue(seen.startOf(i) < seen.endOf(i) && seen.endOf(i) <= text.length());
            assertTrue(seen.startOf(i) >= end || (i > 0 && seen.startOf(i) == seen.startOf(i - 1)));
            end = seen.endOf(i);
        }
    }

    @ParameterizedTest(name = "in {0}, {1} is {2}")
    @CsvSource({
        "Masked Self-Attention, selfattention, Self-Attention",
        "GPT-3.5,               35,            3.5",
        "𝐁𝐄𝐑𝐓 model,           bert,          𝐁𝐄𝐑𝐓",
        "Ju\u0308rgen S.,       jur,           Ju\u0308r",
        "㍿ OpenAI,             株,            ㍿",
        "雙向 上下文,            向上,          向 上",
    })
    void a_match_is_found_again_in_the_text_as_it_is_written(String text, String match, String written) {
        Folded folded = Folded.of(text);
        int at = folded.text().indexOf(match);
        assertEquals(written, text.substring(folded.startOf(at), folded.endOf(at + match.length() - 1)));
    }
}
