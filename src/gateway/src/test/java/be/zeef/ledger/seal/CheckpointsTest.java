package be.zeef.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.tree.CompactRange;
import be.zeef.ledger.tree.Hash;
import be.zeef.ledger.tree.Hasher;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checkpoints: one of each size, told by size, and opened only by the key that signed it. */
@ContractOf("checkpoint")
class CheckpointsTest {

    private final Handle handle;
    private KeyPair pair;
    private NoteKey key;

    CheckpointsTest(Handle handle) {
        this.handle = handle;
    }

    @BeforeEach
    void keys() throws Exception {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = new NoteKey(pair.getPublic());
    }

    /** Of the smallest tree with so many full subtrees: 1, 3, 7, 15… entries. */
    private Checkpoints.Sealed sealed(int subtrees) {
        List<Hash> peaks = Collections.nCopies(subtrees, new Hasher().leaf("entry".getBytes(StandardCharsets.UTF_8)));
        CompactRange tree = new CompactRange((1L << subtrees) - 1, peaks);
        return new Checkpoints.Sealed(key.sign(tree.size(), tree.root(), pair.getPrivate()), tree);
    }

    @Test
    void areToldBySize_andOpenedAsTheyWereSealed() throws Exception {
        assertThat(Checkpoints.newest(handle)).isEmpty();
        for (int subtrees : new int[] {4, 1, 3}) {
            Checkpoints.add(handle, sealed(subtrees));
        }

        assertThat(Checkpoints.all(handle)).extracting(Checkpoints.Row::size).containsExactly(1L, 7L, 15L);
        assertThat(Checkpoints.after(handle, 1))
                .extracting(Checkpoints.Row::size)
                .containsExactly(7L, 15L);
        assertThat(Checkpoints.newest(handle)).map(Checkpoints.Row::size).contains(15L);
        assertThat(Checkpoints.of(handle, 3)).isEmpty();
        assertThat(Checkpoints.of(handle, 7).orElseThrow().open(key).note().text())
                .isEqualTo(sealed(3).note().text());
    }

    @Test
    void areOneOfEachSize_whoeverElseIsSealing(Meeting meeting) {
        Checkpoints.Sealed sealed = sealed(2);

        assertThatThrownBy(() -> meeting.afterCommit(one -> Checkpoints.add(one, sealed), other -> {
                    Checkpoints.add(other, sealed);
                    return other;
                }))
                .matches(Duplicates::caused);
        assertThat(Checkpoints.all(handle)).hasSize(1);
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        Checkpoints.add(handle, sealed(2));
        handle.rollback();

        assertThat(Checkpoints.newest(handle)).isEmpty();
    }

    /** No tree has more full subtrees than a count has bits. */
    @Test
    void haveRoomForTheLargestTree() throws Exception {
        Checkpoints.Sealed largest = sealed(59);
        Checkpoints.add(handle, largest);

        assertThat(Checkpoints.newest(handle).orElseThrow().open(key).tree().peaks())
                .isEqualTo(largest.tree().peaks());
        assertThat(Longest.of(handle, "checkpoint", "peaks").length()).isGreaterThanOrEqualTo(Long.SIZE * 64);
    }
}
