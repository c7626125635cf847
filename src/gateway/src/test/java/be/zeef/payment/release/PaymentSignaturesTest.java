package be.zeef.payment.release;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@code payment_release}. */
class PaymentSignaturesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void areGivenBack_theFirstSignedFirst(TestDatabase database) {
        PaymentSignatures.Row late = row("an", "2026-07-16T10:00:01Z");
        PaymentSignatures.Row early = row("bo", "2026-07-16T10:00:00Z");
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                PaymentSignatures.insert(handle, late);
                PaymentSignatures.insert(handle, early);
                assertThat(PaymentSignatures.of(handle, "F1", PaymentSignatures.Act.RELEASED))
                        .usingRecursiveFieldByFieldElementComparator()
                        .containsExactly(early, late);
                assertThat(PaymentSignatures.of(handle, "F1", PaymentSignatures.Act.COMPOSED))
                        .isEmpty();
                PaymentSignatures.delete(handle, early);
                assertThat(PaymentSignatures.of(handle, "F1", PaymentSignatures.Act.RELEASED))
                        .hasSize(1);
            });
        }
    }

    private static PaymentSignatures.Row row(String person, String at) {
        return new PaymentSignatures.Row(
                "F1", PaymentSignatures.Act.RELEASED, person, "c".repeat(64), new byte[] {1, 2}, at);
    }
}
