package be.zeef.ledger;

import be.zeef.ledger.event.Unfinished;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Closes the intents of processes that died in the middle of a deed, each with an outcome {@link Unfinished.NotKnown}: nobody
 * knows whether it was done. An intent is given up when it can no longer be under way anywhere:
 *
 * <ul>
 *   <li>where a database is one process' at a time: when it was there before this process opened it;
 *   <li>always: when it is older than {@link #LONGEST}, or its own {@code notAfter} has passed by as much.
 * </ul>
 *
 * A deed that takes longer all the same gets its true outcome after this one; the last outcome of an intent counts.
 */
public final class Abandoned {

    /** Far beyond the time-outs of any call and the sending of any file. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final Clock clock;

    public Abandoned(Jdbi jdbi, Ledger ledger, Clock clock) {
        this.jdbi = jdbi;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The last entry there is; 0 in an empty ledger. */
    public long head() {
        return jdbi.withHandle(handle -> Chain.head(handle).id());
    }

    /**
     * Closes them.
     *
     * @param before the last entry of which every process that wrote it is gone; 0 when others may live
     * @return how many were closed
     */
    public int close(long before) {
        OpenIntents open = new OpenIntents();
        long seen = jdbi.inTransaction(handle -> see(handle, Chain.settled(handle), open));
        int closed = open.all().stream().anyMatch(each -> isGone(each, before))
                ? jdbi.inTransaction(handle -> close(handle, before, seen, open))
                : 0;
        long settled =
                open.all().stream().mapToLong(each -> each.entry() - 1).min().orElse(seen);
        jdbi.useHandle(handle -> Chain.settle(handle, settled));
        return closed;
    }

    /** Under the lock of the chain's end, so that neither an outcome nor another node's closing comes in between. */
    private int close(Handle handle, long before, long seen, OpenIntents open) {
        Chain.lock(handle);
        see(handle, seen, open);
        List<OpenIntent> gone =
                open.all().stream().filter(each -> isGone(each, before)).toList();
        for (OpenIntent each : gone) {
            Object name = each.deed().namesEntry() ? each.entry() : each.name();
            ledger.append(
                    handle, each.agreement(), each.syncId(), Draft.of(each.deed(), name, new Unfinished.NotKnown()));
            open.forget(each);
        }
        return gone.size();
    }

    private boolean isGone(OpenIntent intent, long before) {
        String latest = intent.notAfter().isEmpty() ? intent.at() : intent.notAfter();
        return intent.entry() <= before || Instant.parse(latest).plus(LONGEST).isBefore(clock.instant());
    }

    /** Reads on after this entry; returns the last one read. */
    private static long see(Handle handle, long after, OpenIntents open) {
        long last = after;
        try (var entries = Chain.after(handle, after)) {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                open.see(entry);
                last = entry.id();
            }
        }
        return last;
    }
}
