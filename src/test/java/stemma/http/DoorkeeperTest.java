package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoorkeeperTest {
    private final Doorkeeper doorkeeper = new Doorkeeper();

    @Test
    void what_is_asked_again_is_known() {
        new SplittableRandom(1).longs(1000).forEach(doorkeeper::knows);
        assertEquals(
                1000,
                new SplittableRandom(1).longs(1000).filter(doorkeeper::knows).count());
    }

    @Test
    void few_questions_are_taken_for_others() {
        new SplittableRandom(2).longs(400_000).forEach(doorkeeper::knows);
        long mistaken =
                new SplittableRandom(3).longs(10_000).filter(doorkeeper::knows).count();
        assertTrue(mistaken < 10_000 / 8 + 300, () -> mistaken + " of 10,000");
    }

    @Test
    void it_forgets_before_it_is_full() {
        doorkeeper.knows(0);
        new SplittableRandom(4).longs(700_000).forEach(doorkeeper::knows);
        assertFalse(doorkeeper.knows(0));
    }
}
