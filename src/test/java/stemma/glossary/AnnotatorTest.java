package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ExpectedFile;
import stemma.StoreExtension;

/** The texts {@code annotate/*.txt} were marked by hand: {@code [[what stands there|TheEntry]]}. */
@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnotatorTest {
    private static final Path TEXTS = ExpectedFile.RESOURCES.resolve("annotate");
    private static final Pattern MARKED = Pattern.compile("\\[\\[([^|\\]]+)\\|([^\\]]+)]]");

    /** A text without its marks, and what they say. */
    private record Gold(String text, List<String> marks) {
        static Gold read(String name) throws IOException {
            String marked = Files.readString(TEXTS.resolve(name + ".txt"));
            StringBuilder text = new StringBuilder();
            List<String> marks = new ArrayList<>();
            Matcher mark = MARKED.matcher(marked);
            while (mark.find()) {
                mark.appendReplacement(text, "");
                marks.add(text.length() + " " + mark.group(1) + " = " + mark.group(2));
                text.append(mark.group(1));
            }
            mark.appendTail(text);
            return new Gold(text.toString(), marks);
        }
    }

    static List<String> names() throws IOException {
        return ExpectedFile.namesIn(TEXTS, ".txt");
    }

    private static List<String> found(String text, Glossary glossary) {
        return glossary.annotate(text, Set.of()).stream()
                .map(found -> found.startUtf16() + " " + found.text() + " = "
                        + found.concepts().getFirst().name())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void the_terms_of_a_text_are_those_that_were_marked(String name, Glossary glossary) throws IOException {
        Gold gold = Gold.read(name);
        assertEquals(String.join("\n", gold.marks()), String.join("\n", found(gold.text(), glossary)));
    }

    @Test
    void offsets_count_code_points_and_UTF16_units(Glossary glossary) {
        String text = "𝔸 😀 LSTM 與自注意力";
        for (Annotation found : glossary.annotate(text, Set.of())) {
            assertEquals(found.text(), text.substring(found.startUtf16(), found.endUtf16()));
            assertEquals(
                    found.text(),
                    text.substring(text.offsetByCodePoints(0, found.start()), text.offsetByCodePoints(0, found.end())));
        }
        assertEquals(2, glossary.annotate(text, Set.of()).size());
    }
}
