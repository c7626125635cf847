package be.zeef.retention;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.event.Decided;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.run.file.AskedList;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.sync.DecisionDigest;
import be.zeef.sync.DecisionEvidence;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be kept no longer goes, and nothing else; the evidence holds before and after. */
class RetentionJobTest {

    private static final String BAGS = "gent-huisvuilzakken";
    private static final String FEES = "heusden-zolder-lidgeld";
    private static final byte[] SEALED = {1, 2};

    @TempDir
    Path folder;

    private Storage storage;
    private Ledger ledger;

    private void open(TestDatabase database) {
        storage = database.open(folder);
        ledger = new Ledger(storage.jdbi(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static Agreement agreement(String id) {
        return new Agreements(Path.of("mappings")).load(id);
    }

    private Map<String, Long> on(LocalDate day, String id) {
        Clock clock = Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Map<String, Long> removed = new RetentionJob(storage.jdbi(), ledger, clock).run(agreement(id));
        assertThat(new DecisionEvidence(storage.jdbi()).breaks()).isEmpty();
        assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
        assertThat(new LedgerVerifier(storage.jdbi()).verify().holds()).isTrue();
        return removed;
    }

    private long count(String from) {
        return storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one());
    }

    /** A run that decided about one and asked about one. */
    private void run(LocalDate day, boolean unfinished) {
        storage.jdbi().useTransaction(handle -> {
            long id = handle.createUpdate(
                            "insert into sync (agreement, version, on_date, population, state, open_for, started)"
                                    + " values (:agreement, 'v', :day, 'p', 'DONE', :open, 'now')")
                    .bind("agreement", BAGS)
                    .bind("day", day)
                    .bind("open", unfinished ? BAGS : null)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "insert into decision (sync_id, subject, outcome, cause, flag_value) values (?, 's', 'ELIGIBLE', '', 'A')",
                    id);
            byte[] asked = new byte[32];
            handle.execute(
                    "insert into question (sync_id, kind, file, referte, first, last, attempt, state, asked)"
                            + " values (?, 'LIST', 'f', ?, 0, 1, 1, 'SENT', ?)",
                    id,
                    "r" + id,
                    asked);
            new Deeds(ledger, BAGS, id)
                    .intend(
                            handle,
                            new QuestionFileIntent("LIST", "f" + id, "r" + id, 1, new AskedList(asked).digest()));
            ledger.append(handle, BAGS, id, new Decided("v", 1, 0, 0, 1, DecisionDigest.of(handle, id)));
        });
    }

    /** A grant of a year with a member of its household and a better value, in a delivery that stands so. */
    private void grant(int year, String delivery) {
        storage.jdbi().useTransaction(handle -> {
            String name = "D" + year;
            handle.execute(
                    "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent)"
                            + " values (?, ?, ?, 1, 1, 1, ?, '', 'now')",
                    name,
                    BAGS,
                    year,
                    delivery);
            handle.execute(
                    "insert into delivery_part (delivery, file, part, content) values (?, 'f', 0, ?)", name, SEALED);
            handle.execute(
                    "insert into grants (agreement, grant_year, subject, vault, line, delivery, result, code, from_day,"
                            + " until_day, flag_value, standing) values (?, ?, 's', ?, ?, ?, 'ACCEPTED', '', ?, ?, 'A', 'IN_DELIVERY')",
                    BAGS,
                    year,
                    SEALED,
                    "l" + year,
                    name,
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year, 12, 31));
            handle.execute(
                    "insert into grant_improvement (agreement, grant_year, subject, flag_value, line) values (?, ?, 's', 'B', ?)",
                    BAGS,
                    year,
                    "b" + year);
            handle.execute(
                    "insert into grant_member (agreement, grant_year, member, subject) values (?, ?, 'm', 's')",
                    BAGS,
                    year);
        });
    }

    @ParameterizedTest
    @EnumSource
    void decisionsAndListsGo_twoYearsAfterTheirRun(TestDatabase database) {
        open(database);
        run(LocalDate.of(2026, 7, 16), false);
        run(LocalDate.of(2026, 7, 17), false);

        assertThat(on(LocalDate.of(2028, 7, 16), BAGS))
                .containsEntry("decisions", 0L)
                .containsEntry("lists", 0L);
        assertThat(on(LocalDate.of(2028, 7, 17), BAGS))
                .containsEntry("decisions", 1L)
                .containsEntry("lists", 1L);
        assertThat(count("decision")).isEqualTo(1);
        assertThat(count("question where asked is not null")).isEqualTo(1);
        assertThat(on(LocalDate.of(2028, 7, 17), BAGS)).containsEntry("decisions", 0L);
        assertThat(count("ledger_entry where kind = 'REMOVED'")).isEqualTo(1);

        storage.jdbi().useTransaction(handle -> handle.execute("delete from decision"));
        assertThat(new DecisionEvidence(storage.jdbi()).breaks())
                .as("removed by nobody")
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAnUnfinishedRunGoes(TestDatabase database) {
        open(database);
        run(LocalDate.of(2026, 7, 16), true);
        grant(2024, "CONFIRMED");
        on(LocalDate.of(2040, 1, 1), BAGS);
        assertThat(count("decision")).isEqualTo(1);
        assertThat(count("grants")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void grantsGo_withWhatBelongsToThem_twoYearsAfterTheirEnd(TestDatabase database) {
        open(database);
        grant(2024, "CONFIRMED");
        grant(2025, "CONFIRMED");

        assertThat(on(LocalDate.of(2026, 12, 31), BAGS))
                .containsEntry("grants", 0L)
                .containsEntry("deliveries", 0L);
        assertThat(on(LocalDate.of(2027, 1, 1), BAGS))
                .containsEntry("grants", 1L)
                .containsEntry("members", 1L)
                .containsEntry("deliveries", 1L);
        for (String table : List.of("grants", "grant_improvement", "grant_member")) {
            assertThat(count(table + " where grant_year = 2024")).as(table).isZero();
            assertThat(count(table + " where grant_year = 2025")).as(table).isEqualTo(1);
        }
        assertThat(count("delivery_part where delivery = 'D2024'")).isZero();
        assertThat(count("delivery_part where delivery = 'D2025'")).isEqualTo(1);
        assertThat(count("delivery")).as("that there was one stays").isEqualTo(2);
    }

    /** Its receipt could not be matched without it. */
    @ParameterizedTest
    @EnumSource
    void aGrantWhoseDeliveryIsNotAnsweredStays(TestDatabase database) {
        open(database);
        grant(2024, "SENT");
        on(LocalDate.of(2030, 1, 1), BAGS);
        assertThat(count("grants")).isEqualTo(1);
        assertThat(count("grant_member")).isEqualTo(1);
        assertThat(count("delivery_part")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void claimsGo_twoYearsAfterTheirYear(TestDatabase database) {
        open(database);
        storage.jdbi().useTransaction(handle -> {
            claim(handle, 2025);
            claim(handle, 2026);
        });
        // the working year 2025 ends on 31 August 2026
        assertThat(on(LocalDate.of(2028, 8, 31), FEES)).containsEntry("claims", 0L);
        assertThat(on(LocalDate.of(2028, 9, 1), FEES)).containsEntry("claims", 1L);
        assertThat(count("claim where claim_year = 2026")).isEqualTo(1);
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
