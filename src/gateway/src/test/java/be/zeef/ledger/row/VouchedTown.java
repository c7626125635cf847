package be.zeef.ledger.row;

import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A database with a few rows in each vouched table, all written as Zeef writes, and a way to it that nobody vouches for. */
final class VouchedTown implements AutoCloseable {

    /** No column of theirs is empty. */
    private static final List<String> ROWS = List.of(
            "insert into grants (agreement, grant_year, subject, vault, line, sync_id, delivery, result, code, from_day,"
                    + " until_day, key_vault, flag_value, person, columns_vault, standing) values ('gent-bags', 2026, '%1$s', %2$s,"
                    + " 'l%1$s', 1, 'D1', 'ACCEPTED', 'C', date '2026-01-01', date '2026-12-31', %2$s, 'A', 'p', %2$s, 'OPEN')",
            "insert into grant_improvement (agreement, grant_year, subject, flag_value, line, key_vault, sync_id, from_day,"
                    + " columns_vault) values ('gent-bags', 2026, '%1$s', 'B', 'l2', %2$s, 2, date '2026-02-01', %2$s)",
            "insert into claim (agreement, reference, id, claim_year, subject, association, asked, granted, remaining, state,"
                    + " clerk, on_day, entered) values ('fees', 'r%1$s', 'i%1$s', 2026, 's', 'club', 10, 8, 2, 'GRANTED',"
                    + " 'an', date '2026-03-01', 'now')",
            "insert into premium (agreement, child, allowance, cents, shares) values ('births', '%1$s', 'a%1$s', 1, 2)",
            "insert into payment (id, agreement, child, share, attempt, cents, payee, account, vault, state, reason, file,"
                    + " stands_for) values ('P%1$s', 'births', '%1$s', 1, 1, 900, 'p', 'a', %2$s, 'OPEN', 'r', 'F', 's%1$s')",
            "insert into payment_file (name, agreement, for_month, sequence, format, execution, payments, cents, digest,"
                    + " state, composed, handed) values ('F%1$s', 'births', '2026-0%1$s', 1, 'f', date '2026-07-01', 1, 900,"
                    + " 'd', 'HANDED', 'c', 'h')",
            "insert into inscription (agreement, subject, vault, since, needed) values ('gent-bags', '%1$s', %2$s,"
                    + " date '2026-01-01', date '2026-01-01')",
            "insert into delivery (name, agreement, grant_year, sequence, sync_id, lines, state, code, sent)"
                    + " values ('D%1$s', 'gent-bags', 2026, %1$s, 1, 3, 'SENT', 'c', 'now')",
            "insert into objection (agreement, subject, kind, vault, clerk, reason, entered, entry)"
                    + " values ('gent-bags', '%1$s', 'OBJECTION', %2$s, 'dpo', 'r', 'now', 7)");

    private static final Map<Boolean, String> BYTES = Map.of(true, "X'0a0b'", false, "'\\x0a0b'::bytea");

    private final Settings.Database database;
    private final Storage storage;
    private final Jdbi tampering;

    VouchedTown(Settings.Database database, Storage storage) {
        this.database = database;
        this.storage = storage;
        this.tampering = Jdbi.create(() -> storage.jdbi().open().getConnection());
    }

    void fill(int rows) {
        storage.jdbi().useTransaction(handle -> fill(handle, rows));
    }

    void fill(Handle handle, int rows) {
        for (int row = 1; row <= rows; row++) {
            for (String insert : ROWS) {
                handle.execute(insert.formatted(row, BYTES.get(database.url().startsWith("jdbc:h2:"))));
            }
        }
    }

    Jdbi jdbi() {
        return storage.jdbi();
    }

    /** Whoever writes so goes past Zeef. */
    Jdbi tampering() {
        return tampering;
    }

    List<String> breaks() {
        return new RowEvidence(tampering).breaks();
    }

    /** How many rows of each table the ledger said were written, over all of its entries. */
    Map<String, Integer> recorded() {
        return tampering.withHandle(
                handle -> handle.createQuery("select table_name, count(*) from vouched_row group by table_name")
                        .reduceRows(new TreeMap<>(), (all, row) -> {
                            all.put(row.getColumn(1, String.class), row.getColumn(2, Integer.class));
                            return all;
                        }));
    }

    static Map<String, Integer> each(int rows) {
        return List.of(VouchedTable.values()).stream()
                .collect(Collectors.toMap(VouchedTable::table, table -> rows, (one, other) -> one, TreeMap::new));
    }

    @Override
    public void close() {
        storage.close();
    }
}
