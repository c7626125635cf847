package be.zeef.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves that stand in a row and make one subtree.
 *
 * @param from the first, counted from 0
 * @param to the one after the last
 */
record Span(long from, long to) {

    Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no leaves from " + from + " to " + to);
        }
    }

    boolean has(long leaf) {
        return from <= leaf && leaf < to;
    }

    private long leaves() {
        return to - from;
    }

    /** The largest power of two that is smaller than its leaves are many: where its tree parts in two. */
    private long parting() {
        return from + Long.highestOneBit(leaves() - 1);
    }

    private Span left() {
        return new Span(from, parting());
    }

    private Span right() {
        return new Span(parting(), to);
    }

    /** Whose roots show that a leaf is in the tree of this size, in the order of RFC 6962 §2.1.1. */
    static List<Span> ofInclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf " + leaf + " in a tree of " + size);
        }
        List<Span> path = new ArrayList<>();
        Span under = new Span(0, size);
        while (under.leaves() > 1) {
            boolean left = under.left().has(leaf);
            path.add(0, left ? under.right() : under.left());
            under = left ? under.left() : under.right();
        }
        return path;
    }

    /** Whose roots show that the tree of this size goes on where a smaller one ended, in the order of RFC 6962 §2.1.2. */
    static List<Span> ofConsistency(long smaller, long size) {
        if (smaller < 0 || smaller > size) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " does not go on where one of " + smaller + " ended");
        }
        List<Span> path = new ArrayList<>();
        if (smaller == 0 || smaller == size) {
            return path;
        }
        Span under = new Span(0, size);
        while (under.to() != smaller) {
            boolean left = smaller <= under.parting();
            path.add(0, left ? under.right() : under.left());
            under = left ? under.left() : under.right();
        }
        if (under.from() > 0) {
            path.add(0, under);
        }
        return path;
    }
}
