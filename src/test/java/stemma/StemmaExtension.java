package stemma;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests a real server on the shipped ontology: one for the whole run, started by the first test that wants it. */
public final class StemmaExtension implements ParameterResolver {

    private static final class Running implements AutoCloseable {
        private final Stemma stemma;

        Running() {
            try {
                Path store = Files.createTempDirectory(Path.of("target"), "store-");
                stemma = Stemma.start(
                        Settings.parse("--port", "0", "--store", store.toString()), (step, done, total) -> {});
            } catch (Exception e) {
                throw new IllegalStateException("The server does not start", e);
            }
        }

        @Override
        public void close() {
            stemma.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Stemma.class || type == StemmaClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Stemma stemma = context.getRoot()
                .getStore(Namespace.create(StemmaExtension.class))
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
                .stemma;
        return parameter.getParameter().getType() == Stemma.class ? stemma : new StemmaClient(stemma.address());
    }
}
