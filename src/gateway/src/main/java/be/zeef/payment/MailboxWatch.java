package be.zeef.payment;

import be.zeef.ledger.Uninterrupted;
import be.zeef.route.Mailbox;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Reads a mailbox until nothing new is in it and what was waited for has come. A file that cannot be read is offered again, for
 * it may still be growing, and given up after {@value #LOOKS} looks.
 */
public final class MailboxWatch implements Mailbox.Incoming {

    private static final int LOOKS = 3;

    /** A partner's folder may show a file anew each time: its time is what the partner says it is. */
    private static final int MOST_OFFERS = 10;

    /** So many looks that stored nothing keep somebody waiting for longer; more do not, whatever names they come under. */
    private static final int MOST_IN_VAIN = 100;

    private final Mailbox box;
    private final Reader reader;
    private final Map<String, Integer> looks = new HashMap<>();
    private final Map<String, Integer> offers = new HashMap<>();
    private final Set<String> unread = new HashSet<>();
    private boolean idle;
    private boolean reached;
    private int inVain;
    private long moved = System.nanoTime();

    public MailboxWatch(Mailbox box, Reader reader) {
        this.box = box;
        this.reader = reader;
    }

    /** Reads the files of one mailbox. */
    public interface Reader {

        /**
         * @return whether what the file says is stored, so that it may be removed
         * @throws InvalidMessageException when it cannot be used; nothing of it was
         */
        boolean read(String file, InputStream in) throws IOException;

        /** The file stays unusable. */
        void unusable(String file, InvalidMessageException why);

        /** What was not read, because of its name or because nobody could look. */
        void unread(Mailbox.Unread left);
    }

    /** How the watch ended. */
    public enum End {
        /** What was waited for is there, and nothing else is new. */
        ENOUGH,
        /** The folder was seen, but what was waited for did not come in time. */
        MISSING,
        /** What was waited for did not come in time, and a file that is there could not be read to its end. */
        UNREAD,
        /** The folder could not be looked into. */
        UNREACHABLE
    }

    /**
     * @param within how long nothing may happen before it is given up; while files arrive, it is not, but for those after
     *     the first {@value #MOST_IN_VAIN} of which nothing could be stored
     */
    public End until(BooleanSupplier enough, Duration within) {
        moved = System.nanoTime();
        box.watch(this);
        try {
            return await(enough, within.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while looking into a mailbox; run again", e);
        } finally {
            Uninterrupted.run(() -> reader.unread(box.unwatch()));
        }
    }

    private synchronized End await(BooleanSupplier enough, long within) throws InterruptedException {
        while (!idle || !enough.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(moved + within - System.nanoTime());
            if (left <= 0) {
                return enough.getAsBoolean() ? End.ENOUGH : gaveUp();
            }
            idle = false;
            wait(left);
        }
        return End.ENOUGH;
    }

    private End gaveUp() {
        if (!reached) {
            return End.UNREACHABLE;
        }
        return unread.isEmpty() ? End.MISSING : End.UNREAD;
    }

    @Override
    public void arrived(Mailbox.Offered offered, InputStream content) throws IOException {
        String file = offered.name();
        // a file that is shown as new again and again keeps nobody waiting
        if (offers.merge(file, 1, Integer::sum) > MOST_OFFERS) {
            return;
        }
        begins(file);
        try {
            boolean stored = reader.read(file, content);
            ends(file);
            if (stored) {
                served();
                box.acknowledge(offered);
            }
        } catch (InvalidMessageException e) {
            if (looks.merge(file, 1, Integer::sum) < LOOKS) {
                throw new IOException(file + " cannot be read yet", e);
            }
            ends(file);
            reader.unusable(file, e);
        } finally {
            moves();
        }
    }

    private synchronized void begins(String file) {
        unread.add(file);
        inVain++;
        moves();
    }

    private synchronized void served() {
        inVain--;
    }

    private synchronized void ends(String file) {
        unread.remove(file);
    }

    private synchronized void moves() {
        reached = true;
        idle = false;
        if (inVain <= MOST_IN_VAIN) {
            moved = System.nanoTime();
        }
    }

    @Override
    public synchronized void nothingNew() {
        reached = true;
        idle = true;
        notifyAll();
    }
}
