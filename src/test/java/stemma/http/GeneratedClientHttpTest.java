package stemma.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import stemma.ExpectedFile;
import stemma.StemmaClient;
import stemma.StemmaExtension;

/**
 * A client is made from the API's description by <a href="https://openapi-generator.tech">OpenAPI Generator</a>, compiled, and
 * used by the program {@code clients/Tour.java}, whose output is {@code clients/tour.txt}.
 */
@ExtendWith(StemmaExtension.class)
class GeneratedClientHttpTest {
    private static final Path GENERATOR = Path.of("target/client-generator/openapi-generator-cli.jar");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @Test
    void a_client_generated_from_the_description_works(@TempDir Path folder, StemmaClient client) throws Exception {
        Path description = Files.writeString(
                folder.resolve("openapi.json"), client.get("openapi.json").body());
        run(
                folder,
                JAVA.resolve("java").toString(),
                "-jar",
                GENERATOR.toAbsolutePath().toString(),
                "generate",
                "--generator-name=java",
                "--library=native",
                "--input-spec=" + description,
                "--output=" + folder.resolve("client"),
                "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                "--additional-properties=invokerPackage=client,apiPackage=client.api,modelPackage=client.model,"
                        + "openApiNullable=false,useJakartaEe=true,hideGenerationTimestamp=true");

        String classpath = folder.resolve("classes")
                + File.pathSeparator
                + GENERATOR.toAbsolutePath()
                + File.pathSeparator
                + System.getProperty("java.class.path");
        List<String> compile = new ArrayList<>(List.of(
                JAVA.resolve("javac").toString(),
                "-nowarn",
                "-proc:none",
                "-d",
                folder.resolve("classes").toString(),
                "-classpath",
                classpath,
                ExpectedFile.RESOURCES
                        .resolve("clients/Tour.java")
                        .toAbsolutePath()
                        .toString()));
        try (Stream<Path> sources = Files.walk(folder.resolve("client/src/main/java"))) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
        }
        run(folder, compile.toArray(String[]::new));

        String told = run(
                folder,
                JAVA.resolve("java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-classpath",
                classpath,
                "Tour",
                client.address().replaceFirst("/$", ""));
        ExpectedFile.of("clients", "tour.txt").hasExactly(told.lines().toList());
    }

    /** What a program says, which must end well. */
    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> said + read(errors));
        return said;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
