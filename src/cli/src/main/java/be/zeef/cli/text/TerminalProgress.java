package be.zeef.cli.text;

import be.zeef.run.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error per step of known length, with people a second and the time left; a line for the others. */
public final class TerminalProgress implements Progress, AutoCloseable {

    private ProgressBar bar;

    @Override
    public synchronized void step(String name, long total) {
        close();
        if (total > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setUnit(" people", 1)
                    .showSpeed()
                    .setMaxRenderedLength(100)
                    .build();
        } else {
            System.err.println(name);
        }
    }

    @Override
    public synchronized void advance(long count) {
        if (bar != null) {
            bar.stepBy(count);
        }
    }

    @Override
    public synchronized void note(String text) {
        System.err.println(text);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
