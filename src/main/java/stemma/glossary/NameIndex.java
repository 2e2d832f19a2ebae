package stemma.glossary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names, to be found by their beginnings, by the beginnings of their words, and in spite of slips. */
final class NameIndex {
    /** Shorter words are not corrected. */
    private static final int CORRECTED = 3;

    /** A place in a name where a word begins. */
    record Place(int name, int at) {}

    private final List<Folded> names;
    private final List<Place> places = new ArrayList<>();
    private final Spelling chinese;
    private final Spelling others;

    NameIndex(List<Folded> names) {
        this.names = names;
        Set<String> words = new HashSet<>();
        for (int name = 0; name < names.size(); name++) {
            Folded folded = names.get(name);
            if (isChinese(folded.text())) {
                words.add(folded.text());
            }
            for (int at = 0; at < folded.text().length(); at = folded.endOfWord(at)) {
                places.add(new Place(name, at));
                String word = folded.text().substring(at, folded.endOfWord(at));
                if (word.length() >= CORRECTED) {
                    words.add(word);
                }
            }
        }
        places.sort(Comparator.comparing(this::rest, NameIndex::compare));
        Map<Boolean, List<String>> byScript = words.stream().collect(Collectors.partitioningBy(NameIndex::isChinese));
        chinese = new Spelling(byScript.get(true));
        others = new Spelling(byScript.get(false));
    }

    private static boolean isChinese(String word) {
        return !word.isEmpty() && Plain.isHan(word.charAt(0));
    }

    /** A part of a name, not copied: there are millions of them to compare. */
    private record Rest(String name, int from) {}

    private Rest rest(Place place) {
        return new Rest(names.get(place.name()).text(), place.at());
    }

    private static int compare(Rest one, Rest other) {
        int length = Math.min(one.name().length() - one.from(), other.name().length() - other.from());
        for (int i = 0; i < length; i++) {
            int order = Character.compare(
                    one.name().charAt(one.from() + i), other.name().charAt(other.from() + i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.name().length() - one.from(), other.name().length() - other.from());
    }

    /** Every place where a text stands at the beginning of a word. */
    List<Place> find(String text) {
        return places.subList(firstFrom(text), firstFrom(text + Character.MAX_VALUE));
    }

    private int firstFrom(String text) {
        Rest wanted = new Rest(text, 0);
        int low = 0;
        int high = places.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(rest(places.get(middle)), wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The words of names, and the Chinese names, that a word may be a slip of. */
    Spelling.Alike alike(String word) {
        return (isChinese(word) ? chinese : others).alike(word);
    }
}
