package be.zeef.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that leaves are added to one by one and of which no more is kept than the roots of its full subtrees, one for each bit of its
 * size: at most 63 hashes, however many leaves there are. Not thread-safe.
 */
public final class CompactRange {

    private final Hasher hasher = new Hasher();
    private final List<Hash> peaks;
    private long size;

    /** A tree without leaves. */
    public CompactRange() {
        this(0, List.of());
    }

    /**
     * A tree that was left here.
     *
     * @param size how many leaves it had
     * @param peaks what {@link #peaks()} said then
     * @throws IllegalArgumentException when no tree of this size has so many
     */
    public CompactRange(long size, List<Hash> peaks) {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException("no tree of " + size + " leaves has " + peaks.size() + " full subtrees");
        }
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    /** One leaf more, at the end. */
    public void add(Hash leaf) {
        Hash node = leaf;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            node = hasher.node(peaks.remove(peaks.size() - 1), node);
        }
        peaks.add(node);
        size++;
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The roots of its full subtrees, the largest and leftmost first. */
    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    /** The root of the tree as it is now. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return hasher.empty();
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = hasher.node(peaks.get(i), root);
        }
        return root;
    }
}
