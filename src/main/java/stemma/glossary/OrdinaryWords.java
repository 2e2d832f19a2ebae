package stemma.glossary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that are names of concepts and of other things as well, in the form of {@link Plain}.
 *
 * @param words those that are written small
 * @param names those that mean the concept only when they are written as the concept is
 */
record OrdinaryWords(Set<String> words, Set<String> names) {

    /** The lists that are shipped. */
    static OrdinaryWords read() {
        return new OrdinaryWords(read("ordinary-words.txt"), read("ordinary-names.txt"));
    }

    private static Set<String> read(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(OrdinaryWords.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .filter(word -> !word.isEmpty())
                    .map(word -> Plain.of(word).toString())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
