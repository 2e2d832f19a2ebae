package stemma.query;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ExpectedFile;

/**
 * Query files that are refused stand in {@code query/bad/}, each beside a {@code .txt} with the message, whose first part is
 * the file's name and line.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueryFileReaderTest {
    private static final Path FOLDER = ExpectedFile.RESOURCES.resolve("query");

    static List<String> bad() throws IOException {
        return ExpectedFile.namesIn(FOLDER.resolve("bad"), ".rq");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_file_is_refused_with_its_name_and_line(String name) throws IOException {
        Path file = FOLDER.resolve("bad").resolve(name + ".rq");
        InvalidQueryFileException refusal =
                assertThrows(InvalidQueryFileException.class, () -> QueryFileReader.read(file, "bad"));
        String prefix = file.getParent() + file.getFileSystem().getSeparator();
        assertEquals(prefix, refusal.getMessage().substring(0, prefix.length()));
        ExpectedFile.of("query", "bad", name + ".txt")
                .hasExactly(
                        refusal.getMessage().substring(prefix.length()).lines().toList());
    }

    @Test
    void a_good_file_is_read_with_all_that_its_header_says() throws Exception {
        QueryFile file = QueryFileReader.read(FOLDER.resolve("good.rq"), "api");
        assertAll(
                () -> assertEquals("good", file.name()),
                () -> assertEquals("api", file.group()),
                () -> assertEquals(Map.of("en", "By year", "zh-Hant", "依年份"), file.title()),
                () -> assertEquals(
                        Map.of("en", "What came in a year.\nWith a second line.", "zh-Hant", "某年的一切。"),
                        file.description()),
                () -> assertEquals(Files.readString(FOLDER.resolve("good.rq")), file.text()),
                () -> assertEquals(QueryFile.Kind.SELECT, file.kind()),
                () -> assertEquals(Map.of("year", "2017"), file.example()));
    }

    @Test
    void parameters_come_in_the_order_of_the_header_each_with_its_defaults() throws Exception {
        List<Parameter> parameters =
                QueryFileReader.read(FOLDER.resolve("good.rq"), "api").parameters();
        assertEquals(
                List.of("year", "lang", "class"),
                parameters.stream().map(Parameter::name).toList());
        Parameter year = parameters.get(0);
        Parameter lang = parameters.get(1);
        Parameter type = parameters.get(2);
        assertAll(
                () -> assertEquals(ParameterType.YEAR, year.type()),
                () -> assertEquals(true, year.required()),
                () -> assertEquals(Map.of("en", "The year"), year.description()),
                () -> assertEquals(false, lang.required()),
                () -> assertEquals("en", lang.defaultValue()),
                () -> assertEquals(List.of("en", "zh-Hant"), lang.values()),
                () -> assertEquals(false, type.required()),
                () -> assertNull(type.defaultValue()),
                () -> assertEquals(List.of(), type.values()),
                () -> assertEquals(Map.of(), type.description()));
    }
}
