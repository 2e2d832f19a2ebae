package stemma;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import stemma.glossary.Glossary;
import stemma.ontology.OntologyFolder;
import stemma.ontology.StoreFolder;
import stemma.query.QueryCatalog;
import stemma.query.QueryRunner;
import stemma.store.GraphStore;

/**
 * Gives tests the shipped ontology as a store, its queries and its glossary, without a server: one for the whole run,
 * built by the first test that wants it. Tests only read it.
 */
public final class StoreExtension implements ParameterResolver {

    private static final class Shipped implements AutoCloseable {
        private final GraphStore store;
        private final QueryRunner runner;
        private final Glossary glossary;

        Shipped() {
            try {
                Settings settings = Settings.parse();
                Path folder = Files.createTempDirectory(Path.of("target"), "shipped-");
                store = new StoreFolder(folder)
                        .open(new OntologyFolder(settings.ontology(), settings.base()), (step, done, total) -> {})
                        .store();
                runner = new QueryRunner(QueryCatalog.load(settings.queries()));
                glossary = new Glossary(store, runner);
            } catch (Exception e) {
                throw new IllegalStateException("The shipped ontology cannot be built", e);
            }
        }

        @Override
        public void close() {
            store.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == GraphStore.class || type == QueryRunner.class || type == Glossary.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Shipped shipped = context.getRoot()
                .getStore(Namespace.create(StoreExtension.class))
                .getOrComputeIfAbsent(Shipped.class, key -> new Shipped(), Shipped.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == GraphStore.class) {
            return shipped.store;
        }
        return type == QueryRunner.class ? shipped.runner : shipped.glossary;
    }
}
