package be.zeef.ledger.tree;

import java.util.Iterator;
import java.util.List;

/** Holds a proof against the roots that it speaks of, with no other knowledge of the tree. Returning is the only "yes". */
public final class ProofVerifier {

    private ProofVerifier() {}

    /**
     * That a leaf is in a tree (RFC 9162 §2.1.3.2, the same proofs as RFC 6962 §2.1.1).
     *
     * @param leaf its place, counted from 0
     * @param hash of the leaf
     * @param size of the tree
     * @throws BrokenProofException when it does not follow
     */
    public static void included(long leaf, Hash hash, long size, Hash root, List<Hash> proof)
            throws BrokenProofException {
        require(leaf >= 0 && leaf < size, "there is no such leaf");
        Hasher hasher = new Hasher();
        long at = leaf;
        long last = size - 1;
        Hash made = hash;
        for (Hash beside : proof) {
            require(last > 0, "the proof is too long");
            if (isRight(at) || at == last) {
                made = hasher.node(beside, made);
                int levels = levelsWithoutNeighbour(at);
                at >>= levels;
                last >>= levels;
            } else {
                made = hasher.node(made, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        require(last == 0, "the proof is too short");
        require(made.equals(root), "the leaf is not in the tree");
    }

    /**
     * That a tree begins with all the leaves of a smaller one (RFC 9162 §2.1.4.2, the same proofs as RFC 6962 §2.1.2). Of an empty tree
     * nothing needs to be shown, and of two trees of the same size that they are the same.
     *
     * @throws BrokenProofException when it does not follow
     */
    public static void consistent(long smaller, Hash smallerRoot, long size, Hash root, List<Hash> proof)
            throws BrokenProofException {
        require(smaller >= 0 && smaller <= size, "the smaller tree is the larger");
        if (smaller == 0 || smaller == size) {
            require(proof.isEmpty(), "the proof is too long");
            require(smallerRoot.equals(smaller == 0 ? new Hasher().empty() : root), "the trees differ");
            return;
        }
        int whole = Long.numberOfTrailingZeros(smaller);
        long at = (smaller - 1) >> whole;
        long last = (size - 1) >> whole;
        Iterator<Hash> rest = proof.iterator();
        require(at == 0 || rest.hasNext(), "the proof is too short");
        Hash first = at == 0 ? smallerRoot : rest.next();
        climb(at, last, first, rest, smallerRoot, root);
    }

    private static void climb(long from, long end, Hash first, Iterator<Hash> rest, Hash smallerRoot, Hash root)
            throws BrokenProofException {
        Hasher hasher = new Hasher();
        long at = from;
        long last = end;
        Hash small = first;
        Hash large = first;
        while (rest.hasNext()) {
            Hash beside = rest.next();
            require(last > 0, "the proof is too long");
            if (isRight(at) || at == last) {
                small = hasher.node(beside, small);
                large = hasher.node(beside, large);
                int levels = levelsWithoutNeighbour(at);
                at >>= levels;
                last >>= levels;
            } else {
                large = hasher.node(large, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        require(last == 0, "the proof is too short");
        require(small.equals(smallerRoot), "the smaller tree is another");
        require(large.equals(root), "the tree does not go on where the smaller one ended");
    }

    private static boolean isRight(long node) {
        return (node & 1) == 1;
    }

    /** None of a right node; a left one at the tree's right edge, which is not the root, has none until it is a right one. */
    private static int levelsWithoutNeighbour(long node) {
        return Long.numberOfTrailingZeros(node);
    }

    private static void require(boolean holds, String otherwise) throws BrokenProofException {
        if (!holds) {
            throw new BrokenProofException(otherwise);
        }
    }
}
