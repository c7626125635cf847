package be.zeef.ledger.group;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One writer takes what all want written who wait at this moment, and commits it together ({@code docs/adr/0036}). Each caller is told after
 * its own is committed. The writer's thread comes when somebody waits and goes when nobody has for a while; it is nobody's to interrupt, and
 * nothing has to be closed. Thread-safe.
 *
 * @param <W> what somebody wants written
 */
public final class GroupCommit<W> {

    /** As many as one transaction holds at most: the lock is given back after them, for others who want it. */
    private static final int MOST = 500;

    private static final int SECONDS_IDLE = 10;

    private final BlockingQueue<Waiting<W>> queue = new LinkedBlockingQueue<>();
    private final Executor writer;
    private final Jdbi jdbi;
    private final Function<Handle, ? extends Turn<W>> lock;

    /**
     * @param thread the writer's name
     * @param lock waits for the lock within a transaction, and takes it
     */
    public GroupCommit(String thread, Jdbi jdbi, Function<Handle, ? extends Turn<W>> lock) {
        this.jdbi = jdbi;
        this.lock = lock;
        this.writer =
                new ThreadPoolExecutor(0, 1, SECONDS_IDLE, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread writing = new Thread(work, thread);
                    writing.setDaemon(true);
                    return writing;
                });
    }

    /**
     * Has it written; returns the number of its place once it is committed. A thread that is asked to stop takes back what the writer did not
     * take yet; else it waits for how it ends, and stays asked.
     *
     * @throws RuntimeException when it is refused ({@link Turn#place})
     * @throws UnwrittenException when the database does not take it
     */
    public long write(W wanted) {
        Waiting<W> mine = new Waiting<>(wanted);
        queue.add(mine);
        try {
            writer.execute(this::writeWaiting);
        } catch (RuntimeException | Error noThread) {
            takeBack(mine, noThread);
        }
        return await(mine);
    }

    private long await(Waiting<W> mine) {
        boolean asked = false;
        try {
            while (true) {
                try {
                    return mine.await();
                } catch (InterruptedException e) {
                    asked = true;
                    takeBack(mine, e);
                }
            }
        } finally {
            if (asked) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void takeBack(Waiting<W> mine, Throwable why) {
        if (queue.remove(mine)) {
            throw UnwrittenException.nothing(why);
        }
    }

    /** Runs once for each that came to wait, and mostly finds that an earlier turn took it. */
    private void writeWaiting() {
        List<Waiting<W>> group = new ArrayList<>();
        queue.drainTo(group, MOST);
        if (!group.isEmpty()) {
            new Group<>(lock, group).write(jdbi);
        }
    }
}
