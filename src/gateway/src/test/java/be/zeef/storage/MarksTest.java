package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts of {@code secret_mark}, {@code trust_mark} and {@code approval_mark}. */
class MarksTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void knowASecretAgain_andRefuseAnotherOfItsName(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            SecretMarks.require(storage, "vault", key(1));
            SecretMarks.require(storage, "vault", key(1));
            SecretMarks.require(storage, "pseudonym", key(2));

            assertThatThrownBy(() -> SecretMarks.require(storage, "vault", key(2)))
                    .isInstanceOf(StorageException.class);
            assertThat(storage.jdbi().<Long, RuntimeException>withHandle(SecretMarks::count))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepTheNewestFileOfEachSigner(TestDatabase database) {
        String signer = "a".repeat(64);
        try (Storage storage = database.open(folder)) {
            assertThat(TrustMarks.newer(storage, signer, 2)).isEmpty();
            assertThat(TrustMarks.newer(storage, signer, 3)).isEmpty();
            assertThat(TrustMarks.newer(storage, signer, 2)).contains(3);
            assertThat(TrustMarks.newer(storage, signer, 3)).isEmpty();
            assertThat(TrustMarks.newer(storage, "b".repeat(64), 1)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepTheNewestApprovedVersionOfEachAgreement(TestDatabase database) {
        Instant march = Instant.parse("2026-03-01T10:00:00Z");
        Instant june = Instant.parse("2026-06-01T10:00:00Z");
        Instant july = Instant.parse("2026-07-01T10:00:00Z");
        try (Storage storage = database.open(folder)) {
            assertThat(ApprovalMarks.newer(storage, "a", "v1", march)).isEmpty();
            assertThat(ApprovalMarks.newer(storage, "a", "v1", march)).isEmpty();
            assertThat(ApprovalMarks.newer(storage, "a", "v2", june)).isEmpty();
            assertThat(ApprovalMarks.newer(storage, "a", "v1", march)).contains(june);
            assertThat(ApprovalMarks.newer(storage, "a", "v2", june)).isEmpty();
            assertThat(ApprovalMarks.newer(storage, "a", "v1", july))
                    .as("approved anew")
                    .isEmpty();
            assertThat(ApprovalMarks.newer(storage, "a", "v2", june)).contains(july);
            assertThat(ApprovalMarks.newer(storage, "b", "v1", march)).isEmpty();
        }
    }

    private static SecretKeySpec key(int seed) {
        return new SecretKeySpec(new byte[] {(byte) seed}, "AES");
    }
}
