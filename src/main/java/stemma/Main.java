package stemma;

import java.nio.file.Path;
import stemma.ontology.*;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        long t = System.nanoTime();
        try {
            var o = new StoreFolder(Path.of(args[0])).open(new OntologyFolder(Path.of(args[1]), "https://w3id.org/stemma/"), (s, d, n) -> System.out.println(s + " " + d + "/" + n));
            System.out.println(o);
            o.store().close();
        } catch (InvalidOntologyException e) {
            System.out.println(e.getMessage());
        }
        System.out.println((System.nanoTime() - t) / 1_000_000 + " ms");
    }
}
