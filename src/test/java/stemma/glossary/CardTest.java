package stemma.glossary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.ExpectedFile;
import stemma.StoreExtension;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

@ExtendWith(StoreExtension.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CardTest {

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "BERT", "GPT"})
    void traits_are_stated_or_inherited_from_a_named_ancestor(String name, Glossary glossary) throws IOException {
        List<String> lines = new ArrayList<>(List.of("trait\tvalue\tinherited from"));
        for (Card.Trait trait : glossary.card(name).traits()) {
            String from =
                    trait.inheritedFrom() == null ? "" : trait.inheritedFrom().name();
            lines.add(trait.name() + "\t" + trait.value() + "\t" + from);
        }
        ExpectedFile.of("glossary", "traits", name + ".tsv").hasExactly(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSTM", "BERT", "GPT", "ChatGPT"})
    void a_stated_trait_has_evidence_and_an_inherited_one_has_an_ancestor(String name, Glossary glossary) {
        Card card = glossary.card(name);
        Set<String> ancestors = new HashSet<>();
        glossary.lineage(Optional.of(name), Lineage.Direction.ANCESTORS, 100, List.of("descendsFrom"), Optional.empty())
                .nodes()
                .forEach(node -> ancestors.add(node.item().name()));
        assertAll(card.traits().stream().map(trait -> () -> {
            assertEquals(trait.derived(), trait.inheritedFrom() != null, trait::name);
            assertEquals(trait.derived(), trait.evidence().isEmpty(), trait::name);
            assertTrue(
                    !trait.derived() || ancestors.contains(trait.inheritedFrom().name()), trait::name);
            assertEquals(Set.of("en", "zh-Hant"), trait.label().byLanguage().keySet());
        }));
    }

    @Test
    void a_card_tells_who_the_entry_is(Glossary glossary) {
        Card card = glossary.card("LSTM");
        assertEquals("https://w3id.org/stemma/llm/LSTM", card.item().iri());
        assertEquals("Long Short-Term Memory", card.item().label().in("en"));
        assertEquals("Architecture", card.item().className());
        assertEquals("架構", card.item().classLabel().in("zh-Hant"));
        assertEquals(1997, card.item().year());
        assertEquals("recurrent", card.item().chapter());
        assertEquals("Recurrent networks", card.chapterLabel().in("en"));
        assertTrue(card.altLabels().get("en").contains("LSTM"));
        assertNull(card.publication());
    }

    @Test
    void relations_are_read_from_the_entry_in_both_directions(Glossary glossary) {
        Card.Relation out = relation("LSTM", "out", "extends", "RNN", glossary);
        assertEquals("extends", out.label().in("en"));
        assertEquals("descendsFrom", out.family());
        assertFalse(out.derived());
        assertEquals(1997, out.grounds().year());

        Card.Relation in = relation("RNN", "in", "extends", "LSTM", glossary);
        assertEquals("is extended by", in.label().in("en"));
        assertEquals(out.grounds(), in.grounds());
    }

    private static Card.Relation relation(
            String name, String direction, String relation, String other, Glossary glossary) {
        return glossary.card(name).relations().stream()
                .filter(candidate -> candidate.direction().equals(direction)
                        && candidate.relation().equals(relation)
                        && candidate.concept().name().equals(other))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void no_relation_stands_twice_under_its_general_form(Glossary glossary) {
        for (Card.Relation relation : glossary.card("LSTM").relations()) {
            assertFalse(relation.relation().equals("descendsFrom"), relation::toString);
            assertFalse(relation.derived(), relation::toString);
        }
    }

    @Test
    void the_card_of_a_publication_says_how_to_cite_it(Glossary glossary) {
        Publication work = glossary.card("Vaswani2017").publication();
        assertEquals("Attention Is All You Need", work.title().in("zh-Hant"));
        assertEquals("Ashish Vaswani", work.authors().getFirst());
        assertEquals("Illia Polosukhin", work.authors().getLast());
        assertEquals(8, work.authors().size());
        assertEquals(2017, work.year());
        assertEquals("1706.03762", work.arxivId());
        assertEquals("https://arxiv.org/abs/1706.03762", work.link());
    }

    @Test
    void a_claim_that_is_wrong_is_answered(Glossary glossary) {
        List<Card.Claim> claims = glossary.card("Transformer").claims();
        assertFalse(claims.isEmpty());
        for (Card.Claim claim : claims) {
            assertEquals("DarkthreadReadingNote", claim.quotedFrom().name());
            assertEquals(Set.of("en", "zh-Hant"), claim.text().byLanguage().keySet());
            if (Set.of("Incorrect", "Dated", "Simplified").contains(claim.assessment())) {
                assertEquals(
                        Set.of("en", "zh-Hant"), claim.correction().byLanguage().keySet(), claim::name);
                assertFalse(claim.sources().isEmpty(), claim::name);
            }
        }
    }

    @Test
    void a_name_in_another_case_is_redirected_and_a_right_one_is_not(Glossary glossary) {
        assertEquals(Optional.of("LSTM"), glossary.redirect("lstm"));
        assertEquals(Optional.empty(), glossary.redirect("LSTM"));
        assertEquals(Optional.empty(), glossary.redirect("nothing"));
    }

    @Test
    void an_unknown_name_is_not_found(Glossary glossary) {
        ProblemException thrown = assertThrows(ProblemException.class, () -> glossary.card("Nothing"));
        assertInstanceOf(Problem.NotFound.class, thrown.problem());
    }
}
