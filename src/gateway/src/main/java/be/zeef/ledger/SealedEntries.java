package be.zeef.ledger;

import be.zeef.ledger.seal.Checkpoint;
import be.zeef.ledger.tree.CompactRange;
import be.zeef.ledger.tree.Hash;
import be.zeef.ledger.tree.Hasher;
import java.util.List;

/** Holds entries that go by in their order against checkpoints, each when as many have gone by as it seals. */
final class SealedEntries {

    private final List<Checkpoint> checkpoints;
    private final Hasher hasher = new Hasher();
    private final CompactRange tree = new CompactRange();
    private int next;
    private long upTo;

    /** @param checkpoints the smallest first */
    SealedEntries(List<Checkpoint> checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * Whether the entries up to this one are those that were sealed, as far as any checkpoint says.
     *
     * @param leaf what the entry is in the tree
     */
    boolean see(byte[] leaf) {
        return isAll() || see(hasher.leaf(leaf));
    }

    /** The same of an entry of which only that is kept. */
    boolean see(Hash leaf) {
        if (isAll()) {
            return true;
        }
        tree.add(leaf);
        while (!isAll() && checkpoints.get(next).size() == tree.size()) {
            if (!checkpoints.get(next).root().equals(tree.root())) {
                return false;
            }
            upTo = tree.size();
            next++;
        }
        return true;
    }

    /** How many entries the last checkpoint seals that they were held against and were found the same. */
    long upTo() {
        return upTo;
    }

    /** Whether there is no checkpoint of more entries than have gone by. */
    boolean isAll() {
        return next == checkpoints.size();
    }
}
