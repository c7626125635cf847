package be.zeef.ledger.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Meeting;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Time-stamps: one of each checkpoint, told by its size. */
@ContractOf("checkpoint_stamp")
class StampsTest {

    private final Handle handle;

    StampsTest(Handle handle) {
        this.handle = handle;
    }

    @Test
    void areToldBySize_asTheyCame() {
        assertThat(Stamps.newest(handle)).isEmpty();
        for (long size : new long[] {15, 1, 7}) {
            Stamps.add(handle, size, new byte[] {(byte) size, -1});
        }

        assertThat(Stamps.all(handle)).extracting(Stamps.Row::size).containsExactly(1L, 7L, 15L);
        assertThat(Stamps.newest(handle)).contains(15L);
        assertThat(Stamps.of(handle, 3)).isEmpty();
        assertThat(Stamps.of(handle, 7).orElseThrow().bytes()).contains(new byte[] {7, -1});
    }

    @Test
    void areOneOfEachSize_whoeverElseIsStamping(Meeting meeting) {
        assertThatThrownBy(() -> meeting.afterCommit(one -> Stamps.add(one, 7, new byte[1]), other -> {
                    Stamps.add(other, 7, new byte[2]);
                    return other;
                }))
                .matches(Duplicates::caused);
        assertThat(Stamps.of(handle, 7).orElseThrow().bytes()).contains(new byte[1]);
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        Stamps.add(handle, 7, new byte[1]);
        handle.rollback();

        assertThat(Stamps.newest(handle)).isEmpty();
    }

    @Test
    void mayBeAsLongAsAnyTokenIsTaken() {
        Stamps.add(handle, Long.MAX_VALUE, new byte[60_000]);

        assertThat(Stamps.of(handle, Long.MAX_VALUE).orElseThrow().bytes().orElseThrow())
                .hasSize(60_000);
    }

    @Test
    void areNone_whereTheRowHoldsSomethingElse() {
        Stamps.add(handle, 7, new byte[1]);
        handle.execute("update checkpoint_stamp set token = 'no base64!'");

        assertThat(Stamps.of(handle, 7).orElseThrow().bytes()).isEmpty();
    }
}
