package stemma.export;

/**
 * The colours of a drawing, as CSS writes them.
 *
 * @param descent of lines of descent
 * @param replacement of lines of replacement
 */
public record Theme(
        String paper, String box, String border, String ink, String faint, String descent, String replacement) {
    /** Dark on light. */
    public static final Theme LIGHT =
            new Theme("#f6f1e6", "#fdfaf3", "#b9ae97", "#24211c", "#6f6859", "#877c67", "#9c3424");

    /** Light on dark. */
    public static final Theme DARK =
            new Theme("#171614", "#211f1c", "#5c5649", "#ece5d6", "#979081", "#857c6b", "#ea8b76");
}
