package stemma.glossary;

import java.util.List;

/**
 * A chapter with its entries.
 *
 * @param name its local name
 * @param label its label; null for one that has none
 * @param items its entries, the oldest first, those without a year last
 */
public record Chapter(String name, Text label, List<Item> items) {}
