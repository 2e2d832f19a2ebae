package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import stemma.StoreExtension;

/** What no text may bring to fall: the annotator, and the search. */
@ExtendWith(StoreExtension.class)
class GlossaryFuzzTest {
    private static Glossary glossary;

    @BeforeAll
    static void take(Glossary shipped) {
        glossary = shipped;
    }

    @FuzzTest(maxDuration = "1m")
    void a_text(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        glossary.annotate(text, Set.of()).forEach(found -> {
            assertEquals(found.text(), text.substring(found.startUtf16(), found.endUtf16()));
            assertEquals(
                    found.startUtf16(),
                    text.offsetByCodePoints(0, found.start()),
                    "places in code points are those in units");
        });
    }

    @FuzzTest(maxDuration = "1m")
    void something_sought(FuzzedDataProvider data) {
        glossary.search(data.consumeRemainingAsString(), Search.Filter.NONE, 5, 0);
    }
}
