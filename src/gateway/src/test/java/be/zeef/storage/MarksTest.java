package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What this database has seen stays the newest, whoever else looks at the same moment. */
@ContractOf({"secret_mark", "trust_mark", "approval_mark"})
class MarksTest {

    private static final String SIGNER = "a".repeat(64);
    private static final Instant MARCH = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-01T10:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T10:00:00Z");

    private final Storage storage;
    private final Handle handle;

    MarksTest(Storage storage, Handle handle) {
        this.storage = storage;
        this.handle = handle;
    }

    private static SecretKeySpec key(int seed) {
        return new SecretKeySpec(new byte[] {(byte) seed}, "AES");
    }

    @Test
    void knowASecretAgain_andRefuseAnotherOfItsName() {
        SecretMarks.require(storage, "vault", key(1));
        SecretMarks.require(storage, "vault", key(1));
        SecretMarks.require(storage, "pseudonym", key(2));

        assertThatThrownBy(() -> SecretMarks.require(storage, "vault", key(2))).isInstanceOf(StorageException.class);
        assertThat(SecretMarks.count(handle)).isEqualTo(2);
    }

    @Test
    void keepAMarkOfASecret_howeverLongItsNameIs() {
        String name = Longest.of(handle, "secret_mark", "name");
        SecretMarks.require(storage, name, key(1));
        SecretMarks.require(storage, name, key(1));

        assertThatThrownBy(() -> SecretMarks.require(storage, name, key(2))).isInstanceOf(StorageException.class);
    }

    @Test
    void knowASecret_thatNodesMeetAtOnce() {
        Meeting.atOnce(8, node -> {
            SecretMarks.require(storage, "vault", key(1));
            return node;
        });

        assertThat(SecretMarks.count(handle)).isOne();
    }

    @Test
    void keepTheNewestFileOfEachSigner() {
        assertThat(TrustMarks.newer(storage, SIGNER, 2)).isEmpty();
        assertThat(TrustMarks.newer(storage, SIGNER, 3)).isEmpty();
        assertThat(TrustMarks.newer(storage, SIGNER, 2)).contains(3);
        assertThat(TrustMarks.newer(storage, SIGNER, 3)).isEmpty();
        assertThat(TrustMarks.newer(storage, "b".repeat(64), 1)).isEmpty();
        assertThat(TrustMarks.newer(storage, SIGNER, Integer.MAX_VALUE)).isEmpty();
        assertThat(TrustMarks.newer(storage, SIGNER, 4)).contains(Integer.MAX_VALUE);
    }

    @Test
    void keepTheNewestFile_thatAnotherNodeIsStoring(Meeting meeting) {
        TrustMarks.newer(storage, SIGNER, 1);

        Optional<Integer> newer = meeting.afterCommit(
                one -> one.execute("update trust_mark set serial = 3"), handle -> TrustMarks.newer(storage, SIGNER, 2));

        assertThat(newer).contains(3);
    }

    @Test
    void keepTheNewestFile_ofThoseThatNodesMeetAtOnce() {
        Meeting.atOnce(8, node -> TrustMarks.newer(storage, SIGNER, node));

        assertThat(TrustMarks.newer(storage, SIGNER, 1)).contains(8);
    }

    @Test
    void keepTheNewestApprovedVersionOfEachAgreement() {
        assertThat(ApprovalMarks.newer(storage, "a", "v1", MARCH)).isEmpty();
        assertThat(ApprovalMarks.newer(storage, "a", "v1", MARCH)).isEmpty();
        assertThat(ApprovalMarks.newer(storage, "a", "v2", JUNE)).isEmpty();
        assertThat(ApprovalMarks.newer(storage, "a", "v1", MARCH)).contains(JUNE);
        assertThat(ApprovalMarks.newer(storage, "a", "v2", JUNE)).isEmpty();
        assertThat(ApprovalMarks.newer(storage, "a", "v1", JULY))
                .as("approved anew")
                .isEmpty();
        assertThat(ApprovalMarks.newer(storage, "a", "v2", JUNE)).contains(JULY);
        assertThat(ApprovalMarks.newer(storage, "b", "v1", MARCH)).isEmpty();
    }

    @Test
    void keepTheNewestVersion_thatAnotherNodeIsStoring(Meeting meeting) {
        ApprovalMarks.newer(storage, "a", "v1", MARCH);

        Optional<Instant> newer = meeting.afterCommit(
                one -> one.execute("update approval_mark set version = 'v3', at = ?", JULY),
                handle -> ApprovalMarks.newer(storage, "a", "v2", JUNE));

        assertThat(newer).contains(JULY);
        assertThat(ApprovalMarks.newer(storage, "a", "v1", MARCH))
                .as("the older did not take its place")
                .contains(JULY);
    }

    @Test
    void keepTheNewestVersion_ofThoseThatNodesMeetAtOnce() {
        Meeting.atOnce(8, node -> ApprovalMarks.newer(storage, "a", "v" + node, MARCH.plusSeconds(node)));

        assertThat(ApprovalMarks.newer(storage, "a", "v0", MARCH)).contains(MARCH.plusSeconds(8));
    }

    @Test
    void keepAnApproval_toTheNanosecond_andWhateverItIsCalled() {
        String agreement = Longest.of(handle, "approval_mark", "agreement");
        String version = Longest.of(handle, "approval_mark", "version");
        Instant last = MARCH.plusNanos(1);
        ApprovalMarks.newer(storage, agreement, "v", MARCH);
        ApprovalMarks.newer(storage, agreement, version, last);

        assertThat(ApprovalMarks.newer(storage, agreement, "v", MARCH)).contains(last);
    }
}
