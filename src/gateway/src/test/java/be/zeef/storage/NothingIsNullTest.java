package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was an empty text for nothing is null after, wherever the change was cut off, and what was something stays. */
class NothingIsNullTest {

    private static final List<String> BEFORE = List.of(
            "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent) values"
                    + " ('D1', 'a', 2026, 1, 1, 1, 'PACKED', '', ''), ('D2', 'a', 2026, 2, 1, 1, 'SENT', '', 'then')",
            "insert into payment_file (name, agreement, for_month, sequence, format, execution, payments, cents, digest,"
                    + " state, composed, handed) values"
                    + " ('F1', 'a', '2026-06', 1, 'f', date '2026-07-01', 1, 1, 'd', 'COMPOSED', 'then', ''),"
                    + " ('F2', 'a', '2026-06', 2, 'f', date '2026-07-01', 1, 1, 'd', 'HANDED', 'then', 'later')",
            "insert into payment (id, agreement, child, share, attempt, cents, payee, account, state, reason, file) values"
                    + " ('P1', 'a', 'c', 1, 1, 1, 'p', 'k', 'OPEN', '', ''),"
                    + " ('P2', 'a', 'c', 2, 1, 1, 'p', 'k', 'IN_FILE', '', 'F2')",
            "insert into payment_case (payment, agreement, heard, said, kind, since) values"
                    + " ('P1', 'a', 'A', 'ACSP', '', ''), ('P2', 'a', 'R', 'RJCT', 'ACCOUNT', 'then')",
            "insert into payment_closing (agreement, what, person, decision, reason, digest, certificate, signature,"
                    + " signed, done) values"
                    + " ('a', 'P1', 'an', 'PAID', 'r', 'd', 'k', x'00', 'then', ''),"
                    + " ('a', 'P2', 'an', 'PAID', 'r', 'd', 'k', x'00', 'then', 'later')");

    @Test
    void ofWhatIsNotKnown() throws IOException, SQLException {
        new DyingMigration("V46__nothing_is_null.sql", "45", BEFORE).afterEach((done, texts) -> {
            assertThat(texts.of("select coalesce(sent, 'null') from delivery order by name"))
                    .as("after %d statements", done)
                    .containsExactly("null", "then");
            assertThat(texts.of("select coalesce(handed, 'null') from payment_file order by name"))
                    .containsExactly("null", "later");
            assertThat(texts.of("select coalesce(file, 'null') from payment order by id"))
                    .containsExactly("null", "F2");
            assertThat(texts.of("select coalesce(kind, 'null') || ' ' || coalesce(since, 'null') from payment_case"
                            + " order by payment"))
                    .containsExactly("null null", "ACCOUNT then");
            assertThat(texts.of("select coalesce(done, 'null') from payment_closing order by what"))
                    .containsExactly("null", "later");
        });
    }
}
