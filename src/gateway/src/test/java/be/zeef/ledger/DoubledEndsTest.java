package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes keys away from tables and puts a row in twice does not keep the ledger from being verified. */
class DoubledEndsTest {

    @TempDir
    Path folder;

    private TestLedger database;
    private SealedLedger ledger;

    @BeforeEach
    void seal() {
        database = new TestLedger(folder, SealedLedger.CLOCK);
        ledger = new SealedLedger(database.jdbi(), folder);
        ledger.append(5);
        ledger.seal();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static void doubled(Handle handle, String table) {
        handle.execute("create table freed as select * from " + table);
        handle.execute("drop table " + table + " cascade");
        handle.execute("alter table freed rename to " + table);
        handle.execute("insert into " + table + " select * from " + table);
    }

    @Test
    void aLedgerWithTwoEnds_isNotKnownToEndWhereItShould() {
        database.jdbi().useHandle(handle -> {
            doubled(handle, "ledger_head");
            handle.execute("delete from ledger_entry where id = 5");
        });

        assertThat(ledger.verifier().verify().broken())
                .contains(new LedgerVerifier.Break(5, LedgerVerifier.Reason.CUT_OFF));
    }

    @Test
    void aCheckpointThatStandsTwice_isHeldAgainstTheEntriesAllTheSame() {
        database.jdbi().useHandle(handle -> doubled(handle, "checkpoint"));
        assertThat(ledger.verifier().verify().holds()).isTrue();

        database.jdbi().useHandle(handle -> handle.execute("update ledger_entry set body = '{}' where id = 2"));
        assertThat(ledger.verifier().verify().broken())
                .contains(new LedgerVerifier.Break(2, LedgerVerifier.Reason.ALTERED));
    }
}
