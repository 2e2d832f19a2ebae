package stemma.store;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * Has TDB2 keep literals as they were written. By itself it stores numbers and dates by their values, so that {@code 01}
 * comes back as {@code 1}: another term, to SPARQL. TDB2 reads the setting once, when it is started, so it is made here,
 * before; Jena finds this class by its service file.
 */
public final class LexicalForms implements JenaSubsystemLifecycle {
    private static final int BEFORE_ALL_STORES = 5;

    @Override
    public void start() {
        System.setProperty("org.apache.jena.tdb.store.enableInlineLiterals", "false");
    }

    @Override
    public void stop() {}

    @Override
    public int level() {
        return BEFORE_ALL_STORES;
    }
}
