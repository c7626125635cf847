package be.zeef.ledger;

import be.zeef.ledger.seal.Checkpoint;
import be.zeef.ledger.tree.CompactRange;
import be.zeef.ledger.tree.Hasher;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Reads what stands under a checkpoint, so that whatever is told of it can be held against the evidence of the same checkpoint. */
public final class SealedReading {

    private SealedReading() {}

    /**
     * Tells the entries of some agreements in order, and recomputes the tree of all. What was told counts when this has returned. Within a
     * transaction it is a stream, and memory does not grow with it.
     *
     * @param agreements under whose names
     * @throws EvidenceBundle.UnsealedException when the ledger is not what was sealed
     */
    public static void read(Handle handle, Checkpoint head, Predicate<String> agreements, Consumer<Recorded> told)
            throws EvidenceBundle.UnsealedException {
        Hasher hasher = new Hasher();
        CompactRange tree = new CompactRange();
        try (ResultIterator<Entry> entries = Chain.after(handle, 0)) {
            while (tree.size() < head.size() && entries.hasNext()) {
                Entry entry = entries.next();
                tree.add(entry.leafHash(hasher));
                if (!entry.isEmptied() && agreements.test(entry.agreement())) {
                    told.accept(Recorded.of(entry));
                }
            }
        }
        if (tree.size() != head.size() || !tree.root().equals(head.root())) {
            throw new EvidenceBundle.UnsealedException("the ledger is not what was sealed");
        }
    }
}
