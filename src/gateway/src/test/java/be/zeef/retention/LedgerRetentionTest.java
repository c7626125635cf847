package be.zeef.retention;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.ledger.Ledger;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger says of people goes after ten years, and it holds as before: its tree is what was sealed. */
class LedgerRetentionTest extends AgeingLedger {

    @ParameterizedTest
    @EnumSource
    void goesTenYearsAfter_andTheLedgerHolds(TestDatabase database) {
        open(database);
        grantedByHand(BAGS);
        grantedByHand("gent-uitpas");
        grant();
        clock.day = FIRST.plusDays(1);
        grantedByHand(BAGS);
        seal();

        assertThat(on(OVER.minusDays(1))).containsEntry("entries", 0L).containsEntry("grants", 1L);
        assertThat(count("ledger_entry where body like '%" + SUBJECT + "%'")).isEqualTo(3);

        assertThat(on(OVER)).as("the grant's row and the first of the two").containsEntry("entries", 2L);
        assertThat(told()).isEqualTo(2);
        assertThat(on(OVER.plusDays(1))).containsEntry("entries", 1L);
        assertThat(told()).as("another agreement's stays").isEqualTo(1);
        assertThat(on(OVER.plusDays(1))).containsEntry("entries", 0L);
        assertThat(count("ledger_entry"))
                .as("each has its place")
                .isEqualTo(storage.jdbi().withHandle(Ledger::length));
    }

    @ParameterizedTest
    @EnumSource
    void linesAboutRowsGo_onceTheRowsAreGone(TestDatabase database) {
        open(database);
        grant();
        storage.jdbi().useTransaction(handle -> handle.execute("update grants set code = 'C'"));
        seal();
        assertThat(count("vouched_row where row_key like '%" + SUBJECT + "%'")).isEqualTo(2);

        on(LocalDate.of(2029, 1, 1));
        assertThat(count("vouched_row where row_key like '%" + SUBJECT + "%'"))
                .as("with the one that it was taken away")
                .isEqualTo(3);
        on(LocalDate.of(2036, 7, 17));
        assertThat(count("vouched_row where row_key like '%" + SUBJECT + "%'"))
                .as("which is not so old")
                .isEqualTo(1);
        on(LocalDate.of(2039, 1, 2));
        assertThat(count("vouched_row where row_key like '%" + SUBJECT + "%'")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsKeepsWhatVouchesForIt(TestDatabase database) {
        open(database);
        storage.jdbi()
                .useTransaction(handle -> handle.execute(
                        "insert into inscription (agreement, subject, vault, since, needed) values (?, ?, ?, ?, ?)",
                        BAGS,
                        SUBJECT,
                        new byte[] {1},
                        FIRST,
                        FIRST));
        seal();
        assertThat(on(LocalDate.of(2099, 1, 1))).containsEntry("entries", 0L);

        storage.jdbi().useTransaction(handle -> handle.execute("update inscription set vault = ?", new byte[] {2}));
        seal();
        assertThat(on(LocalDate.of(2099, 1, 2))).as("the one before it").containsEntry("entries", 1L);
        assertThat(count("vouched_row")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSealedStays(TestDatabase database) {
        open(database);
        grantedByHand(BAGS);
        clock.day = OVER;
        assertThat(new RetentionJob(storage.jdbi(), ledger, clock).run(new Agreements(Path.of("mappings")).load(BAGS)))
                .containsEntry("entries", 0L);
        seal();
        assertThat(on(OVER)).containsEntry("entries", 1L);
    }
}
