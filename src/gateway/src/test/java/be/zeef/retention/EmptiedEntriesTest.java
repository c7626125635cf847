package be.zeef.retention;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.LedgerVerifier.Break;
import be.zeef.ledger.LedgerVerifier.Reason;
import be.zeef.security.Sha256;
import be.zeef.storage.TestDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever is done to the place of an entry whose content went, or to take content away, is found. */
class EmptiedEntriesTest extends AgeingLedger {

    /** What is found when an entry was changed so, which is then put back. */
    private Optional<Break> after(String change, long entry) {
        Map<String, Object> before = storage.jdbi()
                .withHandle(handle -> handle.createQuery("select * from ledger_entry where id = ?")
                        .bind(0, entry)
                        .mapToMap()
                        .one());
        execute("update ledger_entry set " + change + " where id = " + entry);
        Optional<Break> found = verifier().verify().broken();
        storage.jdbi().useHandle(handle -> handle.createUpdate(
                        "update ledger_entry set at = :at, kind = :kind, agreement = :agreement,"
                                + " sync_id = :sync_id, body = :body, hash = :hash where id = " + entry)
                .bindMap(before)
                .execute());
        holds();
        return found;
    }

    private void execute(String sql) {
        storage.jdbi().useHandle(handle -> assertThat(handle.execute(sql)).isEqualTo(1));
    }

    private String of(long entry, String column) {
        return storage.jdbi()
                .withHandle(handle -> handle.createQuery("select " + column + " from ledger_entry where id = " + entry)
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void whateverIsChangedOfAnEmptyPlaceIsFound() {
        open(TestDatabase.H2);
        grantedByHand(BAGS);
        grantedByHand(BAGS);
        grantedByHand(BAGS);
        seal();
        on(OVER);

        String other = "'" + "0".repeat(64) + "'";
        Optional<Break> taken = Optional.of(new Break(1, 1, Reason.TAKEN_AWAY));
        assertThat(after("hash = " + other, 1))
                .as("the chain goes on from another")
                .isEqualTo(taken);
        assertThat(after("hash = " + other, 2)).isEqualTo(taken);
        assertThat(after("hash = " + other, 3)).isEqualTo(Optional.of(new Break(4, 4, Reason.ALTERED)));
        assertThat(after("sync_id = 9", 1)).isPresent();
        assertThat(after("body = 'no hash'", 2)).isEqualTo(Optional.of(new Break(2, 2, Reason.ALTERED)));
        assertThat(after("body = '" + of(1, "body") + "'", 2))
                .isEqualTo(Optional.of(new Break(1, 3, Reason.REWRITTEN)));
        assertThat(after("kind = 'SYNC_ENDED'", 3)).isPresent();
        assertThat(after("at = '2026-07-16T12:00:00Z'", 3))
                .as("nobody may date it")
                .isPresent();
        assertThat(after("agreement = 'gent-uitpas'", 3)).isPresent();
    }

    @Test
    void whoTakesContentAwayThatNobodyRecordedIsFound() {
        open(TestDatabase.H2);
        grantedByHand(BAGS);
        grantedByHand(BAGS);
        seal();
        String leaf = "body = '" + Base64.getEncoder().encodeToString(new byte[32]) + "'";

        assertThat(after("at = '', agreement = '', kind = 'EMPTIED', sync_id = 9, " + leaf, 2))
                .as("with another leaf than was sealed")
                .isEqualTo(Optional.of(new Break(1, 2, Reason.REWRITTEN)));
        on(OVER);
        grantedByHand("gent-uitpas");
        seal();
        assertThat(after("at = '', agreement = '', kind = 'EMPTIED', sync_id = 3, body = '" + leafOf(4) + "'", 4))
                .as("with its own, named by nobody")
                .isEqualTo(Optional.of(new Break(4, 4, Reason.TAKEN_AWAY)));
    }

    /** RFC 6962: SHA-256 of a zero byte and the entry's bytes, which are each field after its length (ADR 0030). */
    private String leafOf(long entry) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 0);
        for (String column : List.of("id", "at", "kind", "agreement", "sync_id", "body")) {
            byte[] field = of(entry, column).getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(field.length).array());
            digest.update(field);
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }
}
