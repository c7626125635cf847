package be.zeef.abandonment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.run.file.QuestionFile;
import be.zeef.security.Someone;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Abandoning breaks at each of its statements in turn: nothing of it stands then, the ledger holds, and the same signature ends it. */
class BrokenAbandoningTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void leavesTheRunAsItWas_andIsDoneByTheNextTry(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            House house = new House(storage.jdbi(), folder);
            house.grant();
            Run run = house.begun(SyncState.PACKED);
            house.asked(run, QuestionFile.Kind.LIST, QuestionFile.State.SENT);
            storage.jdbi().useTransaction(handle -> packed(handle, run));
            house.sign(Someone.AN);
            byte[] signature = Someone.BERT.sign(
                    house.desk().statement(House.AGREEMENT, Optional.empty()).bytes());
            Breaking breaking = new Breaking();
            storage.jdbi().setSqlLogger(breaking);

            String before = state(storage);
            int broken = 0;
            for (int statement = 1; !breaking.isThrough(); statement++) {
                breaking.at(statement);
                try {
                    house.desk().sign(House.AGREEMENT, Optional.empty(), signature);
                } catch (Broken e) {
                    broken++;
                    breaking.at(0);
                    assertThat(state(storage)).as("statement %s", statement).isEqualTo(before);
                }
            }
            breaking.at(0);

            assertThat(broken).as("statements that it is made of").isGreaterThan(20);
            assertThat(house.sql("select state from sync")).containsExactly("ABANDONED");
            assertThat(house.sql("select state from question")).containsExactly("GIVEN_UP");
            assertThat(house.sql("select state from delivery")).containsExactly("WITHDRAWN");
            assertThat(house.sql("select standing from grants")).containsExactly("OPEN");
            assertThat(new AbandonmentEvidence(storage.jdbi()).breaks()).isEmpty();
            assertThat(new RowEvidence(storage.jdbi()).breaks()).isEmpty();
            assertThat(new LedgerVerifier(storage.jdbi()).verify().holds()).isTrue();
            assertThatThrownBy(() -> house.desk().open(House.AGREEMENT)).hasMessageContaining("none to abandon");
        }
    }

    /** Of which nothing left. */
    private static void packed(Handle handle, Run run) {
        handle.execute(
                "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent)"
                        + " values ('T.2027.00001', ?, 2027, 1, ?, 1, 'PACKED', '', null)",
                House.AGREEMENT,
                run.row().id());
        handle.execute("update grants set standing = 'IN_DELIVERY', delivery = 'T.2027.00001'");
    }

    private static String state(Storage storage) {
        return storage.jdbi()
                .withHandle(handle -> handle.createQuery("select (select count(*) from ledger_entry) || ' '"
                                + " || (select max(state) from sync) || ' ' || (select max(state) from question) || ' '"
                                + " || (select max(state) from delivery) || ' ' || (select max(standing) from grants) || ' '"
                                + " || (select count(*) from sync_abandonment)")
                        .mapTo(String.class)
                        .one());
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Breaks off at one statement, counted from when that was said. */
    private static final class Breaking implements SqlLogger {

        private final AtomicInteger left = new AtomicInteger();
        private boolean reached = true;

        /** @param statement 0 for none */
        void at(int statement) {
            left.set(statement);
            reached = statement == 0;
        }

        /** Whether there were fewer statements than that. */
        boolean isThrough() {
            return !reached && left.get() > 0;
        }

        @Override
        public void logBeforeExecution(StatementContext context) {
            if (left.get() > 0 && left.decrementAndGet() == 0) {
                reached = true;
                throw new Broken();
            }
        }
    }
}
