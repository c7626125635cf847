package be.zeef.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** What officers signed: of each agreement a row of acts without two in one place, each as it was signed. */
@ContractOf("agreement_act")
class ActsTest {

    private final Handle handle;

    ActsTest(Handle handle) {
        this.handle = handle;
    }

    private static Acts.Row row(String agreement, int before) {
        String digest = "d".repeat(64);
        return new Acts.Row(
                agreement, before, "SUSPENDED", digest, "why", "an", digest, new byte[] {1, 2}, "2026-07-16T10:00:00Z");
    }

    @Test
    void comeBackAsTheyWereSigned_inTheirOrder() {
        for (int before : new int[] {10, 2, 0}) {
            Acts.put(handle, row("a", before));
        }

        assertThat(Acts.of(handle, "a"))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(row("a", 0), row("a", 2), row("a", 10));
        assertThat(Acts.of(handle, "b")).isEmpty();
    }

    @Test
    void areToldByTheCharactersOfTheirAgreement() {
        for (String agreement : new String[] {"ab", "a-c", "B"}) {
            Acts.put(handle, row(agreement, 0));
        }

        assertThat(Acts.all(handle)).extracting(Acts.Row::agreement).containsExactly("B", "a-c", "ab");
    }

    @Test
    void areOneInEachPlace_ofTwoThatAreSignedAtOnce(Meeting meeting) {
        assertThatThrownBy(() -> meeting.afterCommit(one -> Acts.put(one, row("a", 0)), other -> {
                    Acts.put(other, row("a", 0));
                    return other;
                }))
                .matches(Duplicates::caused);
        assertThat(Acts.of(handle, "a")).hasSize(1);
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        Acts.put(handle, row("a", 0));
        handle.rollback();

        assertThat(Acts.all(handle)).isEmpty();
    }

    @Test
    void keepWhatIsLong() {
        Acts.Row row = new Acts.Row(
                Longest.of(handle, "agreement_act", "agreement"),
                Integer.MAX_VALUE,
                Longest.of(handle, "agreement_act", "act"),
                Longest.of(handle, "agreement_act", "version"),
                Longest.of(handle, "agreement_act", "reason"),
                Longest.of(handle, "agreement_act", "person"),
                Longest.of(handle, "agreement_act", "certificate"),
                new byte[10_000],
                "2026-07-16T10:00:00.123456789Z");
        Acts.put(handle, row);

        Acts.Row read = Acts.of(handle, row.agreement()).get(0);
        assertThat(read.signature()).isEqualTo(row.signature());
        assertThat(read).usingRecursiveComparison().ignoringFields("signature").isEqualTo(row);
    }
}
