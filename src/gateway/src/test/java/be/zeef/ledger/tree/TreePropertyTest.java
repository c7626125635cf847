package be.zeef.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What RFC 6962 promises of every tree, held against its own recursive definitions; and that no other proof is taken. */
class TreePropertyTest {

    private static final int MOST = 300;

    private final Hasher hasher = new Hasher();

    /** RFC 6962 §2.1, word for word. */
    private Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return hasher.empty();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return hasher.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    private List<Hash> leaves(int count, int seed) {
        return IntStream.range(0, count)
                .mapToObj(i -> hasher.leaf(new byte[] {(byte) seed, (byte) (i >> 8), (byte) i}))
                .toList();
    }

    private static CompactRange tree(List<Hash> leaves) {
        CompactRange tree = new CompactRange();
        leaves.forEach(tree::add);
        return tree;
    }

    private static List<Hash> proof(ProofMaker maker, List<Hash> leaves) {
        for (int i = 0; i < leaves.size(); i++) {
            maker.see(i, leaves.get(i));
        }
        return maker.proof();
    }

    @Property(tries = 600)
    void aStreamHasTheRootOfTheDefinition_andGoesOnWhereItWasLeft(
            @ForAll @IntRange(max = MOST) int size, @ForAll @IntRange(max = MOST) int left, @ForAll byte seed) {
        List<Hash> leaves = leaves(size, seed);
        CompactRange before = tree(leaves.subList(0, Math.min(left, size)));
        CompactRange after = new CompactRange(before.size(), before.peaks());
        leaves.subList((int) before.size(), size).forEach(after::add);
        assertThat(after.root()).isEqualTo(root(leaves)).isEqualTo(tree(leaves).root());
    }

    @Property(tries = 200)
    void everyLeafIsShown_andNoOther(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST) int any) throws Exception {
        int leaf = any % size;
        List<Hash> leaves = leaves(size, 0);
        Hash root = root(leaves);
        List<Hash> proof = proof(ProofMaker.ofInclusion(leaf, size), leaves);
        assertThat(proof.size()).isLessThanOrEqualTo(Integer.SIZE - Integer.numberOfLeadingZeros(size - 1));
        ProofVerifier.included(leaf, leaves.get(leaf), size, root, proof);

        Hash foreign = hasher.leaf(new byte[] {7});
        refused(() -> ProofVerifier.included(leaf, foreign, size, root, proof));
        refused(() -> ProofVerifier.included(leaf, leaves.get(leaf), size, foreign, proof));
        refused(() -> ProofVerifier.included(size, leaves.get(leaf), size, root, proof));
        for (List<Hash> other : others(proof)) {
            refused(() -> ProofVerifier.included(leaf, leaves.get(leaf), size, root, other));
        }
        for (int place = 0; place < size; place++) {
            int elsewhere = place;
            if (elsewhere != leaf) {
                refused(() -> ProofVerifier.included(elsewhere, leaves.get(leaf), size, root, proof));
            }
        }
    }

    @Property(tries = 200)
    void everyTreeIsShownToGoOn_andNoOther(
            @ForAll @IntRange(max = MOST) int size, @ForAll @IntRange(max = MOST) int any) throws Exception {
        int smaller = any % (size + 1);
        List<Hash> leaves = leaves(size, 0);
        Hash before = root(leaves.subList(0, smaller));
        Hash after = root(leaves);
        List<Hash> proof = proof(ProofMaker.ofConsistency(smaller, size), leaves);
        ProofVerifier.consistent(smaller, before, size, after, proof);

        Hash foreign = hasher.leaf(new byte[] {7});
        refused(() -> ProofVerifier.consistent(smaller, foreign, size, after, proof));
        if (smaller > 0) {
            refused(() -> ProofVerifier.consistent(smaller, before, size, foreign, proof));
        }
        refused(() -> ProofVerifier.consistent(size + 1, before, size, after, proof));
        for (List<Hash> other : others(proof)) {
            refused(() -> ProofVerifier.consistent(smaller, before, size, after, other));
        }
    }

    /** Every smaller tree that differs in one leaf is told from the true one, whatever proof is shown of it. */
    @Property(tries = 100)
    void aTreeThatWasChangedDoesNotGoOn(
            @ForAll @IntRange(min = 2, max = MOST) int size, @ForAll @IntRange(max = MOST) int any) {
        int smaller = 1 + any % (size - 1);
        List<Hash> leaves = leaves(size, 0);
        List<Hash> changed = new ArrayList<>(leaves);
        changed.set(any % smaller, hasher.leaf(new byte[] {9}));
        Hash before = root(leaves.subList(0, smaller));
        List<Hash> proof = proof(ProofMaker.ofConsistency(smaller, size), changed);
        refused(() -> ProofVerifier.consistent(smaller, before, size, root(changed), proof));
    }

    /** The same with each hash changed, each left out, one more at either end, and two exchanged. */
    private List<List<Hash>> others(List<Hash> proof) {
        Hash foreign = hasher.leaf(new byte[] {8});
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(i, foreign);
            all.add(changed);
            List<Hash> shorter = new ArrayList<>(proof);
            shorter.remove(i);
            all.add(shorter);
        }
        List<Hash> before = new ArrayList<>(proof);
        before.add(0, foreign);
        all.add(before);
        List<Hash> behind = new ArrayList<>(proof);
        behind.add(foreign);
        all.add(behind);
        if (proof.size() > 1) {
            List<Hash> exchanged = new ArrayList<>(proof);
            exchanged.add(exchanged.remove(0));
            all.add(exchanged);
        }
        return all;
    }

    private static void refused(ThrowingCallable verifying) {
        assertThatThrownBy(verifying).isInstanceOf(BrokenProofException.class);
    }

    /** Also when a block of leaves stands at the bottom as one. */
    @Property(tries = 200)
    void aTreeThatIsHeldWholeHasTheSamePaths(
            @ForAll @IntRange(min = 1, max = MOST) int size,
            @ForAll @IntRange(max = 5) int bits,
            @ForAll @IntRange(max = MOST) int any) {
        int leaf = any % size;
        List<Hash> leaves = leaves(size, 0);
        int block = 1 << bits;
        List<Levels> blocks = IntStream.iterate(0, from -> from < size, from -> from + block)
                .mapToObj(from -> new Levels(leaves.subList(from, Math.min(from + block, size))))
                .toList();
        Levels above = new Levels(blocks.stream().map(Levels::root).toList());
        assertThat(above.root()).isEqualTo(root(leaves));
        List<Hash> path = new ArrayList<>(blocks.get(leaf / block).path(leaf % block));
        path.addAll(above.path(leaf / block));
        assertThat(path).isEqualTo(proof(ProofMaker.ofInclusion(leaf, size), leaves));
    }
}
