package stemma.glossary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of words that are names of concepts and of other things as well, in the form of {@link Plain}.
 *
 * @param words those that are written small
 * @param names those that mean the concept only when they are written as the concept is
 * @param otherNames longer names of other things
 * @param companions what shows that a name means nothing of the field
 */
record OrdinaryWords(Set<String> words, Set<String> names, Set<String> otherNames, Map<String, Companions> companions) {

    /** The lists that are shipped. */
    static OrdinaryWords read() {
        return new OrdinaryWords(
                words("ordinary-words.txt"), words("ordinary-names.txt"), words("other-names.txt"), readCompanions());
    }

    private static Set<String> words(String file) {
        return lines(file).stream()
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .filter(word -> !word.isEmpty())
                .map(word -> Plain.of(word).toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Companions> readCompanions() {
        Map<String, Companions> companions = new HashMap<>();
        for (String line : lines("ordinary-contexts.txt")) {
            String[] parts = line.split("\\|", -1);
            Companions beside = Companions.of(parts[1], parts[2]);
            Arrays.stream(parts[0].split(",", -1))
                    .map(name -> Plain.of(name.strip()).toString())
                    .forEach(name -> companions.put(name, beside));
        }
        return Map.copyOf(companions);
    }

    private static List<String> lines(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(OrdinaryWords.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
