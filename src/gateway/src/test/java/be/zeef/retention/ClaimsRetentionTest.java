package be.zeef.retention;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Claims and what was paid of them go each in their time, and neither is missing while the other needs it. */
class ClaimsRetentionTest {

    private static final String FEES = "heusden-zolder-lidgeld";
    /** Entries of the ledger are of the machine's day here. */
    private static final LocalDate LONG_AFTER = LocalDate.of(2099, 1, 1);

    @TempDir
    Path folder;

    private Storage storage;

    private void open(TestDatabase database) {
        storage = database.open(folder);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Map<String, Long> on(LocalDate day, String id) {
        Clock clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Map<String, Long> removed = new RetentionJob(storage.jdbi(), new Ledger(storage.jdbi(), clock), clock)
                .run(new Agreements(Path.of("mappings")).load(id));
        assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
        return removed;
    }

    private long count(String from) {
        return storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    /** Which association is to have it stands in the claim. */
    @ParameterizedTest
    @EnumSource
    void aClaimStays_whileItsTransferMayHaveToBeMadeAgain(TestDatabase database) {
        open(database);
        storage.jdbi().useTransaction(handle -> {
            claim(handle, 2025);
            claim(handle, 2026);
            file(handle, FEES, "F1", "SETTLED");
            payment(handle, FEES, "i2025", "F1", "REJECTED");
            handle.execute(
                    "insert into payment_case (payment, agreement, heard, said, kind, since)"
                            + " values ('Pi2025', ?, 'R', 'RJCT AC04', 'ACCOUNT', '2026-07-16T10:00:00Z')",
                    FEES);
        });
        assertThat(on(LONG_AFTER, FEES)).containsEntry("claims", 1L).containsEntry("payments", 0L);
        assertThat(count("claim where claim_year = 2025")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void paymentsGo_butOfAClaimThatStands(TestDatabase database) {
        open(database);
        storage.jdbi().useTransaction(handle -> {
            claim(handle, 2098);
            file(handle, FEES, "F1", "SETTLED");
            file(handle, FEES, "F2", "SETTLED");
            payment(handle, FEES, "i2098", "F1", "ACCEPTED");
            payment(handle, FEES, "i2000", "F2", "ACCEPTED");
        });
        assertThat(on(LONG_AFTER, FEES)).containsEntry("payments", 1L).containsEntry("files", 1L);
        assertThat(count("payment where child = 'i2098'")).isEqualTo(1);
        assertThat(count("payment_file where name = 'F1'")).isEqualTo(1);
    }

    private static void file(Handle handle, String agreement, String name, String state) {
        handle.execute(
                "insert into payment_file (name, agreement, for_month, sequence, format, execution, payments, cents, digest, state,"
                        + " composed) values (?, ?, '2026-06', ?, 'f', ?, 1, 1, 'd', ?, '2026-07-01T06:00:00Z')",
                name,
                agreement,
                Integer.parseInt(name.substring(1)),
                LocalDate.of(2026, 7, 3),
                state);
    }

    private static void payment(Handle handle, String agreement, String child, String file, String state) {
        handle.execute(
                "insert into payment (id, agreement, child, share, attempt, cents, payee, account, state, reason, file)"
                        + " values (?, ?, ?, 1, 1, 1, 'p', 'a', ?, '', ?)",
                "P" + child,
                agreement,
                child,
                state,
                file);
    }

    private static void claim(Handle handle, int year) {
        handle.execute(
                "insert into claim (agreement, reference, id, claim_year, subject, association, asked, granted, remaining,"
                        + " state, clerk, on_day, entered) values (?, ?, ?, ?, 's', 'club', 1, 1, 1, 'GRANTED', 'an', ?, 'now')",
                FEES,
                "r" + year,
                "i" + year,
                year,
                LocalDate.of(year, 10, 1));
    }
}
