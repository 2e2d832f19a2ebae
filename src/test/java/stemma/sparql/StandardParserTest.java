package stemma.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.lang.SPARQLParser;
import org.apache.jena.sparql.lang.sparql_12.ParserSPARQL12;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandardParserTest {
    private static final int CUTS = 120;

    static Stream<Path> queries() throws IOException {
        return Stream.of("queries", "src/test/resources/query", "src/test/resources/bench", "src/test/resources/sparql")
                .flatMap(StandardParserTest::queriesBelow)
                .sorted();
    }

    private static Stream<Path> queriesBelow(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".rq")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void queries_and_their_mistakes_are_read_as_ARQ_reads_them(Path file) throws IOException {
        String text = Files.readString(file);
        check(text);
        check(text.replace("\n", "\r\n"));
        int step = 1 + text.length() / CUTS;
        IntStream.iterate(0, at -> at < text.length(), at -> at + step)
                .mapToObj(at -> text.substring(0, at))
                .forEach(StandardParserTest::check);
    }

    static List<String> longTexts() {
        return IntStream.of(100, 250, 254, 255, 256, 257, 300, 2_300, 2_304, 2_305, 5_000, 100_000)
                .mapToObj("x"::repeat)
                .flatMap(name -> Stream.of(
                        "ASK { ?" + name + " <urn:" + name + "> '" + name + "' }",
                        "ASK { ?s ?p '''" + name + "\\\\\\u0041\n" + name + "''' } # " + name,
                        "ASK { ?s ?p '" + name,
                        name))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void tokens_may_be_of_any_length(String text) {
        check(text);
    }

    private static void check(String text) {
        assertEquals(read(new ParserSPARQL12(), text), read(new StandardParser(), text), text);
    }

    /** The query, or what is wrong with it and where. */
    private static Object read(SPARQLParser parser, String text) {
        Query query = new Query();
        query.setSyntax(Syntax.syntaxSPARQL_12);
        query.setBaseURI("http://localhost/");
        try {
            return parser.parse(query, text);
        } catch (QueryParseException e) {
            return List.of(e.getMessage(), e.getLine(), e.getColumn());
        } catch (QueryException e) {
            return e.getMessage();
        }
    }
}
