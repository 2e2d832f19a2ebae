package stemma.ontology;

/**
 * Why an ontology folder is refused.
 *
 * @param file the file, relative to the folder
 * @param line the line in it, from 1; 0 where none can be told
 * @param entry the entry, as the file writes it ({@code llm:LSTM}); empty where the fault is the file's own
 * @param reason what is wrong, for the person who edits the file
 */
public record Fault(String file, int line, String entry, String reason) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (entry.isEmpty() ? "" : entry + ": ") + reason;
    }
}
