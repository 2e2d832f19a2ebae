package stemma;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import stemma.ontology.Progress;

/** Shows a load as a bar on standard error. There is no bar where there is nothing to load. */
final class LoadProgress implements Progress, AutoCloseable {
    private ProgressBar bar;

    @Override
    public void at(String step, int done, int total) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Building the store")
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .hideEta()
                    .build();
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
