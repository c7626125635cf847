package be.zeef.ledger.tree;

import java.util.List;

/**
 * Makes a proof while the leaves go by once, in their order. Memory: two hashes for each level of the tree at most. Not thread-safe.
 */
public final class ProofMaker {

    private final List<Span> spans;
    private final List<CompactRange> ranges;

    private ProofMaker(List<Span> spans) {
        this.spans = spans;
        this.ranges = spans.stream().map(span -> new CompactRange()).toList();
    }

    /**
     * That a leaf is in a tree (RFC 6962 §2.1.1).
     *
     * @param leaf counted from 0
     * @param size of the tree
     * @throws IllegalArgumentException when there is no such leaf
     */
    public static ProofMaker ofInclusion(long leaf, long size) {
        return new ProofMaker(Span.ofInclusion(leaf, size));
    }

    /**
     * That a tree begins with all the leaves of a smaller one (RFC 6962 §2.1.2).
     *
     * @throws IllegalArgumentException when the smaller is the larger
     */
    public static ProofMaker ofConsistency(long smaller, long size) {
        return new ProofMaker(Span.ofConsistency(smaller, size));
    }

    /** @param leaf its place, counted from 0 */
    public void see(long leaf, Hash hash) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).has(leaf)) {
                ranges.get(i).add(hash);
                return;
            }
        }
    }

    /**
     * The proof, after the last leaf.
     *
     * @throws IllegalStateException when leaves that it needs have not gone by
     */
    public List<Hash> proof() {
        for (int i = 0; i < spans.size(); i++) {
            if (ranges.get(i).size() != spans.get(i).to() - spans.get(i).from()) {
                throw new IllegalStateException("not all leaves of the proof have gone by");
            }
        }
        return ranges.stream().map(CompactRange::root).toList();
    }
}
