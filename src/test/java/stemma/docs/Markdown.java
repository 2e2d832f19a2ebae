package stemma.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Markdown file of the project, read for what a test can hold against the code. */
record Markdown(String text) {
    static Markdown of(String file) {
        try {
            return new Markdown(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fenced blocks of a language. */
    List<String> blocks(String language) {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(text)
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    /** The commands of the shell blocks; a command ends where its quotation marks are closed and its line ends. */
    List<String> commands() {
        return blocks("sh").stream()
                .flatMap(block -> Pattern.compile("(?m)^(?!#|\\s)(?:[^'\\n]|'[^']*')+$")
                        .matcher(block)
                        .results())
                .map(MatchResult::group)
                .toList();
    }

    /** The rows of the table under a heading, as cells without back-quotes. */
    List<List<String>> table(String heading) {
        String section = text.substring(text.indexOf("\n## " + heading + "\n") + 1);
        int next = section.indexOf("\n## ");
        return (next < 0 ? section : section.substring(0, next))
                .lines()
                .filter(line -> line.startsWith("| ") || line.startsWith("|`"))
                .skip(1)
                .filter(line -> !line.startsWith("|---"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .toList();
    }
}
