package be.zeef.cli.text;

import be.zeef.cli.terminal.Terminal;
import be.zeef.run.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * A bar on standard error per step of known length, with people a second and the time left; a line for the others. Where nobody sits at the terminal it is a
 * line for each: a log is no place to draw in.
 */
public final class TerminalProgress implements Progress, AutoCloseable {

    private static final int WIDTH = 100;

    private final PrintStream err;
    private final boolean drawn;
    private ProgressBar bar;

    /** @param terminal whoever waits at it is told on its standard error */
    public TerminalProgress(Terminal terminal) {
        this.err = terminal.err();
        this.drawn = terminal.isInteractive();
    }

    @Override
    public synchronized void step(String name, long total) {
        close();
        if (total > 0 && drawn) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .setUnit(" people", 1)
                    .showSpeed()
                    .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                    .build();
        } else {
            err.println(total > 0 ? name + " (" + total + " people)" : name);
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
        err.println(text);
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
