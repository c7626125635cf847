package be.zeef.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever may alter tables takes away what keeps their keys apart: then a row that stands twice is found, and hides none that is missing. */
class DoubledRowsTest {

    @TempDir
    Path folder;

    private VouchedTown town;

    @BeforeEach
    void fill() {
        Settings.Database database = TestDatabase.H2.at(folder);
        town = new VouchedTown(database, Storage.open(database, Clock.systemUTC()));
        town.fill(2);
        town.tampering().useHandle(handle -> handle.execute("set referential_integrity false"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    /** The same table without a key. */
    private static void free(Handle handle, String table) {
        handle.execute("create table freed as select * from " + table);
        handle.execute("drop table " + table + " cascade");
        handle.execute("alter table freed rename to " + table);
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatStandsTwice_inThePlaceOfAnother(VouchedTable table) {
        town.tampering().useHandle(handle -> {
            free(handle, table.table());
            assertThat(town.breaks()).isEmpty();
            String key = table.keyIn("t");
            String least = "(select min(" + key + ") from " + table.table() + " t)";
            handle.execute("delete from " + table.table() + " t where " + key + " <> " + least);
            handle.execute("insert into " + table.table() + " select * from " + table.table());
        });

        assertThat(town.breaks())
                .hasSize(2)
                .anyMatch(each -> each.matches("the " + table.word() + " .*1(\\|OBJECTION)? is there 2 times"))
                .anyMatch(each -> each.matches("the " + table.word() + " .*2(\\|OBJECTION)? was taken away"));
    }

    @Test
    void aLineThatStandsTwice() {
        town.tampering().useHandle(handle -> {
            free(handle, "vouched_row");
            assertThat(town.breaks()).isEmpty();
            handle.execute("insert into vouched_row select * from vouched_row where table_name = 'premium'");
        });

        assertThat(town.breaks()).anyMatch(each -> each.endsWith("says of rows is not what was recorded"));
    }
}
