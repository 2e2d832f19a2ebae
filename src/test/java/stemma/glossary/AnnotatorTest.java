package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import stemma.ExpectedFile;
import stemma.StoreExtension;

/**
 * The texts {@code annotate/*.txt} were marked by hand, most of them by others, who had seen the ontology alone: {@code [[what stands
 * there|TheEntry]]}. What is found otherwise stands in {@code annotate/score.tsv}.
 */
@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnotatorTest {
    private static final Path TEXTS = ExpectedFile.RESOURCES.resolve("annotate");
    private static final Pattern MARKED = Pattern.compile("\\[\\[([^|\\]]+)\\|([^\\]]+)]]");
    private static final double LEAST_F1 = 0.98;

    /** A text without its marks, and what they say. */
    private record Gold(String text, Set<Mark> marks) {
        static Gold read(String name) throws IOException {
            String marked = Files.readString(TEXTS.resolve(name + ".txt"));
            StringBuilder text = new StringBuilder();
            Set<Mark> marks = new TreeSet<>();
            Matcher mark = MARKED.matcher(marked);
            while (mark.find()) {
                mark.appendReplacement(text, "");
                marks.add(new Mark(text.length(), mark.group(1), mark.group(2)));
                text.append(mark.group(1));
            }
            mark.appendTail(text);
            return new Gold(text.toString(), marks);
        }
    }

    private record Mark(int start, String text, String entry) implements Comparable<Mark> {
        @Override
        public int compareTo(Mark other) {
            return Comparator.comparingInt(Mark::start)
                    .thenComparing(Mark::text)
                    .thenComparing(Mark::entry)
                    .compare(this, other);
        }
    }

    /** What was found in a text, and what was not. */
    private record Score(String name, int right, Set<Mark> wrong, Set<Mark> missed) {
        static Score of(String name, Glossary glossary) throws IOException {
            Gold gold = Gold.read(name);
            Set<Mark> wrong = new TreeSet<>();
            for (Annotation found : glossary.annotate(gold.text(), Set.of())) {
                wrong.add(new Mark(
                        found.startUtf16(),
                        found.text(),
                        found.concepts().getFirst().name()));
            }
            Set<Mark> missed = new TreeSet<>(gold.marks());
            missed.removeAll(wrong);
            wrong.removeAll(gold.marks());
            return new Score(name, gold.marks().size() - missed.size(), wrong, missed);
        }

        Stream<String> lines() {
            return Stream.of(
                            Stream.of(String.join("\t", name, "found", Integer.toString(right), "")),
                            wrong.stream().map(mark -> line("wrong", mark)),
                            missed.stream().map(mark -> line("missed", mark)))
                    .flatMap(part -> part);
        }

        private String line(String kind, Mark mark) {
            return String.join("\t", name, kind, mark.text(), mark.entry());
        }
    }

    private static List<Score> scores(Glossary glossary) throws IOException {
        List<Score> scores = new ArrayList<>();
        for (String name : ExpectedFile.namesIn(TEXTS, ".txt")) {
            scores.add(Score.of(name, glossary));
        }
        return scores;
    }

    @Test
    void what_is_found_in_the_texts_is_what_was_marked_but_for_what_is_known(Glossary glossary) throws IOException {
        ExpectedFile.of("annotate", "score.tsv")
                .hasExactly(scores(glossary).stream().flatMap(Score::lines).toList());
    }

    @Test
    void the_F1_over_all_texts_is_high(Glossary glossary) throws IOException {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (Score score : scores(glossary)) {
            right += score.right();
            wrong += score.wrong().size();
            missed += score.missed().size();
        }
        double f1 = 2.0 * right / (2.0 * right + wrong + missed);
        assertTrue(f1 >= LEAST_F1, "F1 is " + f1);
    }

    @Test
    void nothing_is_found_in_texts_about_other_things(Glossary glossary) throws IOException {
        List<Score> ordinary = scores(glossary).stream()
                .filter(score -> score.name().contains("ordinary"))
                .toList();
        assertTrue(ordinary.size() >= 5);
        ordinary.forEach(score -> assertEquals(Set.of(), score.wrong(), score.name()));
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
