package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts of {@code secret_mark} and {@code trust_mark}. */
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

    private static SecretKeySpec key(int seed) {
        return new SecretKeySpec(new byte[] {(byte) seed}, "AES");
    }
}
