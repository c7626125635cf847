package be.zeef.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.Ledger;
import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a transaction writes is vouched for, whatever statement wrote it; on each database. */
class VouchedRowsTest {

    @TempDir
    Path folder;

    private VouchedTown town(TestDatabase kind) {
        Settings.Database database = kind.at(folder);
        return new VouchedTown(database, Storage.open(database, Clock.systemUTC()));
    }

    @ParameterizedTest
    @EnumSource
    void vouchesForWhatIsWritten(TestDatabase kind) {
        try (VouchedTown town = town(kind)) {
            town.fill(3);
            assertThat(town.recorded()).isEqualTo(VouchedTown.each(3));
            assertThat(town.breaks()).isEmpty();

            town.jdbi().useTransaction(handle -> {
                assertThat(handle.createUpdate("update grants g set (result, code) = (select w.line, :code"
                                        + " from grant_improvement w where w.subject = g.subject), standing = 'CALLED'"
                                        + " where g.subject in ('1', '2')")
                                .bind("code", "X")
                                .execute())
                        .isEqualTo(2);
                assertThat(handle.execute("delete from premium where agreement = ? and child = ?", "births", "3"))
                        .isEqualTo(1);
                handle.createUpdate("delete from grant_improvement where agreement = :agreement and subject in"
                                + " (select subject from grants where code = :code)")
                        .bind("code", "X")
                        .bind("agreement", "gent-bags")
                        .execute();
            });
            assertThat(town.breaks()).isEmpty();
            assertThat(town.recorded())
                    .containsEntry("grants", 5)
                    .containsEntry("premium", 4)
                    .containsEntry("grant_improvement", 5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void vouchesForBatches(TestDatabase kind) {
        try (VouchedTown town = town(kind)) {
            town.fill(4);
            town.jdbi().useTransaction(handle -> {
                try (PreparedBatch drops = handle.prepareBatch(
                                "delete from inscription where agreement = :agreement and subject = :subject");
                        PreparedBatch states =
                                handle.prepareBatch("update payment set state = :state where child = :child")) {
                    for (String child : List.of("1", "3", "nobody")) {
                        drops.bind("agreement", "gent-bags")
                                .bind("subject", child)
                                .add();
                        states.bind("state", "PAID").bind("child", child).add();
                    }
                    assertThat(drops.execute()).containsExactly(1, 1, 0);
                    assertThat(states.execute()).containsExactly(1, 1, 0);
                    drops.bind("agreement", "gent-bags").bind("subject", "4").add();
                    assertThat(drops.execute()).containsExactly(1);
                }
            });
            assertThat(town.breaks()).isEmpty();
            assertThat(town.recorded()).containsEntry("inscription", 7).containsEntry("payment", 6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void vouchesForNothingThatIsRolledBack(TestDatabase kind) {
        try (VouchedTown town = town(kind)) {
            town.jdbi().useHandle(handle -> {
                assertThatThrownBy(() -> handle.useTransaction(inside -> {
                            town.fill(inside, 2);
                            throw new IllegalArgumentException();
                        }))
                        .isInstanceOf(IllegalArgumentException.class);
                handle.begin();
                town.fill(handle, 2);
                handle.rollback();
                handle.begin();
                handle.execute("update delivery set state = 'CONFIRMED'");
                handle.commit();
            });
            assertThat(town.recorded()).isEmpty();
            assertThat(town.jdbi().withHandle(Ledger::length)).isZero();
            assertThat(town.breaks()).isEmpty();
        }
    }

    /** More than one entry holds. */
    @ParameterizedTest
    @EnumSource
    void vouchesForMany(TestDatabase kind) {
        int many = 12_345;
        try (VouchedTown town = town(kind)) {
            town.jdbi().useTransaction(handle -> {
                try (PreparedBatch batch = handle.prepareBatch(
                        "insert into premium (agreement, child, allowance, cents, shares) values (:agreement, :child, :child, 1, 1)")) {
                    for (int i = 0; i < many; i++) {
                        batch.bind("agreement", "a" + i % 2).bind("child", i).add();
                    }
                    batch.execute();
                }
            });
            assertThat(town.recorded()).containsEntry("premium", many);
            assertThat(town.breaks()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesOutWhatSaysNothingOfWhoGetsWhat(TestDatabase kind) {
        try (VouchedTown town = town(kind)) {
            town.fill(2);
            long before = town.jdbi().withHandle(Ledger::length);
            town.jdbi().useHandle(handle -> assertThat(
                            handle.createUpdate("update inscription set needed = :today where agreement = :agreement")
                                    .bind("today", LocalDate.of(2026, 7, 16))
                                    .bind("agreement", "nobody's")
                                    .execute())
                    .isZero());
            town.jdbi()
                    .useTransaction(handle -> handle.execute("update delivery set state = 'SENT' where name = 'none'"));
            assertThat(town.jdbi().withHandle(Ledger::length)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesToWriteOutsideATransaction(TestDatabase kind) {
        try (VouchedTown town = town(kind)) {
            town.fill(1);
            for (String write : List.of("update payment set state = 'PAID'", "delete from payment")) {
                assertThatThrownBy(() -> town.jdbi().useHandle(handle -> handle.execute(write)))
                        .hasMessageContaining("rows of payment are written within a transaction");
            }
            assertThat(town.breaks()).isEmpty();
        }
    }

    /** Rows of a release before this one are vouched for as they are found, once. */
    @ParameterizedTest
    @EnumSource
    void takesUpWhatWasWrittenBefore_once(TestDatabase kind) {
        Settings.Database database = kind.at(folder);
        try (VouchedTown town = new VouchedTown(database, Storage.open(database, Clock.systemUTC()))) {
            town.tampering().useTransaction(handle -> town.fill(handle, 2));
            assertThat(town.breaks()).contains("the payment P1 was never recorded");
        }
        try (VouchedTown town = new VouchedTown(database, Storage.open(database, Clock.systemUTC()))) {
            assertThat(town.breaks()).isEmpty();
            assertThat(town.recorded()).isEqualTo(VouchedTown.each(2));
            town.tampering().useTransaction(handle -> {
                handle.execute("delete from vouched_row");
                handle.execute("update payment set cents = 1");
            });
        }
        try (VouchedTown town = new VouchedTown(database, Storage.open(database, Clock.systemUTC()))) {
            assertThat(town.recorded()).isEmpty();
            assertThat(town.breaks()).contains("the payment P1 was never recorded");
        }
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryColumn(TestDatabase kind) {
        try (VouchedTown town = town(kind)) {
            for (VouchedTable table : VouchedTable.values()) {
                Set<String> known = new TreeSet<>(table.columns());
                known.addAll(table.left());
                assertThat(columns(town.tampering(), table)).as(table.table()).isEqualTo(known);
            }
        }
    }

    private static Set<String> columns(Jdbi jdbi, VouchedTable table) {
        return jdbi.withHandle(handle -> new TreeSet<>(handle.createQuery(
                        "select lower(column_name) from information_schema.columns where lower(table_name) = :table")
                .bind("table", table.table())
                .mapTo(String.class)
                .list()));
    }
}
