package stemma.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import stemma.glossary.Glossary;

/** How long suggestions take while somebody types, right and wrong, letter by letter. */
final class Typing {
    private static final List<String> TYPED = List.of(
            "transformer", "attension", "自注意力", "long short-term", "gpt-4", "retreival augmented", "循环神经网络", "xyzzy");
    private static final int SHOWN = 10;
    private static final int WARMING = 40;
    private static final int ROUNDS = 20;

    private Typing() {}

    /** Prints the figures of one glossary beside those of another. */
    static void compare(Glossary grown, Glossary shipped) {
        List<Double> times = times(grown);
        List<Double> others = times(shipped);
        System.out.printf(
                Locale.ROOT,
                "type-ahead on the grown vocabulary: median %.2f ms (%.1f times that on the shipped one), slowest %.1f ms (%.1f times)%n",
                median(times),
                median(times) / median(others),
                times.getLast(),
                times.getLast() / others.getLast());
    }

    /** Milliseconds for each beginning of what is typed, in order. */
    private static List<Double> times(Glossary glossary) {
        List<Double> times = new ArrayList<>();
        for (String typed : TYPED) {
            for (int end = 1; end <= typed.length(); end++) {
                String beginning = typed.substring(0, end);
                for (int i = 0; i < WARMING; i++) {
                    glossary.suggest(beginning, SHOWN);
                }
                long start = System.nanoTime();
                for (int i = 0; i < ROUNDS; i++) {
                    glossary.suggest(beginning, SHOWN);
                }
                times.add((System.nanoTime() - start) / 1e6 / ROUNDS);
            }
        }
        Collections.sort(times);
        return times;
    }

    private static double median(List<Double> times) {
        return times.get(times.size() / 2);
    }
}
