package be.zeef.payment.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.release.PaymentSignatures.Act;
import be.zeef.payment.release.PaymentSignatures.Row;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Signatures over payment files: nobody signs the same of a file twice, and each comes back as it was signed. */
@ContractOf("payment_release")
class PaymentSignaturesTest {

    private final Handle handle;

    PaymentSignaturesTest(Handle handle) {
        this.handle = handle;
    }

    private static Row row(String person, String at) {
        return new Row("F1", Act.RELEASED, person, "c".repeat(64), new byte[] {1, 2}, at);
    }

    private static Row row(String person) {
        return row(person, "2026-07-16T10:00:00Z");
    }

    @Test
    void areGivenBack_theFirstSignedFirst_andThenByTheCharactersOfNames() {
        for (Row each : new Row[] {
            row("an", "2026-07-16T10:00:01Z"), row("bo", "2026-07-16T10:00:00.500Z"), row("cé"), row("Di")
        }) {
            PaymentSignatures.insert(handle, each);
        }

        assertThat(PaymentSignatures.of(handle, "F1", Act.RELEASED))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(
                        row("Di"), row("cé"), row("bo", "2026-07-16T10:00:00.500Z"), row("an", "2026-07-16T10:00:01Z"));
    }

    @Test
    void areOfOneFileAndOneAct() {
        PaymentSignatures.insert(handle, row("an"));
        assertThat(PaymentSignatures.of(handle, "F1", Act.COMPOSED)).isEmpty();
        assertThat(PaymentSignatures.of(handle, "F2", Act.RELEASED)).isEmpty();

        PaymentSignatures.delete(handle, new Row("F1", Act.COMPOSED, "an", "", new byte[0], ""));
        PaymentSignatures.delete(handle, row("bo"));
        assertThat(PaymentSignatures.of(handle, "F1", Act.RELEASED)).hasSize(1);
        PaymentSignatures.delete(handle, row("an"));
        assertThat(PaymentSignatures.of(handle, "F1", Act.RELEASED)).isEmpty();
    }

    @Test
    void areOneOfEachPerson() {
        PaymentSignatures.insert(handle, row("an"));

        assertThatThrownBy(() -> PaymentSignatures.insert(handle, row("an", "2026-07-17T10:00:00Z")))
                .matches(Duplicates::caused);
    }

    @Test
    void areOneOfEachPerson_whoSignsTwiceAtOnce(Meeting meeting) {
        assertThatThrownBy(() -> meeting.afterCommit(one -> PaymentSignatures.insert(one, row("an")), other -> {
                    PaymentSignatures.insert(other, row("an"));
                    return other;
                }))
                .matches(Duplicates::caused);
        assertThat(PaymentSignatures.of(handle, "F1", Act.RELEASED)).hasSize(1);
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        PaymentSignatures.insert(handle, row("an"));
        handle.rollback();

        assertThat(PaymentSignatures.of(handle, "F1", Act.RELEASED)).isEmpty();
    }

    @Test
    void keepWhatIsLong() {
        Row row = new Row(
                Longest.of(handle, "payment_release", "file"),
                Act.COMPOSED,
                Longest.of(handle, "payment_release", "person"),
                Longest.of(handle, "payment_release", "certificate"),
                new byte[10_000],
                "2026-07-16T10:00:00.123456789Z");
        PaymentSignatures.insert(handle, row);

        Row read = PaymentSignatures.of(handle, row.file(), Act.COMPOSED).get(0);
        assertThat(read.signature()).isEqualTo(row.signature());
        assertThat(read).usingRecursiveComparison().ignoringFields("signature").isEqualTo(row);
    }
}
