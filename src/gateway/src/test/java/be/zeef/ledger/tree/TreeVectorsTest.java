package be.zeef.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The trees over the eight leaves that implementations of RFC 6962 are compared by, the empty tree and the empty leaf among them. */
class TreeVectorsTest {

    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private final Hasher hasher = new Hasher();

    @Test
    void eachHasItsRoot() {
        CompactRange tree = new CompactRange();
        assertThat(tree.root()).hasToString(ROOTS.get(0));
        for (int i = 0; i < LEAVES.size(); i++) {
            tree.add(hasher.leaf(HexFormat.of().parseHex(LEAVES.get(i))));
            assertThat(tree.root()).as("of " + (i + 1)).hasToString(ROOTS.get(i + 1));
        }
        assertThat(tree.size()).isEqualTo(8);
        assertThat(tree.peaks()).containsExactly(tree.root());
    }

    /** The path of the first leaf in the tree of eight: its neighbour, the next two, the other half. */
    @Test
    void aPathIsThatOfTheStandard() throws BrokenProofException {
        List<Hash> path = proof(ProofMaker.ofInclusion(0, 8));
        assertThat(path.stream().map(Hash::toString))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        ProofVerifier.included(0, hasher.leaf(new byte[0]), 8, root(8), path);
    }

    /** RFC 6962 §2.1.3: from three leaves to seven it takes c, d, g and l. */
    @Test
    void aConsistencyProofIsThatOfTheStandard() throws BrokenProofException {
        Hash c = leaf(2);
        Hash d = leaf(3);
        Hash g = hasher.node(leaf(0), leaf(1));
        Hash l = hasher.node(hasher.node(leaf(4), leaf(5)), leaf(6));
        List<Hash> proof = proof(ProofMaker.ofConsistency(3, 7));
        assertThat(proof).containsExactly(c, d, g, l);
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
        return hasher.leaf(HexFormat.of().parseHex(LEAVES.get(place)));
    }

    private static Hash root(int size) {
        return Hash.of(HexFormat.of().parseHex(ROOTS.get(size)));
    }

    private List<Hash> proof(ProofMaker maker) {
        for (int i = 0; i < LEAVES.size(); i++) {
            maker.see(i, leaf(i));
        }
        return maker.proof();
    }
}
