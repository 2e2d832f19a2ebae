package stemma.glossary;

import java.util.List;

/**
 * An entry that may be the one that is looked for.
 *
 * @param item the entry
 * @param types its class and those above it
 * @param nameScore how well a name matches, from 0 to 100
 * @param conditionsMet how many of the conditions are met
 * @param score how likely it is the one, from 0 to 100
 * @param match whether it is certain: the only one of that name, with all conditions met
 */
public record Candidate(
        Item item, List<Term> types, double nameScore, int conditionsMet, double score, boolean match) {}
