package stemma.glossary;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stemma.glossary.TermNames.Name;

/**
 * Finds the glossary's terms in a text: the longest names of entries, in English at word boundaries and with a plural, in
 * Chinese anywhere but inside a longer word. A name that is an ordinary word too counts only among other terms of the field.
 */
final class Annotator {
    /** How much must speak for an ordinary word. */
    static final int NEEDED = 2;

    /** Shorter Chinese names are held against the words of the text. */
    private static final int SHORT = 2;

    private static final int VERY_SHORT = 3;

    /** How much of the text around a short Chinese word is looked at to see whether it is a part of a longer one. */
    private static final int AROUND = 5;

    private static final double ALIAS = 0.95;

    /**
     * A place where a name stands.
     *
     * @param found the name, and where in the comparable text
     * @param plainEnd where there it ends, with a plural
     * @param start where it begins in the text
     * @param end where it ends in the text
     * @param names whose names it is; of none where it is the name of something else
     * @param strong whether it stands for itself, or needs support
     * @param support how much speaks for one that needs it; at first, what its own writing says
     */
    record Match(
            Automaton.Found found, int plainEnd, int start, int end, List<Name> names, boolean strong, int support) {
        Entry entry() {
            return names.getFirst().entry();
        }

        boolean isTerm() {
            return !names.isEmpty();
        }

        Match with(int more) {
            return new Match(found, plainEnd, start, end, names, strong, support + more);
        }
    }

    private final Index index;
    private final OrdinaryWords ordinary = OrdinaryWords.read();
    private final TermNames names;
    private final Automaton automaton;

    Annotator(Index index) {
        this.index = index;
        this.names = new TermNames(
                index.entries(), ordinary, entry -> index.edgesOf(entry.name()).size());
        this.automaton = new Automaton(names.all());
    }

    /** The terms of a text, in its order. */
    List<Annotation> annotate(String text) {
        Plain plain = Plain.of(text);
        Reading reading = new Reading(plain, text, BreakIterator.getWordInstance(Locale.CHINESE));
        Map<Boolean, List<Match>> matches = automaton.find(plain).stream()
                .flatMap(reading::match)
                .sorted(Comparator.comparingInt(Match::start))
                .collect(Collectors.partitioningBy(Match::strong));
        List<Match> strong =
                longest(matches.get(true).stream().filter(reading::stands).toList());
        // What is found with their support supports others in turn, once.
        List<Match> supported = supported(matches.get(false), strong, reading);
        List<Match> all = both(strong, supported(matches.get(false), longest(both(strong, supported)), reading));
        return annotations(longest(all).stream().filter(Match::isTerm).toList(), text);
    }

    private List<Match> supported(List<Match> weak, List<Match> by, Reading reading) {
        Surroundings surroundings = new Surroundings(by, index);
        return weak.stream()
                .map(match -> match.with(surroundings.support(match)))
                .filter(match -> match.support() >= NEEDED && reading.stands(match))
                .toList();
    }

