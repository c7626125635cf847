package be.zeef.ledger;

import be.zeef.ledger.group.Turn;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The end of the chain, locked by one transaction: new entries have their places there. */
final class ChainEnd implements Turn<Wanted> {

    private final MessageDigest digest = Ledger.sha256();
    private final List<Chain.Link> links = new ArrayList<>();
    private final Handle handle;
    private final Clock clock;
    private final Admission admission;
    private Chain.Head head;

    private ChainEnd(Handle handle, Clock clock, Admission admission, Chain.Head head) {
        this.handle = handle;
        this.clock = clock;
        this.admission = admission;
        this.head = head;
    }

    /** Nobody else appends until this transaction ends. */
    static ChainEnd lock(Handle handle, Clock clock, Admission admission) {
        return new ChainEnd(handle, clock, admission, Chain.lock(handle));
    }

    /**
     * @throws HaltedException when it goes on with something, and nothing may
     * @throws ObjectedException when it goes on with something about somebody who objected
     */
    @Override
    public long place(Wanted wanted) {
        admission.require(handle, wanted.agreement(), wanted.draft());
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        Entry entry = new Entry(
                head.id() + 1, at, wanted.draft().kind().name(), wanted.agreement(), wanted.syncId(), wanted.body());
        head = new Chain.Head(entry.id(), entry.hash(digest, head.hash()));
        links.add(new Chain.Link(entry, head.hash()));
        return entry.id();
    }

    @Override
    public void store() {
        if (!links.isEmpty()) {
            Chain.append(handle, links);
        }
    }
}
