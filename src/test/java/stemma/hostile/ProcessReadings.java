package stemma.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What shows from outside how a Java process is. */
record ProcessReadings(long pid) {
    private static final Pattern USED = Pattern.compile("^ *\\d+: +\\d+ +(\\d+) +(\\S+)", Pattern.MULTILINE);
    /** What the parallel collector fills gaps with, which the histogram counts with the reachable objects. */
    private static final Pattern FILLER = Pattern.compile("\\[?L?jdk\\.internal\\.vm\\.Filler\\w+;?");

    private static final Pattern THREAD = Pattern.compile("^\"([^\"]+)\"", Pattern.MULTILINE);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int TICKS_PER_SECOND = 100;
    private static final Duration WINDOW = Duration.ofMillis(500);
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /** The bytes of all objects that are still reachable. */
    long liveHeap() throws IOException, InterruptedException {
        Matcher used = USED.matcher(jcmd("GC.class_histogram"));
        long bytes = 0;
        while (used.find()) {
            if (!FILLER.matcher(used.group(2)).matches()) {
                bytes += Long.parseLong(used.group(1));
            }
        }
        return bytes;
    }

    /** How many platform threads there are by each name, numbers in names left out. */
    Map<String, Integer> threads() throws IOException, InterruptedException {
        Map<String, Integer> threads = new TreeMap<>();
        Matcher thread = THREAD.matcher(jcmd("Thread.print"));
        while (thread.find()) {
            threads.merge(NUMBER.matcher(thread.group(1)).replaceAll("N"), 1, Integer::sum);
        }
        return threads;
    }

    /** The share of one processor that it uses, seen for half a second. */
    double load() throws IOException, InterruptedException {
        long before = ticks();
        Thread.sleep(WINDOW);
        return (ticks() - before) * 1000.0 / TICKS_PER_SECOND / WINDOW.toMillis();
    }

    private long ticks() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new AssertionError(said);
        }
        return said;
    }
}
