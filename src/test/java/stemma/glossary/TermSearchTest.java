package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.StoreExtension;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

/** Search over the shipped entries; what comes first for what is written in {@code glossary/ranking.tsv}. */
@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TermSearchTest {
    private static final int ALL = 1000;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/glossary/ranking.tsv", delimiter = '\t', numLinesToSkip = 1)
    void the_best_matches_come_first(String query, String names, Glossary glossary) {
        List<String> expected = List.of(names.split(" ", -1));
        assertEquals(
                expected,
                glossary.search(query, Search.Filter.NONE, expected.size(), 0).items().stream()
                        .map(hit -> hit.item().name())
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/glossary/ranking.tsv", delimiter = '\t', numLinesToSkip = 1)
    void every_hit_shows_the_place_that_matches(String query, String names, Glossary glossary) {
        Search search = glossary.search(query, Search.Filter.NONE, ALL, 0);
        assertEquals(search.total(), search.items().size());
        for (Search.Hit hit : search.items()) {
            Search.Match match = hit.match();
            String place = match.text().substring(match.start(), match.end());
            List<String> wanted = Stream.concat(Stream.of(Folded.of(query).text()), Words.of(query).stream())
                    .toList();
            assertTrue(wanted.contains(Folded.of(place).text()), match::toString);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/glossary/ranking.tsv", delimiter = '\t', numLinesToSkip = 1)
    void scores_fall_from_one_to_above_zero(String query, String names, Glossary glossary) {
        List<Double> scores = glossary.search(query, Search.Filter.NONE, ALL, 0).items().stream()
                .map(Search.Hit::score)
                .toList();
        assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
        assertTrue(scores.getFirst() <= 1 && scores.getLast() > 0, scores::toString);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "Transformer,                prefLabel,  Transformer,                 en",
        "自注意力,                    prefLabel,  自注意力,                     zh-Hant",
        "循环神经网络,                altLabel,   循环神经网络,                  zh-Hans",
        "attention is all you need,  title,      Attention Is All You Need,   en",
    })
    void a_hit_says_which_text_matched(String query, String field, String text, String language, Glossary glossary) {
        Search.Match match = glossary.search(query, Search.Filter.NONE, 1, 0)
                .items()
                .getFirst()
                .match();
        assertEquals(field, match.field());
        assertEquals(text, match.text());
        assertEquals(language, match.lang());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/glossary/forms.tsv", delimiter = '\t', numLinesToSkip = 1)
    void forms_scripts_and_slips_do_not_matter(String query, String names, Glossary glossary) {
        List<String> expected = List.of(names.split(" ", -1));
        List<String> found = glossary.search(query, Search.Filter.NONE, expected.size(), 0).items().stream()
                .map(hit -> hit.item().name())
                .toList();
        assertEquals(expected, found);
    }

    @Test
    void facets_divide_what_was_found_and_filters_take_their_values(Glossary glossary) {
        Search all = glossary.search("attention", Search.Filter.NONE, ALL, 0);
        for (Search.Facet facet : all.facets().classes()) {
            Search part = glossary.search(
                    "attention",
                    new Search.Filter(Optional.of(facet.name()), Optional.empty(), Optional.empty()),
                    ALL,
                    0);
            assertEquals(facet.count(), part.total(), facet::toString);
        }
        for (Search.Facet facet : all.facets().chapters()) {
            Search part = glossary.search(
                    "attention",
                    new Search.Filter(Optional.empty(), Optional.of(facet.name()), Optional.empty()),
                    ALL,
                    0);
            assertEquals(facet.count(), part.total(), facet::toString);
        }
        for (Search.Facet facet : all.facets().years()) {
            Search part = glossary.search(
                    "attention",
                    new Search.Filter(Optional.empty(), Optional.empty(), Optional.of(Integer.valueOf(facet.name()))),
                    ALL,
                    0);
            assertEquals(facet.count(), part.total(), facet::toString);
        }
    }

    @Test
    void suggestions_are_those_of_the_names_alone(Glossary glossary) {
        Search suggested = glossary.suggest("recurrent", ALL);
        assertTrue(suggested.total() > 3);
        assertTrue(suggested.total()
                < glossary.search("recurrent", Search.Filter.NONE, ALL, 0).total());
        suggested.items().forEach(hit -> assertTrue(hit.match().field().endsWith("Label"), hit::toString));
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", " ", "-", "qqqqq", "龘"})
    void what_is_nowhere_finds_nothing(String query, Glossary glossary) {
        assertEquals(0, glossary.search(query, Search.Filter.NONE, 10, 0).total());
        assertEquals(
                List.of(),
                glossary.search(query, Search.Filter.NONE, 10, 0).facets().classes());
    }

    @Test
    void parts_of_a_list_of_hits_join_without_gap_or_overlap(Glossary glossary) {
        Search whole = glossary.search("model", Search.Filter.NONE, ALL, 0);
        assertTrue(whole.total() > 4);
        Search first = glossary.search("model", Search.Filter.NONE, 3, 0);
        Search second = glossary.search("model", Search.Filter.NONE, ALL, 3);
        assertEquals(whole.items().subList(0, 3), first.items());
        assertEquals(whole.items().subList(3, whole.total()), second.items());
        assertEquals(
                List.of(),
                glossary.search("model", Search.Filter.NONE, 3, whole.total()).items());
        assertEquals(whole.total(), first.total());
    }

    @ParameterizedTest(name = "{0} may mean {1}")
    @CsvSource({"Tranformer, Transformer", "GTP, GPT", "BERTT, BERT", "Atention, AttentionMechanism", "lstm2, LSTM"})
    void a_misspelled_name_is_answered_with_similar_ones(String wrong, String right, Glossary glossary) {
        ProblemException thrown = assertThrows(ProblemException.class, () -> glossary.card(wrong));
        Problem.NotFound problem = (Problem.NotFound) thrown.problem();
        assertTrue(problem.similar().contains(right), problem.detail());
        assertTrue(problem.similar().size() <= 3, problem.detail());
    }
}
