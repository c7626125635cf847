package be.zeef.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.LedgerVerifier.Verdict;
import be.zeef.ledger.seal.Seals;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each bit that is changed in any column of the ledger's entries, of its end and of its checkpoints is found.
 * {@code -Dzeef.ledger.entries=1000} tries it on that many entries.
 */
class ChangedBitsTest {

    /** So that one checkpoint is of a full tree, and the other is not. */
    private static final int FULL = 2;

    private static final int ENTRIES = Integer.getInteger("zeef.ledger.entries", 3);

    private static final int BITS_OF_A_LETTER = 7;

    @TempDir
    Path folder;

    /** @param bits of a number; 0 of a text */
    private record Column(String table, String key, String name, int bits) {

        /** Otherwise the checkpoints are as they were, and need not be read again. */
        boolean isOfSeals() {
            return table.equals("checkpoint");
        }

        boolean isNumber() {
            return bits > 0;
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column("ledger_entry", "id", "id", Long.SIZE),
            new Column("ledger_entry", "id", "at", 0),
            new Column("ledger_entry", "id", "kind", 0),
            new Column("ledger_entry", "id", "agreement", 0),
            new Column("ledger_entry", "id", "sync_id", Long.SIZE),
            new Column("ledger_entry", "id", "body", 0),
            new Column("ledger_entry", "id", "hash", 0),
            new Column("ledger_head", "only_row", "only_row", Integer.SIZE),
            new Column("ledger_head", "only_row", "id", Long.SIZE),
            new Column("ledger_head", "only_row", "hash", 0),
            new Column("checkpoint", "tree_size", "tree_size", Long.SIZE),
            new Column("checkpoint", "tree_size", "note", 0),
            new Column("checkpoint", "tree_size", "peaks", 0));

    @Test
    void each() {
        try (TestLedger database = new TestLedger(folder, SealedLedger.CLOCK)) {
            SealedLedger ledger = new SealedLedger(database.jdbi(), folder);
            ledger.append(FULL);
            ledger.seal();
            ledger.append(ENTRIES - FULL);
            ledger.seal();
            LedgerVerifier verifier = ledger.verifierWithoutSecondPlace();
            assertThat(verifier.verify().holds()).isTrue();
            Seals seals = database.jdbi().withHandle(ledger.sourcesWithoutSecondPlace()::read);
            for (Column column : COLUMNS) {
                database.jdbi()
                        .useTransaction(handle -> each(
                                handle,
                                column,
                                column.isOfSeals() ? verifier::walk : each -> LedgerVerifier.walk(each, seals)));
            }
        }
    }

    private static void each(Handle handle, Column column, Function<Handle, Verdict> verifying) {
        List<Long> keys = handle.createQuery("select " + column.key() + " from " + column.table())
                .mapTo(Long.class)
                .list();
        assertThat(keys).isNotEmpty();
        for (long key : keys) {
            String value = handle.createQuery("select " + column.name() + " from " + column.table() + " where "
                            + column.key() + " = :key")
                    .bind("key", key)
                    .mapTo(String.class)
                    .one();
            int bits = column.isNumber() ? column.bits() : value.length() * BITS_OF_A_LETTER;
            for (int bit = 0; bit < bits; bit++) {
                handle.savepoint("before");
                boolean done = change(handle, column, key, value, bit);
                assertThat(done && verifying.apply(handle).holds())
                        .as("bit %d of %s.%s of %d", bit, column.table(), column.name(), key)
                        .isFalse();
                handle.rollbackToSavepoint("before");
            }
        }
    }

    /** Whether the database takes it: a number that another row has is refused, and so changes nothing. */
    private static boolean change(Handle handle, Column column, long key, String value, int bit) {
        Object changed = column.isNumber()
                ? (Object) numberOf(column, Long.parseLong(value) ^ (1L << bit))
                : flipped(value, bit);
        boolean taken = column.isNumber()
                && column.name().equals(column.key())
                && handle.createQuery("select count(*) from " + column.table() + " where " + column.key() + " = :key")
                                .bind("key", changed)
                                .mapTo(Long.class)
                                .one()
                        > 0;
        if (!taken) {
            handle.createUpdate("update " + column.table() + " set " + column.name() + " = :changed where "
                            + column.key() + " = :key")
                    .bind("changed", changed)
                    .bind("key", key)
                    .execute();
        }
        return !taken;
    }

    /** The highest bit of an integer is its sign. */
    private static long numberOf(Column column, long bits) {
        return column.bits() == Integer.SIZE ? (int) bits : bits;
    }

    private static String flipped(String value, int bit) {
        StringBuilder changed = new StringBuilder(value);
        int place = bit / BITS_OF_A_LETTER;
        changed.setCharAt(place, (char) (value.charAt(place) ^ (1 << bit % BITS_OF_A_LETTER)));
        return changed.toString();
    }
}