    private static List<Match> both(List<Match> some, List<Match> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** One text while it is read. */
    private final class Reading {
        private final Plain plain;
        private final String text;
        private final BreakIterator words;

        Reading(Plain plain, String text, BreakIterator words) {
            this.plain = plain;
            this.text = text;
            this.words = words;
        }

        /** What was found, if it is a word of the text, or at most in the plural, and written as the entry is. */
        Stream<Match> match(Automaton.Found found) {
            char first = plain.at(found.start());
            char last = plain.at(found.end() - 1);
            if (found.start() > 0 && Plain.isOfWord(first) && Plain.isOfWord(plain.at(found.start() - 1))) {
                return Stream.empty();
            }
            int end = found.end();
            if (Plain.isOfWord(last) && end < plain.length() && Plain.isOfWord(plain.at(end))) {
                end = endOfPlural(end);
                if (end < 0) {
                    return Stream.empty();
                }
            }
            String written = text.substring(plain.start(found.start()), plain.end(found.end() - 1));
            List<Name> all = names.of(found.word());
            List<Name> meant = all.stream()
                    .filter(name -> isWrittenSo(name.written(), found.word(), written))
                    .toList();
            if (meant.isEmpty() && !all.isEmpty()) {
                return Stream.empty();
            }
            return Stream.of(new Match(
                    found,
                    end,
                    plain.start(found.start()),
                    plain.end(end - 1),
                    meant,
                    meant.isEmpty() || standsForItself(found, meant, written),
                    isProperName(found, meant) ? 1 : 0));
        }

        /** The end with an English plural; -1 where there is none. */
        private int endOfPlural(int end) {
            for (String plural : List.of("s", "es")) {
                int after = end + plural.length();
                if (after <= plain.length()
                        && plain.toString(end, after).equals(plural)
                        && (after == plain.length() || !Plain.isOfWord(plain.at(after)))) {
                    return after;
                }
            }
            return -1;
        }

        private boolean standsForItself(Automaton.Found found, List<Name> meant, String written) {
            if (!ordinary.words().contains(found.word()) && !ordinary.names().contains(found.word())) {
                return true;
            }
            boolean isAcronym = capitals(written) > 1
                    && meant.stream().anyMatch(name -> name.written().equals(written));
            boolean isLatinInChinese = Plain.isOfWord(plain.at(found.start()))
                    && Character.isUpperCase(written.charAt(0))
                    && ((found.start() > 0 && Plain.isHan(plain.at(found.start() - 1)))
                            || (found.end() < plain.length() && Plain.isHan(plain.at(found.end()))));
            return isAcronym || isLatinInChinese;
        }

        /** Whether it has a capital letter like the entry, and none that every sentence begins with. */
        private boolean isProperName(Automaton.Found found, List<Name> meant) {
            int start = plain.start(found.start());
            int before = start - 1;
            while (before >= 0 && text.charAt(before) == ' ') {
                before--;
            }
            return Character.isUpperCase(text.charAt(start))
                    && before >= 0
                    && (Character.isLetterOrDigit(text.charAt(before)) || text.charAt(before) == ',')
                    && meant.stream()
                            .anyMatch(
                                    name -> Character.isUpperCase(name.written().charAt(0)));
        }

        /** Whether nothing beside it says that it means something else, and it is no part of a longer Chinese word. */
        boolean stands(Match match) {
            Companions companions = ordinary.companions().get(match.found().word());
            return (companions == null
                            || !companions.standBeside(plain, match.found().start(), match.plainEnd()))
                    && !isInsideOfWord(match);
        }

        /** Of ordinary words, also whether it is made of parts of two. */
        private boolean isInsideOfWord(Match match) {
            String word = match.found().word();
            if (word.length() > SHORT || !Plain.isHan(word.charAt(0)) || !match.isTerm()) {
                return false;
            }
            int from = Math.max(0, match.start() - AROUND);
            int to = Math.min(text.length(), match.end() + AROUND);
            words.setText(text.substring(from, to));
            boolean begins = words.isBoundary(match.start() - from);
            boolean ends = words.isBoundary(match.end() - from);
            return !(begins && ends)
                    && (ordinary.words().contains(word)
                            || begins == ends
                            || words.following(match.start() - from) > match.end() - from);
        }
    }

    /** Names of other things count as they are written, very short ones too; other words in any case. */
    private boolean isWrittenSo(String name, String plain, String written) {
        boolean exactly = ordinary.names().contains(plain) || isShort(plain);
        return !exactly || written.equals(name) || (capitals(name) == 0 && capitals(written) == written.length());
    }

    static boolean isShort(String plain) {
        return plain.length() <= VERY_SHORT && Plain.isOfWord(plain.charAt(0));
    }

    private static long capitals(String text) {
        return text.chars().filter(Character::isUpperCase).count();
    }

    /** Of matches that overlap, those that begin first, and of these the longest. */
    private static List<Match> longest(List<Match> matches) {
        List<Match> kept = new ArrayList<>();
        int end = 0;
        for (Match match : matches.stream()
                .sorted(Comparator.comparingInt(Match::start)
                        .thenComparing(Comparator.comparingInt(Match::end).reversed()))
                .toList()) {
            if (match.start() >= end) {
                kept.add(match);
                end = match.end();
            }
        }
        return kept;
    }

    private static List<Annotation> annotations(List<Match> matches, String text) {
        List<Annotation> annotations = new ArrayList<>();
        int codePoints = 0;
        int at = 0;
        for (Match match : matches) {
            codePoints += text.codePointCount(at, match.start());
            int length = text.codePointCount(match.start(), match.end());
            annotations.add(new Annotation(
                    codePoints,
                    codePoints + length,
                    match.start(),
                    match.end(),
                    text.substring(match.start(), match.end()),
                    candidates(match)));
            codePoints += length;
            at = match.end();
        }
        return annotations;
    }

    private static List<Annotation.Candidate> candidates(Match match) {
        double share = match.strong() ? 1 : Math.min(0.9, 0.5 + 0.1 * match.support());
        Map<String, Annotation.Candidate> candidates = new LinkedHashMap<>();
        for (Name name : match.names()) {
            Entry entry = name.entry();
            double score = Math.round(share * (name.preferred() ? 1 : ALIAS) * 1000) / 1000.0;
            candidates.putIfAbsent(
                    entry.name(), new Annotation.Candidate(entry.name(), entry.iri(), entry.label(), score));
        }
        return List.copyOf(candidates.values());
    }

    /** What is looked for, and what is known of it: for those who look for terms elsewhere. */
    TermNames names() {
        return names;
    }

    OrdinaryWords ordinary() {
        return ordinary;
    }

    /** Entries that are known by a name that is an ordinary word; what they are related to speaks for them. */
    Set<Entry> inNeedOfSupport() {
        return names.all().stream()
                .filter(name ->
                        ordinary.words().contains(name) || ordinary.names().contains(name))
                .flatMap(name -> names.of(name).stream())
                .map(Name::entry)
                .collect(Collectors.toSet());
    }
}
