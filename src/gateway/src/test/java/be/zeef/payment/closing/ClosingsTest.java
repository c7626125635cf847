package be.zeef.payment.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.payment.closing.Closings.Row;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What people signed to close: of each person the last wish, until two wanted the same, which stays as evidence. */
@ContractOf("payment_closing")
class ClosingsTest {

    private static final String NOW = "2026-07-16T10:00:00Z";

    private final Handle handle;

    ClosingsTest(Handle handle) {
        this.handle = handle;
    }

    private static Row row(String person, String decision, String at) {
        String digest = "d".repeat(64);
        return new Row("a", "P1", person, decision, "as stated", digest, "c".repeat(64), new byte[] {1, 2}, at);
    }

    private static Row row(String person, String decision) {
        return row(person, decision, NOW);
    }

    private List<Row> waiting() {
        return Closings.waiting(handle, "a", "P1");
    }

    @Test
    void comeBackAsTheyWereSigned_underTheirAgreementAndWhatTheyClose() {
        Closings.put(handle, row("an", "PAID"));

        assertThat(waiting()).usingRecursiveFieldByFieldElementComparator().containsExactly(row("an", "PAID"));
        assertThat(Closings.waiting(handle, "b", "P1")).isEmpty();
        assertThat(Closings.waiting(handle, "a", "P2")).isEmpty();
        assertThat(Closings.before(handle, "a", "P1")).isZero();
    }

    @Test
    void areTheLastWishOfEachPerson() {
        Closings.put(handle, row("an", "PAID"));
        Closings.put(handle, row("an", "GIVEN_UP"));
        Closings.put(handle, row("bo", "PAID"));

        assertThat(waiting())
                .extracting(Row::person, Row::decision)
                .containsExactlyInAnyOrder(tuple("an", "GIVEN_UP"), tuple("bo", "PAID"));
    }

    /** Half past a second is after the second, however few decimals are written; people of one moment by the characters of their names. */
    @Test
    void areToldLastSignedFirst() {
        Closings.put(handle, row("an", "PAID", "2026-07-16T10:00:00Z"));
        Closings.put(handle, row("bo", "PAID", "2026-07-16T10:00:00.500Z"));
        Closings.put(handle, row("Cé", "PAID", "2026-07-16T10:00:00.500Z"));
        Closings.put(handle, row("di", "PAID", "2026-07-16T10:00:01Z"));

        assertThat(waiting()).extracting(Row::person).containsExactly("di", "Cé", "bo", "an");
    }

    @Test
    void areEvidenceOfWhatTwoWanted_onceItIsDone() {
        Closings.put(handle, row("an", "PAID"));
        Closings.put(handle, row("bo", "PAID"));
        Closings.put(handle, row("cé", "GIVEN_UP"));
        Closings.done(handle, row("an", "PAID"), NOW);

        assertThat(waiting()).as("what the third wanted counts no more").isEmpty();
        assertThat(Closings.before(handle, "a", "P1")).isEqualTo(2);
        assertThat(Closings.done(handle)).extracting(Row::person).containsExactlyInAnyOrder("an", "bo");
        assertThatThrownBy(() -> Closings.put(handle, row("an", "PAID")))
                .as("one signature does not count twice")
                .matches(Duplicates::caused);

        String other = "e".repeat(64);
        Closings.put(handle, new Row("a", "P1", "an", "PAID", "again", other, other, new byte[] {3}, NOW));
        assertThat(waiting()).as("opened again").hasSize(1);
        assertThat(Closings.before(handle, "a", "P1")).isEqualTo(2);
    }

    @Test
    void areTheSecondWish_whenTheFirstIsRolledBack(Meeting meeting) {
        Closings.put(handle, row("an", "PAID"));
        meeting.afterRollback(one -> Closings.put(one, row("an", "AGAIN")), other -> {
            Closings.put(other, row("an", "GIVEN_UP"));
            return other;
        });

        assertThat(waiting()).extracting(Row::decision).containsExactly("GIVEN_UP");
    }

    @Test
    void keepWhatIsLong() {
        byte[] signature = new byte[10_000];
        new Random(7).nextBytes(signature);
        Row row = new Row(
                Longest.of(handle, "payment_closing", "agreement"),
                Longest.of(handle, "payment_closing", "what"),
                Longest.of(handle, "payment_closing", "person"),
                ClosingDecision.CORRECTED.name(),
                Longest.of(handle, "payment_closing", "reason"),
                Longest.of(handle, "payment_closing", "digest"),
                Longest.of(handle, "payment_closing", "certificate"),
                signature,
                NOW);
        Closings.put(handle, row);

        Row read = Closings.waiting(handle, row.agreement(), row.what()).get(0);
        assertThat(read.signature()).isEqualTo(signature);
        assertThat(read).usingRecursiveComparison().ignoringFields("signature").isEqualTo(row);
    }
}
