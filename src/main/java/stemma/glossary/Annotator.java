package stemma.glossary;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import stemma.glossary.TermNames.Name;

/**
 * Finds the glossary's terms in a text: the longest names of entries, in English at word boundaries and with a plural, in
 * Chinese anywhere but inside a longer word. A name that is an ordinary word too counts only among other terms of the field.
 */
final class Annotator {
    /** How far other terms support one, in UTF-16 units either way. */
    private static final int NEAR = 500;

    /** How much must speak for an ordinary word. */
    private static final int NEEDED = 2;

    /** How many different terms make a text one of the field. */
    private static final int OF_THE_FIELD = 4;

    /** How much of the text around a short Chinese word is looked at to see whether it is a part of a longer one. */
    private static final int AROUND = 12;

    private static final double ALIAS = 0.95;

    /** A place where names match, none where it is the name of something else; whether it stands for itself or needs support. */
    private record Match(int start, int end, List<Name> names, boolean strong) {
        Entry entry() {
            return names.getFirst().entry();
        }

        boolean isTerm() {
            return !names.isEmpty();
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
        List<Match> matches = new ArrayList<>();
        for (Automaton.Found found : automaton.find(plain)) {
            match(found, plain, text, matches);
        }
        List<Match> strong = longest(matches.stream().filter(Match::strong).toList());
        Surroundings surroundings = Surroundings.of(strong);
        List<Match> all = new ArrayList<>(strong);
        matches.stream()
                .filter(match -> !match.strong() && support(match, surroundings) >= NEEDED)
                .forEach(all::add);
        return annotations(longest(all).stream().filter(Match::isTerm).toList(), surroundings, text);
    }

    private void match(Automaton.Found found, Plain plain, String text, List<Match> matches) {
        char first = plain.at(found.start());
        char last = plain.at(found.end() - 1);
        if (found.start() > 0 && Plain.isOfWord(first) && Plain.isOfWord(plain.at(found.start() - 1))) {
            return;
        }
        int end = found.end();
        if (Plain.isOfWord(last) && end < plain.length() && Plain.isOfWord(plain.at(end))) {
            end = endOfPlural(plain, end);
            if (end < 0) {
                return;
            }
        }
        int from = plain.start(found.start());
        int to = plain.end(end - 1);
        String written = text.substring(from, plain.end(found.end() - 1));
        boolean han = Plain.isHan(first) || Plain.isHan(last);
        if (han && found.end() - found.start() <= 2 && isInsideOfWord(found.word(), text, from, to)) {
            return;
        }
        List<Name> all = names.of(found.word());
        if (all.isEmpty()) {
            matches.add(new Match(from, to, all, true));
            return;
        }
        List<Name> meant = all.stream()
                .filter(name -> isWrittenSo(name.written(), found.word(), written))
                .toList();
        Companions companions = ordinary.companions().get(found.word());
        if (!meant.isEmpty() && (companions == null || !companions.standBeside(plain, found.start(), end))) {
            matches.add(new Match(from, to, meant, standsForItself(found, plain, meant, written)));
        }
    }

    /** The end with an English plural; -1 where there is none. */
    private static int endOfPlural(Plain plain, int end) {
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

    /** Names of other things count as they are written, very short ones too; other words in any case. */
    private boolean isWrittenSo(String name, String plain, String written) {
        boolean exactly = ordinary.names().contains(plain) || (plain.length() <= 3 && Plain.isOfWord(plain.charAt(0)));
        return !exactly || written.equals(name) || (capitals(name) == 0 && capitals(written) == written.length());
    }

    private boolean standsForItself(Automaton.Found found, Plain plain, List<Name> meant, String written) {
        boolean isOrdinaryWord = ordinary.words().contains(found.word());
        boolean isOrdinaryName = ordinary.names().contains(found.word());
        if (!isOrdinaryWord && !isOrdinaryName) {
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

    private static long capitals(String text) {
        return text.chars().filter(Character::isUpperCase).count();
    }

    /** Whether a match is a part of a longer Chinese word; of ordinary words, also whether it is made of parts of two. */
    private boolean isInsideOfWord(String word, String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        BreakIterator words = BreakIterator.getWordInstance(Locale.CHINESE);
        words.setText(text.substring(from, to));
        boolean begins = words.isBoundary(start - from);
        boolean ends = words.isBoundary(end - from);
        if (begins && ends) {
            return false;
        }
        return ordinary.words().contains(word) || begins == ends || words.following(start - from) > end - from;
    }

    /** The terms that stand for themselves, in their order, and how many different ones they are. */
    private record Surroundings(List<Match> strong, boolean ofTheField) {
        static Surroundings of(List<Match> strong) {
            List<Match> terms = strong.stream()
                    .filter(Match::isTerm)
                    .filter(match -> !match.entry().className().equals("Organization"))
                    .toList();
            return new Surroundings(
                    terms, terms.stream().map(Match::entry).distinct().count() >= OF_THE_FIELD);
        }

        /** The different terms near a place. */
        Set<Entry> near(Match match) {
            int low = 0;
            for (int high = strong.size(); low < high; ) {
                int middle = (low + high) >>> 1;
                if (strong.get(middle).end() > match.start() - NEAR) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            Set<Entry> near = new HashSet<>();
            for (int i = low; i < strong.size() && strong.get(i).start() < match.end() + NEAR; i++) {
                near.add(strong.get(i).entry());
            }
            return near;
        }
    }

    /** How much speaks for a match that does not stand for itself: terms nearby, kin among them, a text full of terms. */
    private int support(Match match, Surroundings surroundings) {
        Set<String> near = surroundings.near(match).stream().map(Entry::name).collect(Collectors.toSet());
        boolean kin = match.names().stream()
                .flatMap(name -> index.edgesOf(name.entry().name()).stream()
                        .map(edge -> edge.other(name.entry().name())))
                .anyMatch(near::contains);
        return near.size() + (kin ? 1 : 0) + (surroundings.ofTheField() ? 1 : 0);
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

    private List<Annotation> annotations(List<Match> matches, Surroundings surroundings, String text) {
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
                    candidates(match, surroundings)));
            codePoints += length;
            at = match.end();
        }
        return annotations;
    }

    private List<Annotation.Candidate> candidates(Match match, Surroundings surroundings) {
        double share = match.strong() ? 1 : Math.min(0.9, 0.5 + 0.1 * support(match, surroundings));
        Map<Entry, Double> scores = new LinkedHashMap<>();
        match.names().forEach(name -> scores.merge(name.entry(), share * (name.preferred() ? 1 : ALIAS), Math::max));
        return scores.entrySet().stream()
                .map(score -> new Annotation.Candidate(
                        score.getKey().name(),
                        score.getKey().iri(),
                        score.getKey().label(),
                        Math.round(score.getValue() * 1000) / 1000.0))
                .collect(Collectors.toList());
    }
}
