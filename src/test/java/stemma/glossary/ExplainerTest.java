package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.SmallOntology;
import stemma.StoreExtension;
import stemma.ontology.Loader;
import stemma.problem.Problem;
import stemma.problem.ProblemException;
import stemma.query.QueryRunner;
import stemma.store.Tdb2Store;

@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplainerTest {

    @Test
    void from_lstm_to_gpt_the_most_meaningful_way_runs_through_the_lineage(Glossary glossary) {
        Explanation explanation = glossary.explain("LSTM", "GPT", 3, "en");
        Explanation.Path first = explanation.paths().getFirst();
        assertTrue(first.kinds().contains("meaningful"));
        List<String> way = names("LSTM", first);
        assertEquals("LSTM", way.getFirst());
        assertEquals("GPT", way.getLast());
        assertTrue(way.containsAll(List.of("RNN", "Seq2seq", "Transformer")), way::toString);
        assertAll(first.steps().stream()
                .map(step -> () -> assertTrue(
                        Set.of("extends", "basedOn", "replaces").contains(step.relation()), step::toString)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"LSTM, GPT", "GPT, LSTM", "RNN, Transformer", "OpenAI, Google", "ForgetGate, Claude"})
    void a_shortest_way_is_among_them_and_none_has_fewer_steps(String from, String to, Glossary glossary) {
        List<Explanation.Path> paths = glossary.explain(from, to, 3, "en").paths();
        int fewest = paths.stream().mapToInt(path -> path.steps().size()).min().orElseThrow();
        List<Explanation.Path> shortest =
                paths.stream().filter(path -> path.kinds().contains("shortest")).toList();
        assertFalse(shortest.isEmpty());
        assertAll(shortest.stream()
                .map(path -> () -> assertEquals(fewest, path.steps().size())));
        assertTrue(paths.stream()
                        .filter(path -> path.kinds().contains("meaningful"))
                        .count()
                <= 3);
    }

    @Test
    void every_step_has_its_reason_and_its_source_and_says_which_way_it_goes(Glossary glossary) {
        for (Explanation.Path path : glossary.explain("LSTM", "GPT", 3, "en").paths()) {
            String at = "LSTM";
            for (Explanation.Step step : path.steps()) {
                assertEquals(
                        at,
                        step.direction().equals("forward")
                                ? step.source().name()
                                : step.target().name());
                at = step.direction().equals("forward")
                        ? step.target().name()
                        : step.source().name();
                assertEquals(
                        Set.of("en", "zh-Hant"),
                        step.grounds().reason().byLanguage().keySet());
                assertFalse(step.grounds().evidence().isEmpty());
                assertTrue(path.text().contains(step.grounds().reason().in("en")), path::text);
            }
            assertEquals("GPT", at);
        }
    }

    @Test
    void the_paragraph_is_told_in_the_language_of_the_reader(Glossary glossary) {
        Explanation english = glossary.explain("LSTM", "RNN", 3, "en");
        Explanation chinese = glossary.explain("LSTM", "RNN", 3, "zh-Hant");
        String told = english.paths().getFirst().text();
        assertTrue(told.startsWith("Long Short-Term Memory extends Recurrent Neural Network (1997): "), told);
        String chineseTold = chinese.paths().getFirst().text();
        assertTrue(chineseTold.contains("循環神經網路") && chineseTold.contains("（1997）："), chineseTold);
        assertEquals(
                english.paths().getFirst().steps(), chinese.paths().getFirst().steps());
    }

    @Test
    void between_what_nothing_connects_there_is_no_way(@TempDir Path folder, QueryRunner runner) throws Exception {
        try (Tdb2Store store = Tdb2Store.inMemory("bicycles")) {
            new Loader(SmallOntology.in(folder, SmallOntology.GOOD), (step, done, total) -> {}).load(store);
            Glossary bicycles = new Glossary(store, runner);
            assertEquals(
                    new Explanation("Draisine", "Drais1817", List.of()),
                    bicycles.explain("Draisine", "Drais1817", 3, "en"));
            List<Explanation.Path> paths =
                    bicycles.explain("Velocipede", "Draisine", 3, "en").paths();
            assertEquals(List.of("meaningful", "shortest"), paths.getFirst().kinds());
            assertEquals(
                    "Velocipede extends Draisine (1863): It adds pedals to the draisine.",
                    paths.getFirst().text());
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"LSTM, Nothing", "Nothing, LSTM"})
    void an_unknown_end_is_not_found(String from, String to, Glossary glossary) {
        ProblemException thrown = assertThrows(ProblemException.class, () -> glossary.explain(from, to, 3, "en"));
        assertEquals(
                "Nothing",
                assertInstanceOf(Problem.NotFound.class, thrown.problem()).name());
    }

    private static List<String> names(String from, Explanation.Path path) {
        List<String> names = new ArrayList<>(List.of(from));
        for (Explanation.Step step : path.steps()) {
            names.add(
                    step.direction().equals("forward")
                            ? step.target().name()
                            : step.source().name());
        }
        return names;
    }
}
