package stemma.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import stemma.problem.Problem;

/** All query files of a folder, by name. Immutable. */
public final class QueryCatalog {
    private final SortedMap<String, QueryFile> files;

    private QueryCatalog(SortedMap<String, QueryFile> files) {
        this.files = files;
    }

    /**
     * Reads every {@code .rq} file below a folder.
     *
     * @throws InvalidQueryFileException for the first file whose header or query does not parse, whose parameters are not
     *     variables of the query, or whose name another file has
     */
    public static QueryCatalog load(Path folder) throws IOException, InvalidQueryFileException {
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString(), null, "no such folder");
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(path -> path.toString().endsWith(".rq"))
                    .sorted()
                    .toList();
        }
        SortedMap<String, QueryFile> files = new TreeMap<>();
        for (Path path : paths) {
            QueryFile file = QueryFileReader.read(
                    path, folder.relativize(path.getParent()).toString());
            QueryFile twin = files.putIfAbsent(file.name(), file);
            if (twin != null) {
                throw new InvalidQueryFileException(path, 1, "the group " + twin.group() + " has a file of this name");
            }
        }
        return new QueryCatalog(Collections.unmodifiableSortedMap(files));
    }

    /** The file of a name. @throws stemma.problem.ProblemException with {@link Problem.NotFound} */
    public QueryFile get(String name) {
        QueryFile file = files.get(name);
        if (file == null) {
            List<String> similar = files.keySet().stream()
                    .filter(other -> other.contains(name) || name.contains(other))
                    .toList();
            throw new Problem.NotFound("query", name, similar).exception();
        }
        return file;
    }

    /** Changes whenever a file does: a checksum, in hexadecimal digits. */
    public String checksum() {
        CRC32C checksum = new CRC32C();
        files.values().forEach(file -> checksum.update((file.name() + "\0" + file.text() + "\0").getBytes(UTF_8)));
        return Long.toHexString(checksum.getValue());
    }

    /** All files in the order of their names. */
    public Collection<QueryFile> all() {
        return files.values();
    }
}
