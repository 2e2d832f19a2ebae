package stemma.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;

/** The files of a suite, each under an IRI that does not tell where it lies. */
final class SuiteFiles {
    private static final String BASE = "http://suite.example/";

    private final Path folder;

    /**
     * Files of the class path, or of a folder.
     *
     * @param folder the folder; empty for the class path
     */
    SuiteFiles(Path folder) {
        this.folder = folder;
    }

    /** The IRI of a path. */
    static String iri(String path) {
        return BASE + path;
    }

    /** What tells a file from the others for people. */
    static String shortName(String iri) {
        return iri.startsWith(BASE) ? iri.substring(BASE.length()) : iri;
    }

    byte[] bytes(String iri) {
        String path = URI.create(iri).getPath().substring(1);
        try (InputStream stream = folder.toString().isEmpty()
                ? SuiteFiles.class.getResourceAsStream("/" + path)
                : Files.newInputStream(folder.resolve(path))) {
            if (stream == null) {
                throw new IllegalStateException("There is no file " + path);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String iri) {
        return new String(bytes(iri), StandardCharsets.UTF_8);
    }

    Model model(String iri) {
        Model model = ModelFactory.createDefaultModel();
        parser(iri).parse(model);
        return model;
    }

    Graph graph(String iri) {
        return model(iri).getGraph();
    }

    DatasetGraph dataset(String iri) {
        DatasetGraph dataset = DatasetFactory.create().asDatasetGraph();
        parser(iri).parse(dataset);
        return dataset;
    }

    private RDFParser parser(String iri) {
        Lang lang = RDFLanguages.filenameToLang(iri, Lang.TURTLE);
        return RDFParser.create()
                .source(new java.io.ByteArrayInputStream(bytes(iri)))
                .base(iri)
                .lang(lang)
                .build();
    }
}
