package stemma.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A label broken into lines, with an estimate of its size: who draws it has the fonts, the server has none.
 *
 * @param lines at least one
 * @param width of the longest, in units of the font's size
 */
record Caption(List<String> lines, double width) {
    private static final double LONGEST = 11;
    private static final double HAN = 1;
    private static final double WIDE = 0.72;
    private static final double NARROW = 0.56;

    /** What is not broken: a Han character, or a word up to its space, dash or slash. */
    private static final Pattern PIECE =
            Pattern.compile("\\p{IsHan}|[^\\s\\p{IsHan}]+?[-–/](?=\\S)|[^\\s\\p{IsHan}]+|\\s+");

    static Caption of(String label) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        Matcher piece = PIECE.matcher(label.strip());
        while (piece.find()) {
            if (!line.isEmpty() && width(line + piece.group().stripTrailing()) > LONGEST) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            if (!line.isEmpty() || !piece.group().isBlank()) {
                line.append(piece.group());
            }
        }
        lines.add(line.toString().strip());
        return new Caption(
                lines, lines.stream().mapToDouble(Caption::width).max().orElse(0));
    }

    static double width(CharSequence text) {
        return text.codePoints()
                .mapToDouble(c -> Character.isIdeographic(c) || c >= 0xFF00
                        ? HAN
                        : Character.isUpperCase(c) || Character.isDigit(c) ? WIDE : NARROW)
                .sum();
    }
}
