package stemma;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        Stemma s = Stemma.start(Settings.parse(args), (a, b, c) -> {});
        System.out.println(s.address());
    }
}
