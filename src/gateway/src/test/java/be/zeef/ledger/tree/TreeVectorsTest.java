package be.zeef.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Trees whose hashes were worked out by another program, in another language, from the recursive definition of RFC 6962 §2.1 alone; the
 * empty tree and the empty leaf among them.
 */
class TreeVectorsTest {

    private static final List<byte[]> LEAVES = List.of(
            utf8(""),
            utf8("z"),
            utf8("ee"),
            utf8("zeef"),
            new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8},
            utf8("één kind"),
            new byte[33],
            utf8("waste bags, UiTPAS, school"));

    /** By how many leaves there are. */
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "b7f059213729d01d4170287e6f4448e1f0ad9882e10f8a77b6edefe4e32bf62c",
            "60742c20658b678b7398d4113d768bc42c0ea8522a239364c3a39d321e9b516a",
            "dc98e8cd316b85765c5faa2c0b71137a069d8c7be09f76ca6a265a0d78c804b0",
            "417fcccbede43d96bcc4d2924dc0465d69be46d1ba487bffbb7aafccc6c18791",
            "ebadade4b077489b26452ff476f2929206cf4b7493403832a6017900bb9d7f85",
            "8ee70e1342c83b8564e0bca3db8f08998a90a6cfd0f3dc2d56a9f4955d54f150",
            "cc540883383e9935d16ed58d1ee297be389a9a9bfb58ad0c6d044dad03d9003a");

    private final Hasher hasher = new Hasher();

    @Test
    void eachHasItsRoot() {
        CompactRange tree = new CompactRange();
        assertThat(tree.root()).hasToString(ROOTS.get(0));
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.add(leaf(i));
            assertThat(tree.root()).as("of " + (i + 1)).hasToString(ROOTS.get(i + 1));
        }
        assertThat(tree.size()).isEqualTo(8);
        assertThat(tree.peaks()).containsExactly(tree.root());
    }

    @Test
    void aPathClimbsFromTheLeafToTheRoot() throws BrokenProofException {
        shows(
                4,
                "a019f12d5f054c8c2f632c8921b056180aa3a9eaa2b33721c0f20ab5dcfa6247",
                "eb142b0cae0baa72a767ebc0823d1be94e14c5bfc52d8e417fc4302fceb6240c",
                "dc98e8cd316b85765c5faa2c0b71137a069d8c7be09f76ca6a265a0d78c804b0");
    }

    /** The last of seven has no neighbour: its path is shorter. */
    @Test
    void aPathOfALeafWithoutANeighbourIsShorter() throws BrokenProofException {
        shows(
                6,
                "ea9d20087062ae190bc98454c4e629e1d77098c933ea3dd439391297be8853ef",
                "dc98e8cd316b85765c5faa2c0b71137a069d8c7be09f76ca6a265a0d78c804b0");
    }

    private void shows(int leaf, String... path) throws BrokenProofException {
        List<Hash> proof = proof(ProofMaker.ofInclusion(leaf, 7), 7);
        assertThat(proof.stream().map(Hash::toString)).containsExactly(path);
        ProofVerifier.included(leaf, leaf(leaf), 7, root(7), proof);
    }

    @Test
    void threeLeavesBecomeSeven() throws BrokenProofException {
        List<Hash> proof = proof(ProofMaker.ofConsistency(3, 7), 7);
        assertThat(proof.stream().map(Hash::toString))
                .containsExactly(
                        "2463b6d83b3f4b640b7d2e4b995d726657ce4a8b235576e6ecdcda9eae1d8c0b",
                        "369278700f1092edcf089421c2bcf7b6fa4b3802e83ef65fad6fe3de3a1f6b2c",
                        "b7f059213729d01d4170287e6f4448e1f0ad9882e10f8a77b6edefe4e32bf62c",
                        "361c058de18d7b0cf9e243bea9b522cf25fe50690fac60c942b3441573ed8717");
        ProofVerifier.consistent(3, root(3), 7, root(7), proof);
    }

    @Test
    void aNodeIsNoLeaf() {
        Hash node = hasher.node(leaf(0), leaf(1));
        byte[] both = HexFormat.of().parseHex(leaf(0).toString() + leaf(1));
        assertThat(hasher.leaf(both)).isNotEqualTo(node);
    }

    @Test
    void whatIsNoneIsRefused() {
        assertThatThrownBy(() -> Hash.of("short".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CompactRange(3, List.of(leaf(0)))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofMaker.ofInclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofMaker.ofConsistency(9, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofMaker.ofInclusion(1, 8).proof()).isInstanceOf(IllegalStateException.class);
    }

    private Hash leaf(int place) {
        return hasher.leaf(LEAVES.get(place));
    }

    private static Hash root(int size) {
        return Hash.of(HexFormat.of().parseHex(ROOTS.get(size)));
    }

    private List<Hash> proof(ProofMaker maker, int size) {
        for (int i = 0; i < size; i++) {
            maker.see(i, leaf(i));
        }
        return maker.proof();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
