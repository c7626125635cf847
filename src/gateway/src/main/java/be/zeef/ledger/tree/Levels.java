package be.zeef.ledger.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree that is held whole, for the paths of many of its leaves: twice as many hashes as it has leaves. What stands at the bottom may be
 * the roots of subtrees, where all but the last are of one size, a power of two.
 */
public final class Levels {

    private final List<List<Hash>> levels = new ArrayList<>();

    /** @throws IllegalArgumentException when there is none */
    public Levels(List<Hash> bottom) {
        if (bottom.isEmpty()) {
            throw new IllegalArgumentException("a tree without leaves has no paths");
        }
        Hasher hasher = new Hasher();
        List<Hash> level = List.copyOf(bottom);
        levels.add(level);
        while (level.size() > 1) {
            level = above(level, hasher);
            levels.add(level);
        }
    }

    /** Whoever has no neighbour at the right edge goes up as it is. */
    private static List<Hash> above(List<Hash> level, Hasher hasher) {
        List<Hash> above = new ArrayList<>((level.size() + 1) / 2);
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(hasher.node(level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.get(level.size() - 1));
        }
        return above;
    }

    public Hash root() {
        return levels.get(levels.size() - 1).get(0);
    }

    /**
     * What shows that a leaf is in it, from below (RFC 6962 §2.1.1).
     *
     * @param leaf its place, counted from 0
     */
    public List<Hash> path(int leaf) {
        List<Hash> path = new ArrayList<>();
        int at = leaf;
        for (List<Hash> level : levels) {
            int beside = at ^ 1;
            if (beside < level.size()) {
                path.add(level.get(beside));
            }
            at >>= 1;
        }
        return path;
    }
}
