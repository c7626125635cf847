package be.zeef.ledger;

import static be.zeef.ledger.LedgerVerifier.Reason.ALTERED;
import static be.zeef.ledger.LedgerVerifier.Reason.CUT_OFF;
import static be.zeef.ledger.LedgerVerifier.Reason.GAP;
import static be.zeef.ledger.LedgerVerifier.Reason.REWRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.LedgerVerifier.Break;
import be.zeef.ledger.LedgerVerifier.Verdict;
import be.zeef.ledger.seal.Seals;
import be.zeef.validation.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever somebody does who can write all of the database is found, and the entry is named, or those between two checkpoints: each
 * deletion, exchange, change and cut is tried, as it is and with the chain computed anew. {@code -Dzeef.ledger.entries=1000} tries it on
 * that many entries.
 */
class TamperedLedgerTest {

    private static final int ENTRIES = Integer.getInteger("zeef.ledger.entries", 70);
    /** Where it was sealed. */
    private static final List<Integer> SEALED = List.of(ENTRIES * 3 / 10, ENTRIES * 13 / 20, ENTRIES);

    private static TestLedger database;
    private static SealedLedger ledger;
    private static Seals seals;

    @BeforeAll
    static void seal(@TempDir Path folder) {
        database = new TestLedger(folder, SealedLedger.CLOCK);
        ledger = new SealedLedger(database.jdbi(), folder);
        int before = 0;
        for (int size : SEALED) {
            ledger.append(size - before);
            assertThat(ledger.seal().report().findings()).isEmpty();
            before = size;
        }
        seals = database.jdbi().withHandle(ledger.sources()::read);
        assertThat(seals.checkpoints()).hasSize(2 * SEALED.size());
        Verdict untouched = ledger.verifier().verify();
        assertThat(untouched.holds()).isTrue();
        assertThat(untouched.sealed()).isEqualTo(ENTRIES);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** What is found when this was done, which is then undone. */
    private static Verdict after(LedgerVerifier verifier, HandleConsumer<RuntimeException> tampering) {
        return after(verifier::walk, tampering);
    }

    private static Verdict after(Function<Handle, Verdict> verifying, HandleConsumer<RuntimeException> tampering) {
        return database.jdbi().withHandle(handle -> {
            handle.begin();
            try {
                tampering.useHandle(handle);
                return verifying.apply(handle);
            } finally {
                handle.rollback();
            }
        });
    }

    private static Verdict after(HandleConsumer<RuntimeException> tampering) {
        return after(ledger.verifier(), tampering);
    }

    /** The same where the checkpoints are left alone, and so were read before. */
    private static Verdict afterExchanging(HandleConsumer<RuntimeException> tampering) {
        return after(handle -> LedgerVerifier.walk(handle, seals), tampering);
    }

    private static void told(Verdict verdict, Break expected) {
        assertThat(verdict.broken()).contains(expected);
        assertThat(verdict.holds()).isFalse();
    }

    /** All entries between the two checkpoints that an entry stands between. */
    private static Break between(int entry) {
        int from = 1;
        for (int to : SEALED) {
            if (entry <= to) {
                return new Break(from, to, REWRITTEN);
            }
            from = to + 1;
        }
        throw new IllegalArgumentException("no entry " + entry);
    }

    @Test
    void everyDeletion() {
        for (int entry = 1; entry <= ENTRIES; entry++) {
            int gone = entry;
            told(
                    after(handle -> delete(handle, gone)),
                    gone == ENTRIES ? new Break(ENTRIES, CUT_OFF) : new Break(gone + 1, GAP));
        }
    }

    @Test
    void everyDeletionThatIsClosedUp_withTheChainComputedAnew() {
        for (int entry = 1; entry <= ENTRIES; entry++) {
            int gone = entry;
            told(
                    after(handle -> {
                        delete(handle, gone);
                        for (int id = gone + 1; id <= ENTRIES; id++) {
                            handle.execute("update ledger_entry set id = ? where id = ?", id - 1, id);
                        }
                        SealedLedger.compute(handle, gone);
                    }),
                    // where the next checkpoint is the last, there are too few entries to reach it
                    gone > SEALED.get(1) ? new Break(ENTRIES, CUT_OFF) : between(gone));
        }
    }

    /** Of entries that are one, two, four, ... apart. */
    @Test
    void everyExchange() {
        for (int apart = 1; apart < ENTRIES; apart *= 2) {
            for (int first = 1; first + apart <= ENTRIES; first++) {
                int one = first;
                int other = first + apart;
                told(afterExchanging(handle -> exchange(handle, one, other)), new Break(one, ALTERED));
            }
        }
    }

    @Test
    void everyExchange_withTheChainComputedAnew() {
        for (int apart = 1; apart < ENTRIES; apart *= 2) {
            for (int first = 1; first + apart <= ENTRIES; first++) {
                int one = first;
                int other = first + apart;
                told(
                        afterExchanging(handle -> {
                            exchange(handle, one, other);
                            SealedLedger.compute(handle, one);
                        }),
                        between(one));
            }
        }
    }

    @Test
    void everyCut() {
        for (int entry = 0; entry < ENTRIES; entry++) {
            int last = entry;
            told(after(handle -> cut(handle, last)), new Break(last + 1, CUT_OFF));
        }
    }

    @Test
    void everyCutTogetherWithTheHead() {
        for (int entry = 0; entry < ENTRIES; entry++) {
            int last = entry;
            told(
                    after(handle -> {
                        cut(handle, last);
                        SealedLedger.end(handle, SealedLedger.hash(handle, last));
                    }),
                    new Break(last + 1, CUT_OFF));
        }
    }

    /** Only the second place tells, and it tells all that was taken from the database. */
    @Test
    void everyCutTogetherWithTheHeadAndTheCheckpoints() {
        for (int entry = 0; entry < ENTRIES; entry++) {
            int last = entry;
            HandleConsumer<RuntimeException> cut = handle -> {
                cut(handle, last);
                SealedLedger.end(handle, SealedLedger.hash(handle, last));
                handle.execute("delete from checkpoint where tree_size > ?", last);
            };
            Verdict told = after(cut);
            told(told, new Break(last + 1, CUT_OFF));
            assertThat(told.seals())
                    .extracting(Finding::code)
                    .hasSize((int) SEALED.stream().filter(size -> size > last).count())
                    .containsOnly("ledger.second-alone");
            assertThat(after(ledger.verifierWithoutSecondPlace(), cut).holds()).isTrue();
        }
    }

    @Test
    void everyChange_withTheChainComputedAnew_andTheCheckpointsTakenAway() {
        for (int entry = 1; entry <= ENTRIES; entry++) {
            int changed = entry;
            Verdict told = after(handle -> {
                handle.execute("update ledger_entry set body = '{}' where id = ?", changed);
                SealedLedger.compute(handle, changed);
                handle.execute("delete from checkpoint where tree_size >= ?", changed);
            });
            told(told, between(changed));
            assertThat(told.seals()).extracting(Finding::code).containsOnly("ledger.second-alone");
        }
    }

    @Test
    void everyEntryPutInBetween_withTheChainComputedAnew() {
        for (int entry = 1; entry <= ENTRIES; entry++) {
            int place = entry;
            told(
                    after(handle -> {
                        for (int id = ENTRIES; id >= place; id--) {
                            handle.execute("update ledger_entry set id = ? where id = ?", id + 1, id);
                        }
                        handle.execute(
                                "insert into ledger_entry (id, at, kind, agreement, sync_id, body, hash)"
                                        + " select ?, at, kind, agreement, sync_id, '{}', hash from ledger_entry"
                                        + " where id = ?",
                                place,
                                place + 1);
                        SealedLedger.compute(handle, place);
                    }),
                    between(place));
        }
    }

    private static void delete(Handle handle, int entry) {
        handle.execute("delete from ledger_entry where id = ?", entry);
    }

    private static void cut(Handle handle, int last) {
        handle.execute("delete from ledger_entry where id > ?", last);
    }

    private static void exchange(Handle handle, int one, int other) {
        handle.execute("update ledger_entry set id = ? where id = ?", -1, one);
        handle.execute("update ledger_entry set id = ? where id = ?", one, other);
        handle.execute("update ledger_entry set id = ? where id = ?", other, -1);
    }
}
