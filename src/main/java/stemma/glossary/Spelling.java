package stemma.glossary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds the words that are spelt most like another one, by insertions, deletions, substitutions and swaps of neighbours (the
 * optimal string alignment distance). The words stand in order, so what beginnings have in common is compared once, and a
 * beginning that is too far off is passed over with all that begins so.
 */
final class Spelling {
    /** How many slips a word may have. */
    private static final int MOST = 2;

    private static final int LETTERS_A_SLIP = 3;

    private final String[] words;
    private final int longest;

    /**
     * What is spelt alike.
     *
     * @param distance how many slips they differ by
     */
    record Alike(int distance, List<String> words) {}

    Spelling(Collection<String> words) {
        this.words = words.stream().distinct().sorted().toArray(String[]::new);
        this.longest = Arrays.stream(this.words).mapToInt(String::length).max().orElse(0);
    }

    /** The words that a word may be a slip of: those of the least distance, up to two, and up to one for three letters. */
    Alike alike(String wanted) {
        int bound = Math.min(MOST, wanted.length() / LETTERS_A_SLIP);
        if (wanted.length() > longest + bound) {
            return new Alike(bound, List.of());
        }
        List<String> found = new ArrayList<>();
        Table table = new Table(wanted);
        String before = "";
        for (int i = 0; i < words.length && bound > 0; i++) {
            String word = words[i];
            int depth = table.compare(word, inCommon(before, word), bound);
            before = word.substring(0, depth);
            if (depth < word.length()) {
                i = lastWith(word.substring(0, depth + 1), i);
                continue;
            }
            int distance = table.distance(depth);
            if (distance < bound) {
                bound = distance;
                found.clear();
            }
            if (distance == bound) {
                found.add(word);
            }
        }
        return new Alike(bound, found);
    }

    /** The distances between the beginnings of two words; only those are right that are no longer than {@link #MOST}. */
    private static final class Table {
        private static final int FAR = MOST + 1;

        private final String wanted;
        private final int[][] rows;

        Table(String wanted) {
            this.wanted = wanted;
            this.rows = new int[wanted.length() + MOST + 2][wanted.length() + 1];
            for (int[] row : rows) {
                Arrays.fill(row, FAR);
            }
            Arrays.setAll(rows[0], i -> i);
        }

        /**
         * Goes on with a word from what the one before had in common with it.
         *
         * @return how many of its letters can be the beginning of something near enough
         */
        int compare(String word, int known, int bound) {
            int depth = known;
            while (depth < word.length() && depth < rows.length - 1 && next(word, depth) <= bound) {
                depth++;
            }
            return depth;
        }

        /** Fills the row of one more letter, and says what its least distance is. */
        private int next(String word, int depth) {
            int[] above = rows[depth];
            int[] row = rows[depth + 1];
            char letter = word.charAt(depth);
            int least = FAR;
            int from = Math.max(0, depth + 1 - MOST);
            int to = Math.min(wanted.length(), depth + 1 + MOST);
            for (int j = from; j <= to; j++) {
                int distance = depth + 1;
                if (j > 0) {
                    distance = above[j - 1] + (letter == wanted.charAt(j - 1) ? 0 : 1);
                    distance = Math.min(distance, 1 + Math.min(above[j], j > from ? row[j - 1] : FAR));
                    if (depth > 0
                            && j > 1
                            && letter == wanted.charAt(j - 2)
                            && word.charAt(depth - 1) == wanted.charAt(j - 1)) {
                        distance = Math.min(distance, rows[depth - 1][j - 2] + 1);
                    }
                }
                row[j] = Math.min(distance, FAR);
                least = Math.min(least, row[j]);
            }
            return least;
        }

        int distance(int length) {
            return rows[length][wanted.length()];
        }
    }

    private static int inCommon(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int i = 0;
        while (i < length && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    private int lastWith(String beginning, int from) {
        int low = from;
        int high = words.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (words[middle].startsWith(beginning)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
