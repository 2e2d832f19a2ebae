package stemma;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import stemma.ontology.Progress;

/** Shows a load as a bar on standard error. There is no bar where there is nothing to load. */
final class LoadProgress implements Progress, AutoCloseable {
    private static final long MEGABYTE = 1_000_000;

    private final ProgressBarBuilder builder;
    private ProgressBar bar;

    private LoadProgress(String task, ProgressBarBuilder builder) {
        this.builder = builder.setTaskName(task).setStyle(ProgressBarStyle.ASCII);
    }

    /** Of steps that take unlike times. */
    static LoadProgress ofSteps() {
        return new LoadProgress("Building the store", new ProgressBarBuilder().hideEta());
    }

    /** Of bytes, with their rate and the time that is left. */
    static LoadProgress ofBytes() {
        return new LoadProgress(
                "Loading", new ProgressBarBuilder().setUnit(" MB", MEGABYTE).showSpeed());
    }

    @Override
    public void at(String step, long done, long total) {
        if (bar == null) {
            bar = builder.setInitialMax(total).build();
        }
        bar.stepTo(done);
        bar.setExtraMessage(step);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
